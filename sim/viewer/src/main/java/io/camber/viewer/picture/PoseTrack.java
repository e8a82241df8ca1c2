package io.camber.viewer.picture;

import io.camber.bus.MalformedMessageException;
import io.camber.geometry.Angles;
import io.camber.geometry.Pose3;
import io.camber.messages.Topics;
import io.camber.pose.EgoPose;
import io.camber.viewer.drive.DriveMessage;
import io.camber.viewer.drive.DriveSource;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Where the ego was over some time; between samples straight, outside them the nearest. */
final class PoseTrack {
  private final List<EgoPose> samples;

  private PoseTrack(List<EgoPose> samples) {
    this.samples = samples;
  }

  /** Estimated poses published between both times. */
  static PoseTrack read(DriveSource drive, long fromNs, long toNs) throws IOException {
    List<EgoPose> samples = new ArrayList<>();
    drive.read(Set.of(Topics.EGO_POSE.name()), fromNs, toNs, message -> {
      Optional<EgoPose> pose = decode(message);
      if (pose.isPresent()
          && (samples.isEmpty()
              || pose.get().timeNs() > samples.get(samples.size() - 1).timeNs())) {
        samples.add(pose.get());
      }
    });
    return new PoseTrack(samples);
  }

  /** A pose that cannot be read leaves a gap, which its neighbours span. */
  private static Optional<EgoPose> decode(DriveMessage message) {
    try {
      return Optional.of(message.decode(Topics.EGO_POSE));
    } catch (MalformedMessageException e) {
      return Optional.empty();
    }
  }

  boolean isEmpty() {
    return samples.isEmpty();
  }

  Pose3 at(long timeNs) {
    if (samples.isEmpty()) {
      return Pose3.IDENTITY;
    }
    int next = 0;
    while (next < samples.size() && samples.get(next).timeNs() <= timeNs) {
      next++;
    }
    if (next == 0) {
      return samples.get(0).mapFromBase();
    }
    if (next == samples.size()) {
      return samples.get(next - 1).mapFromBase();
    }
    EgoPose before = samples.get(next - 1);
    EgoPose after = samples.get(next);
    double f = (double) (timeNs - before.timeNs()) / (after.timeNs() - before.timeNs());
    Pose3 a = before.mapFromBase();
    Pose3 b = after.mapFromBase();
    return new Pose3(
        a.x() + f * (b.x() - a.x()),
        a.y() + f * (b.y() - a.y()),
        a.z() + f * (b.z() - a.z()),
        Angles.interpolate(a.yaw(), b.yaw(), f),
        Angles.interpolate(a.pitch(), b.pitch(), f),
        Angles.interpolate(a.roll(), b.roll(), f));
  }
}
