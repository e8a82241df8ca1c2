package io.camber.drives.kitti;

import io.camber.drives.frame.Rigid;
import io.camber.drives.log.DriveLog;
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
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.function.IntToLongFunction;

/**
 * Label files of the tracking collection: one line a box, in the rectified frame of camera 0, with the heading about that frame's
 * downward axis, zero to the right.
 */
final class TrackingLabels {
  /** Levels of occlusion are visible, partly and largely hidden, unknown; the benchmark judges the first three. */
  private static final int HIDDEN_MAX = 2;

  private static final String DONT_CARE = "DontCare";
  private static final double EXTENT_M_MAX = 100.0;

  private final List<Label> labels = new ArrayList<>();
  private final Map<Integer, StringJoiner> unlabelled = new TreeMap<>();
  private final Map<Integer, StringJoiner> hidden = new TreeMap<>();

  private TrackingLabels() {}

  static TrackingLabels read(Path file, KittiCalibration calibration, ImportNotes notes)
      throws IOException {
    TrackingLabels read = new TrackingLabels();
    Optional<Rigid> rectified = calibration.rectifiedFromLidar();
    if (rectified.isEmpty()) {
      notes.remark("labels left out: no calibration says where the camera is");
      return read;
    }
    Rigid lidarFromRectified = rectified.get().inverse();
    for (Row row : TextTable.read(file).rows()) {
      if (row.word(2).equals(DONT_CARE)) {
        notes.skip("label DontCare (a region of the image without labels, kept as metadata)");
        read.unlabelled
            .computeIfAbsent(row.integer(0), unused -> new StringJoiner(";"))
            .add(row.number(6) + " " + row.number(7) + " " + row.number(8) + " " + row.number(9));
      } else {
        Label label = label(row, lidarFromRectified);
        read.labels.add(label);
        if (row.integer(3) > 0 || row.integer(4) > HIDDEN_MAX) {
          read.hidden
              .computeIfAbsent(label.frame(), unused -> new StringJoiner(" "))
              .add(label.name());
        }
      }
    }
    return read;
  }

  List<Label> labels() {
    return labels;
  }

  /** Writes down what the collection's own evaluation leaves out: frames by the time of their truth. */
  void note(DriveLog log, IntToLongFunction timeNs) throws IOException {
    note(log, "camber.labels.unlabelled", unlabelled, timeNs);
    note(log, "camber.labels.hidden", hidden, timeNs);
  }

  private static void note(
      DriveLog log, String name, Map<Integer, StringJoiner> byFrame, IntToLongFunction timeNs)
      throws IOException {
    Map<String, String> facts = new TreeMap<>();
    byFrame.forEach(
        (frame, words) -> facts.put(Long.toString(timeNs.applyAsLong(frame)), words.toString()));
    if (!facts.isEmpty()) {
      log.note(name, facts);
    }
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
