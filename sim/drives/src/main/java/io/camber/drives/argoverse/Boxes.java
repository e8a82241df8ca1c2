package io.camber.drives.argoverse;

import io.camber.drives.arrow.ArrowColumn;
import io.camber.drives.arrow.ArrowTable;
import io.camber.drives.frame.Rigid;
import io.camber.drives.frame.TimedPoses;
import io.camber.geometry.Pose3;
import io.camber.geometry.Size3;
import io.camber.geometry.Twist2;
import io.camber.geometry.Vec3;
import io.camber.scene.ObjectClass;
import io.camber.truth.ActorLights;
import io.camber.truth.ActorTruth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The boxes of a log in the map frame. The source has them in the car's frame at the sweep's time; speeds follow from the track. */
final class Boxes {
  private final Map<Long, List<Box>> byTime = new TreeMap<>();
  private final Map<String, TimedPoses> tracks = new TreeMap<>();

  /** One row; the pose is that of the middle of the lower face. */
  private record Box(String track, String category, Size3 size, Pose3 mapFromBox, TimedPoses way) {}

  static Boxes of(ArrowTable table, TimedPoses ego) {
    Boxes boxes = new Boxes();
    ArrowColumn time = table.column("timestamp_ns");
    ArrowColumn track = table.column("track_uuid");
    ArrowColumn category = table.column("category");
    PoseColumns poses = PoseColumns.of(table);
    ArrowColumn length = table.column("length_m");
    ArrowColumn width = table.column("width_m");
    ArrowColumn height = table.column("height_m");
    for (int row = 0; row < table.rows(); row++) {
      if (category.text(row).equals(Category.EGO)) {
        continue;
      }
      long timeNs = time.integer(row);
      Size3 size = new Size3(length.number(row), width.number(row), height.number(row));
      Rigid bottom =
          poses.at(row).times(Rigid.of(new Pose3(0.0, 0.0, -size.heightM() / 2.0, 0.0, 0.0, 0.0)));
      Pose3 pose = ego.at(timeNs).times(bottom.toPose());
      String name = Category.kind(category.text(row)) + "-" + track.text(row);
      TimedPoses way = boxes.tracks.computeIfAbsent(name, unused -> new TimedPoses());
      way.put(timeNs, pose);
      boxes
          .byTime
          .computeIfAbsent(timeNs, unused -> new ArrayList<>())
          .add(new Box(name, category.text(row), size, pose, way));
    }
    return boxes;
  }

  List<Long> times() {
    return new ArrayList<>(byTime.keySet());
  }

  List<ActorTruth> at(long timeNs) {
    List<ActorTruth> actors = new ArrayList<>();
    for (Box box : byTime.getOrDefault(timeNs, List.of())) {
      ObjectClass kind = Category.objectClass(box.category());
      Twist2 motion = box.way().twistAt(timeNs);
      actors.add(new ActorTruth(
          box.track(),
          kind,
          Category.kind(box.category()),
          box.mapFromBox(),
          box.size(),
          0.0,
          0.0,
          motion.forwardMps(),
          0.0,
          motion.yawRateRadps(),
          0.0,
          ActorLights.OFF));
    }
    return actors;
  }

  /** Poses of the quaternion columns that all tables of the collection share. */
  record PoseColumns(
      ArrowColumn qw,
      ArrowColumn qx,
      ArrowColumn qy,
      ArrowColumn qz,
      ArrowColumn tx,
      ArrowColumn ty,
      ArrowColumn tz) {
    static PoseColumns of(ArrowTable table) {
      return new PoseColumns(
          table.column("qw"),
          table.column("qx"),
          table.column("qy"),
          table.column("qz"),
          table.column("tx_m"),
          table.column("ty_m"),
          table.column("tz_m"));
    }

    Rigid at(int row) {
      Vec3 translation = new Vec3(tx.number(row), ty.number(row), tz.number(row));
      return Rigid.ofQuaternion(
          qw.number(row), qx.number(row), qy.number(row), qz.number(row), translation);
    }
  }
}
