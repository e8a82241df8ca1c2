package io.camber.drives.kitti;

import io.camber.diagnostics.InputException;
import io.camber.drives.frame.Rigid;
import io.camber.drives.source.SourceTree;
import io.camber.drives.source.SourceTree.Found;
import io.camber.drives.source.TextTable;
import io.camber.drives.source.TextTable.Row;
import io.camber.geometry.Pose3;
import io.camber.sensing.CameraCalibration;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Where the sensors of the KITTI car sit. The files relate camera, lidar and inertial unit to each other; where the lidar is on
 * the car is in the collection's drawing: 1.73 m above the ground, 0.76 m before the rear axle. The files of the two layouts
 * name the same matrices differently; all names are known here.
 */
final class KittiCalibration {
  static final Pose3 BASE_FROM_LIDAR = new Pose3(0.76, 0.0, 1.73, 0.0, 0.0, 0.0);

  /** The inertial unit by the same drawing, for recordings without its calibration. */
  private static final Rigid LIDAR_FROM_IMU =
      Rigid.of(new double[] {1, 0, 0, -0.81, 0, 1, 0, 0.32, 0, 0, 1, -0.80});

  private final Map<Integer, double[]> projections = new TreeMap<>();
  private Optional<Rigid> cameraFromLidar = Optional.empty();
  private Optional<Rigid> rectify = Optional.empty();
  private Optional<Rigid> lidarFromImu = Optional.empty();
  private boolean found;

  private KittiCalibration() {}

  /** Reads whatever calibration lies in the tree; {@code sequence} names the file of the tracking layout. */
  static KittiCalibration read(SourceTree tree, String sequence) throws IOException {
    KittiCalibration calibration = new KittiCalibration();
    String own = sequence.isEmpty() ? "calib[^/]*" : "calib/" + sequence;
    for (Found file : tree.find("(" + own + ")\\.txt")) {
      try {
        calibration.take(TextTable.read(file.file()), file.group(1));
      } catch (IllegalArgumentException e) {
        throw new InputException(file.file() + ": " + e.getMessage(), e);
      }
    }
    return calibration;
  }

  private void take(TextTable table, String name) {
    found = true;
    rectify = table
        .findRow("R_rect", "R0_rect", "R_rect_00")
        .map(row -> new Rigid(row.numbers(1, 9), new double[3]))
        .or(() -> rectify);
    cameraFromLidar = table
        .findRow("Tr_velo_cam", "Tr_velo_to_cam", "RT_velo_to_cam")
        .map(row -> Rigid.of(row.numbers(1, 12)))
        .or(() -> name.endsWith("velo_to_cam") ? apart(table) : cameraFromLidar);
    lidarFromImu = table
        .findRow("Tr_imu_velo", "Tr_imu_to_velo")
        .map(row -> Rigid.of(row.numbers(1, 12)))
        .or(() -> name.endsWith("imu_to_velo") ? apart(table) : lidarFromImu);
    for (Row row : table.rows()) {
      if (row.word(0).matches("P[0-3]|P_rect_0[0-3]")) {
        int camera = row.word(0).charAt(row.word(0).length() - 1) - '0';
        projections.put(camera, row.numbers(1, 12));
      }
    }
  }

  /** Rotation and translation on lines of their own, as the raw layout has them. */
  private static Optional<Rigid> apart(TextTable table) {
    return Optional.of(new Rigid(table.row("R").numbers(1, 9), table.row("T").numbers(1, 3)));
  }

  boolean isFound() {
    return found;
  }

  /** Rectified frame of camera 0 (z forward, x right, y down) from the lidar's. */
  Optional<Rigid> rectifiedFromLidar() {
    return cameraFromLidar.map(
        mounting -> rectify.map(turn -> turn.times(mounting)).orElse(mounting));
  }

  Rigid baseFromImu() {
    return Rigid.of(BASE_FROM_LIDAR).times(lidarFromImu.orElse(LIDAR_FROM_IMU));
  }

  /** Calibration of a rectified camera for images of a size; absent when the files do not tell. */
  Optional<CameraCalibration> camera(int number, String sensorId, int width, int height) {
    double[] p = projections.getOrDefault(number, projections.get(0));
    Optional<Rigid> rectified = rectifiedFromLidar();
    if (p == null || rectified.isEmpty()) {
      return Optional.empty();
    }
    // P = K [I | t]: the camera sits at -t of the rectified frame of camera 0
    Rigid shifted = new Rigid(new double[] {1, 0, 0, 0, 1, 0, 0, 0, 1}, new double[] {
      (p[3] - p[2] * p[11]) / p[0], (p[7] - p[6] * p[11]) / p[5], p[11]
    });
    Rigid bodyFromLidar = Rigid.OPTICAL_FROM_BODY.inverse().times(shifted).times(rectified.get());
    Pose3 baseFromCamera =
        Rigid.of(BASE_FROM_LIDAR).times(bodyFromLidar.inverse()).toPose();
    return Optional.of(new CameraCalibration(
        sensorId, baseFromCamera, width, height, p[0], p[5], p[2], p[6], 0.0, 0.0));
  }
}
