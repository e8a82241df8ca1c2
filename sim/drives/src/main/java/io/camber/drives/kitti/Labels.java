package io.camber.drives.kitti;

import io.camber.diagnostics.InputException;
import io.camber.geometry.Pose3;
import io.camber.geometry.Vec2;
import io.camber.truth.ActorLights;
import io.camber.truth.ActorTruth;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The labels of a drive, as truth in the map frame. Speeds come from where a box is in the frames before and after. */
final class Labels {
  private final Map<Integer, List<Label>> byFrame = new TreeMap<>();
  private final Map<Integer, Map<Integer, Label>> byTrack = new TreeMap<>();

  /** Labels by frame; an object may be in a frame once. */
  static Labels of(Path file, List<Label> all) {
    Labels labels = new Labels();
    for (Label label : all) {
      labels.byFrame.computeIfAbsent(label.frame(), unused -> new ArrayList<>()).add(label);
      Map<Integer, Label> track =
          labels.byTrack.computeIfAbsent(label.track(), unused -> new TreeMap<>());
      if (track.put(label.frame(), label) != null) {
        throw new InputException(
            file + ": object " + label.track() + " is in frame " + label.frame() + " twice");
      }
    }
    return labels;
  }

  /** Where labels come from and when, to turn them into the map frame. */
  interface EgoAt {
    /** {@code mapFromBase} of a frame. */
    Pose3 pose(int frame);

    long timeNs(int frame);
  }

  List<ActorTruth> truth(int frame, EgoAt ego) {
    List<ActorTruth> actors = new ArrayList<>();
    for (Label label : byFrame.getOrDefault(frame, List.of())) {
      Pose3 pose = place(label, ego);
      Vec2 velocity = velocity(label, ego);
      double speed = velocity.dot(pose.toPose2().forward());
      actors.add(new ActorTruth(
          label.name(),
          label.objectClass(),
          label.kind(),
          pose,
          label.size(),
          0.0,
          0.0,
          speed,
          0.0,
          0.0,
          0.0,
          ActorLights.OFF));
    }
    return actors;
  }

  private Vec2 velocity(Label label, EgoAt ego) {
    Map<Integer, Label> track = byTrack.getOrDefault(label.track(), Map.of());
    Label before = track.getOrDefault(label.frame() - 1, label);
    Label after = track.getOrDefault(label.frame() + 1, label);
    if (before.frame() == after.frame()) {
      return Vec2.ZERO;
    }
    double seconds = (ego.timeNs(after.frame()) - ego.timeNs(before.frame())) * 1e-9;
    Vec2 way = place(after, ego)
        .toPose2()
        .position()
        .minus(place(before, ego).toPose2().position());
    return way.times(1.0 / seconds);
  }

  private static Pose3 place(Label label, EgoAt ego) {
    return ego.pose(label.frame())
        .times(KittiCalibration.BASE_FROM_LIDAR)
        .times(label.lidarFromBox());
  }
}
