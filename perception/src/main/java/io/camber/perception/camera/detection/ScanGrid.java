package io.camber.perception.camera.detection;

import io.camber.geometry.Vec3;
import io.camber.sensing.CameraCalibration;
import java.util.ArrayList;
import java.util.List;

/**
 * Where windows are looked at: sizes from the least of a shape on, each a seventh larger, on the rows where the foot of a body of
 * that size touches the ground, given the height and the pitch of the camera.
 *
 * @param columns of cells, border included
 * @param columnShare step to the next window, as a share of its columns; {@code rowShare} of its rows
 */
record ScanGrid(int columns, int rows, double columnShare, double rowShare) {
  private static final double GROWTH = 1.14;

  /** Slopes and the car's own pitch may move the ground by this angle, rad. */
  private static final double PITCH = 0.012;

  /** Bodies taller than this share of the image are not looked for. */
  private static final double HEIGHT_SHARE_MAX = 0.85;

  static ScanGrid of(CameraCalibration camera) {
    int border = 2 * ChannelImage.BORDER;
    return new ScanGrid(
        camera.width() / ChannelImage.CELL_PX + border,
        camera.height() / ChannelImage.CELL_PX + border,
        0.1,
        0.08);
  }

  List<ScanLevel> levels(Cascade cascade, CameraCalibration camera) {
    WindowShape shape = cascade.shape();
    double horizon = horizonRow(camera);
    double mountM = camera.baseFromCamera().z();
    double slack = PITCH * camera.focalYPx();
    List<ScanLevel> levels = new ArrayList<>();
    int before = 0;
    for (double heightPx = shape.heightPxMin;
        heightPx < HEIGHT_SHARE_MAX * camera.height();
        heightPx *= GROWTH) {
      int windowRows = Window.rowsOf(heightPx);
      if (windowRows > before) {
        before = windowRows;
        double highest = horizon + mountM * heightPx / shape.heightMMax - slack;
        double lowest = horizon + mountM * heightPx / shape.heightMMin + slack;
        levels.add(new ScanLevel(
            cascade,
            Window.columnsOf(windowRows, shape.aspect),
            windowRows,
            topOf(highest, windowRows),
            topOf(lowest, windowRows),
            this));
      }
    }
    return levels.stream().filter(level -> level.windows() > 0).toList();
  }

  /** Top of the window whose body ends at a row of the image. */
  private static int topOf(double bottomRow, int windowRows) {
    double below = 0.5 * (windowRows - windowRows / Window.MARGIN);
    return (int)
        Math.round(bottomRow / ChannelImage.CELL_PX + ChannelImage.BORDER + below - windowRows);
  }

  private static double horizonRow(CameraCalibration camera) {
    double yaw = camera.baseFromCamera().yaw();
    Vec3 mount = camera.baseFromCamera().position();
    Vec3 afar = mount.plus(new Vec3(StrictMath.cos(yaw) * 1e4, StrictMath.sin(yaw) * 1e4, 0.0));
    double[] pixel = new double[2];
    boolean isSeen = camera.project(camera.baseFromCamera().applyInverse(afar), pixel);
    return isSeen ? pixel[1] : camera.centerYPx();
  }
}
