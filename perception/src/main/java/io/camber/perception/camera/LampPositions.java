package io.camber.perception.camera;

import io.camber.geometry.Vec3;
import java.util.Optional;

/**
 * Where the lamps of a head are expected in an image.
 *
 * @param column middle of the head
 * @param redRow row of the red lamp; the others below it
 * @param heightPx of the housing
 */
record LampPositions(
    double column, double redRow, double yellowRow, double greenRow, double heightPx) {
  /** Heights of the lamps above the lower edge, in heights of the housing. */
  private static final double GREEN = 0.18;

  private static final double YELLOW = 0.50;
  private static final double RED = 0.82;

  /** Cosine of the angle off its axis beyond which a head cannot be read: visors hide the lamps. */
  private static final double FACING_MIN = 0.35;

  private static final double DEPTH_M_MIN = 2.0;
  private static final double DEPTH_M_MAX = 150.0;

  /** The head's lamps in the image, if it faces the camera and lies within the image. */
  static Optional<LampPositions> find(LightHead head, CameraView view) {
    Vec3 toCamera = view.position().minus(head.pose().position());
    double facing = head.pose().applyInverse(view.position()).x();
    if (facing < FACING_MIN * toCamera.length()) {
      return Optional.empty();
    }
    double[] green = new double[2];
    double[] yellow = new double[2];
    double[] red = new double[2];
    double depth = view.project(lamp(head, GREEN), green);
    view.project(lamp(head, YELLOW), yellow);
    view.project(lamp(head, RED), red);
    boolean isInside = depth > DEPTH_M_MIN
        && depth < DEPTH_M_MAX
        && yellow[0] > 0.0
        && yellow[0] < view.width()
        && red[1] > 0.0
        && green[1] < view.height();
    double heightPx = head.heightM() * view.focalPx() / depth;
    return isInside
        ? Optional.of(new LampPositions(yellow[0], red[1], yellow[1], green[1], heightPx))
        : Optional.empty();
  }

  private static Vec3 lamp(LightHead head, double share) {
    return head.pose().apply(new Vec3(0.0, 0.0, share * head.heightM()));
  }
}
