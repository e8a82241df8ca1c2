package io.camber.localization.calibration;

import io.camber.calibration.Estimate;
import io.camber.calibration.Quantity;
import io.camber.geometry.Pose3;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The lidar's mounting, put together from the ground and from the hand-eye solution. */
final class Mounting {
  private static final double YAW_STD_MAX = 0.003;
  private static final double PLACE_STD_M_MAX = 0.05;

  private Mounting() {}

  /** Roll, pitch, yaw, x, y and height. */
  static List<Estimate> estimates(
      Optional<Pose3> published, Level level, long untilNs, Optional<HandEye.Solution> handEye) {
    if (published.isEmpty()) {
      return List.of(
          noLidar(Quantity.LIDAR_ROLL),
          noLidar(Quantity.LIDAR_PITCH),
          noLidar(Quantity.LIDAR_YAW),
          noLidar(Quantity.LIDAR_X),
          noLidar(Quantity.LIDAR_Y),
          noLidar(Quantity.LIDAR_HEIGHT));
    }
    Pose3 correction = handEye
        .map(solution -> new Pose3(
            solution.value(HandEye.X),
            solution.value(HandEye.Y),
            0.0,
            solution.value(HandEye.YAW),
            0.0,
            0.0))
        .orElse(Pose3.IDENTITY);
    Optional<Level.Found> ground = level.find(untilNs);
    Pose3 found = correction
        .times(ground.map(Level.Found::levelFromPublished).orElse(Pose3.IDENTITY))
        .times(published.get());
    String noGround = level.absence(untilNs);
    return List.of(
        ground(Quantity.LIDAR_ROLL, found.roll(), ground.map(Level.Found::slopeY), noGround),
        ground(Quantity.LIDAR_PITCH, found.pitch(), ground.map(Level.Found::slopeX), noGround),
        moved(Quantity.LIDAR_YAW, found.yaw(), handEye, HandEye.YAW, YAW_STD_MAX),
        moved(Quantity.LIDAR_X, found.x(), handEye, HandEye.X, PLACE_STD_M_MAX),
        moved(Quantity.LIDAR_Y, found.y(), handEye, HandEye.Y, PLACE_STD_M_MAX),
        ground(Quantity.LIDAR_HEIGHT, found.z(), ground.map(Level.Found::offset), noGround));
  }

  static Estimate noLidar(Quantity quantity) {
    return Estimate.absent(quantity, "the drive has no lidar with a calibration");
  }

  private static Estimate ground(
      Quantity quantity, double value, Optional<Level.Spread> spread, String absence) {
    return spread
        .filter(known -> Double.isFinite(known.std()))
        .map(known -> Estimate.of(quantity, value, known.std(), "plane of the road"))
        .orElseGet(() -> Estimate.absent(quantity, absence));
  }

  private static Estimate moved(
      Quantity quantity,
      double value,
      Optional<HandEye.Solution> handEye,
      int index,
      double stdMax) {
    if (handEye.isEmpty()) {
      return Estimate.absent(
          quantity, "too few sweeps fitted earlier ones: little stands around, or the car stood");
    }
    HandEye.Solution solution = handEye.get();
    double std = solution.std(index);
    if (std <= stdMax) {
      return Estimate.of(
          quantity, value, std, "motion of the lidar over " + solution.stretches() + " stretches");
    }
    return Estimate.absent(
        quantity,
        String.format(
            Locale.ROOT,
            "one sigma would be %.3f %s after %.0f m with turns of %.0f degrees in all",
            std,
            quantity.unit(),
            solution.travelM(),
            Math.toDegrees(solution.turned())));
  }
}
