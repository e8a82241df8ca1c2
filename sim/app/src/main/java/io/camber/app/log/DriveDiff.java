package io.camber.app.log;

import io.camber.app.simulation.RunFolder;
import io.camber.bus.Schema;
import io.camber.diagnostics.InputException;
import io.camber.mcap.MalformedMcapException;
import io.camber.mcap.McapLimits;
import io.camber.mcap.McapReader;
import io.camber.mcap.McapRecord;
import io.camber.messages.MessageFields;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** Names the first message and field in which two recorded drives part. */
public final class DriveDiff {
  private DriveDiff() {}

  /** In words for people; empty when both drives hold the same messages in the same order. */
  public static Optional<String> firstDifference(Path first, Path second) throws IOException {
    try (McapReader left = open(first);
        McapReader right = open(second)) {
      for (long index = 0; ; index++) {
        Optional<McapRecord.Message> a = next(first, left);
        Optional<McapRecord.Message> b = next(second, right);
        if (a.isEmpty() && b.isEmpty()) {
          return Optional.empty();
        }
        if (a.isEmpty() || b.isEmpty()) {
          return Optional.of(ended(index, a.isEmpty() ? "first" : "second"));
        }
        Optional<String> what = compare(left, a.get(), right, b.get());
        if (what.isPresent()) {
          return Optional.of("after " + index + " equal messages: " + what.get());
        }
      }
    }
  }

  private static Optional<McapRecord.Message> next(Path drive, McapReader reader)
      throws IOException {
    try {
      return reader.nextMessage();
    } catch (MalformedMcapException e) {
      throw new InputException(drive + ": cannot be read: " + e.getMessage(), e);
    }
  }

  private static McapReader open(Path runOrFile) throws IOException {
    Path file = Files.isDirectory(runOrFile) ? runOrFile.resolve(RunFolder.DRIVE) : runOrFile;
    if (!Files.exists(file)) {
      throw new InputException(file + ": no such drive; was the run made with --no-record?");
    }
    try {
      return new McapReader(
          new BufferedInputStream(Files.newInputStream(file), 1 << 16), McapLimits.DEFAULT);
    } catch (MalformedMcapException e) {
      throw new InputException(file + ": cannot be read: " + e.getMessage(), e);
    }
  }

  private static String ended(long index, String which) {
    return "after " + index + " equal messages: the " + which + " drive has ended";
  }

  private static Optional<String> compare(
      McapReader left, McapRecord.Message a, McapReader right, McapRecord.Message b) {
    String topicA = left.channel(a.channelId()).topic();
    String topicB = right.channel(b.channelId()).topic();
    if (!topicA.equals(topicB)) {
      return Optional.of(at(topicA, a) + " here, " + at(topicB, b) + " there");
    }
    if (a.sequence() != b.sequence() || a.logTimeNs() != b.logTimeNs()) {
      return Optional.of(at(topicA, a) + " here, " + at(topicB, b) + " there");
    }
    if (a.payload().mismatch(b.payload()) < 0) {
      return Optional.empty();
    }
    return Optional.of(at(topicA, a) + ", field " + field(left, a, b));
  }

  private static String at(String topic, McapRecord.Message message) {
    return String.format(
        Locale.ROOT,
        "%s sequence %d at %.6f s",
        topic,
        message.sequence(),
        message.logTimeNs() / 1e9);
  }

  private static String field(McapReader reader, McapRecord.Message a, McapRecord.Message b) {
    Optional<McapRecord.Schema> schema = reader.schemaOf(reader.channel(a.channelId()));
    if (schema.isEmpty() || !schema.get().encoding().equals("protobuf")) {
      return "unknown (no protobuf schema), byte " + a.payload().mismatch(b.payload());
    }
    ByteBuffer description = schema.get().data();
    byte[] bytes = new byte[description.remaining()];
    description.duplicate().get(bytes);
    return MessageFields.firstDifference(
            new Schema(schema.get().name(), schema.get().encoding(), bytes),
            a.payload(),
            b.payload())
        .orElse("none: the same fields in another encoding");
  }
}
