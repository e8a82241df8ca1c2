package io.camber.viewer.picture;

import io.camber.bus.MalformedMessageException;
import io.camber.messages.Topics;
import io.camber.scene.Tracks;
import io.camber.viewer.drive.DriveMessage;
import io.camber.viewer.drive.DriveSource;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Tracks over some time, found by the time they speak of. */
final class TrackBoxes {
  private static final long NEAR_NS = 60_000_000L;

  private final List<Tracks> frames;

  private TrackBoxes(List<Tracks> frames) {
    this.frames = frames;
  }

  static TrackBoxes read(DriveSource drive, long fromNs, long toNs) throws IOException {
    List<Tracks> frames = new ArrayList<>();
    drive.read(
        Set.of(Topics.TRACKS.name()),
        fromNs,
        toNs,
        message -> decode(message).ifPresent(frames::add));
    return new TrackBoxes(frames);
  }

  private static Optional<Tracks> decode(DriveMessage message) {
    try {
      return Optional.of(message.decode(Topics.TRACKS));
    } catch (MalformedMessageException e) {
      return Optional.empty();
    }
  }

  /** The frame nearest to a time, when there is one near. */
  Optional<Tracks> at(long timeNs) {
    Tracks best = null;
    for (Tracks frame : frames) {
      long gap = Math.abs(frame.timeNs() - timeNs);
      if (gap < NEAR_NS && (best == null || gap < Math.abs(best.timeNs() - timeNs))) {
        best = frame;
      }
    }
    return Optional.ofNullable(best);
  }
}
