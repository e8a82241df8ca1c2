package io.camber.drives.kitti;

import io.camber.drives.frame.Rigid;
import io.camber.drives.log.ImportNotes;
import io.camber.drives.source.TextTable;
import io.camber.drives.source.TextTable.Row;
import io.camber.geometry.Pose3;
import io.camber.geometry.Size3;
import io.camber.geometry.Vec3;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Label files of the tracking collection: one line a box, in the rectified frame of camera 0, with the heading about that frame's
 * downward axis, zero to the right.
 */
final class TrackingLabels {
  private static final String DONT_CARE = "DontCare";
  private static final double EXTENT_M_MAX = 100.0;

  private TrackingLabels() {}

  static List<Label> read(Path file, KittiCalibration calibration, ImportNotes notes)
      throws IOException {
    List<Label> labels = new ArrayList<>();
    Optional<Rigid> rectified = calibration.rectifiedFromLidar();
    if (rectified.isEmpty()) {
      notes.remark("labels left out: no calibration says where the camera is");
      return labels;
    }
    Rigid lidarFromRectified = rectified.get().inverse();
    for (Row row : TextTable.read(file).rows()) {
      if (row.word(2).equals(DONT_CARE)) {
        notes.skip("label DontCare (a region of the image without labels)");
      } else {
        labels.add(label(row, lidarFromRectified));
      }
    }
    return labels;
  }

  private static Label label(Row row, Rigid lidarFromRectified) {
    double yaw = row.number(16);
    Vec3 bottom =
        lidarFromRectified.apply(new Vec3(row.number(13), row.number(14), row.number(15)));
    Vec3 ahead = lidarFromRectified.turn(new Vec3(StrictMath.cos(yaw), 0.0, -StrictMath.sin(yaw)));
    return new Label(
        row.integer(0),
        row.integer(1),
        row.word(2),
        new Size3(extent(row, 12), extent(row, 11), extent(row, 10)),
        new Pose3(
            bottom.x(), bottom.y(), bottom.z(), StrictMath.atan2(ahead.y(), ahead.x()), 0.0, 0.0));
  }

  private static double extent(Row row, int word) {
    double value = row.number(word);
    if (value < 0.0 || value > EXTENT_M_MAX) {
      throw row.error("extent " + value + " m is not that of a road user");
    }
    return value;
  }
}
