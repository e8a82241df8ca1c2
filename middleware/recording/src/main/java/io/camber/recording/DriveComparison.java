package io.camber.recording;

import io.camber.recording.mcap.McapLimits;
import io.camber.recording.mcap.McapReader;
import io.camber.recording.mcap.McapRecord;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Compares two drives message by message in recorded order; how they are packed does not matter. */
public final class DriveComparison {
  private DriveComparison() {}

  /** The first difference; empty when both hold the same messages. */
  public static Optional<DriveDifference> firstDifference(Path first, Path second)
      throws IOException {
    try (McapReader left = open(first);
        McapReader right = open(second)) {
      for (long index = 0; ; index++) {
        Optional<McapRecord.Message> a = left.nextMessage();
        Optional<McapRecord.Message> b = right.nextMessage();
        if (a.isEmpty() && b.isEmpty()) {
          return Optional.empty();
        }
        if (a.isEmpty()) {
          return Optional.of(
              difference(index, right, b.orElseThrow(), "the first drive has ended"));
        }
        if (b.isEmpty()) {
          return Optional.of(difference(index, left, a.get(), "the second drive has ended"));
        }
        String what = compare(left, a.get(), right, b.get());
        if (!what.isEmpty()) {
          return Optional.of(difference(index, left, a.get(), what));
        }
      }
    }
  }

  private static McapReader open(Path file) throws IOException {
    return new McapReader(
        new BufferedInputStream(Files.newInputStream(file), 1 << 16), McapLimits.DEFAULT);
  }

  private static DriveDifference difference(
      long index, McapReader reader, McapRecord.Message message, String what) {
    return new DriveDifference(
        index,
        reader.channel(message.channelId()).topic(),
        message.sequence(),
        message.logTimeNs(),
        what);
  }

  private static String compare(
      McapReader left, McapRecord.Message a, McapReader right, McapRecord.Message b) {
    McapRecord.Channel channelA = left.channel(a.channelId());
    McapRecord.Channel channelB = right.channel(b.channelId());
    if (!channelA.topic().equals(channelB.topic())) {
      return "topic " + channelA.topic() + " here, " + channelB.topic() + " there";
    }
    if (!channelA.metadata().equals(channelB.metadata())) {
      return "published by " + publisher(channelA) + " here, " + publisher(channelB) + " there";
    }
    if (a.sequence() != b.sequence()) {
      return "sequence " + a.sequence() + " here, " + b.sequence() + " there";
    }
    if (a.logTimeNs() != b.logTimeNs() || a.publishTimeNs() != b.publishTimeNs()) {
      return "time " + a.logTimeNs() + " ns here, " + b.logTimeNs() + " ns there";
    }
    if (a.payload().remaining() != b.payload().remaining()) {
      return "payload of " + a.payload().remaining() + " bytes here, "
          + b.payload().remaining() + " there";
    }
    int at = a.payload().mismatch(b.payload());
    return at < 0
        ? ""
        : "payload differs from byte " + at + " of " + a.payload().remaining();
  }

  private static String publisher(McapRecord.Channel channel) {
    return channel.metadata().getOrDefault(Recorder.PUBLISHER_KEY, "unknown");
  }
}
