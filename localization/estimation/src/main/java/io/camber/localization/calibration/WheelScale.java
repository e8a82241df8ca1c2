package io.camber.localization.calibration;

import io.camber.calibration.Estimate;
import io.camber.calibration.Quantity;
import io.camber.localization.calibration.HandEye.Solution;
import io.camber.localization.leastsquares.ClusteredFit;
import io.camber.localization.odometry.MotionRecord;
import io.camber.sensing.GnssFix;
import java.util.List;
import java.util.Optional;

/** True over measured wheel speed, from the speed over ground of satellite fixes or from the way of the lidar. */
final class WheelScale {
  private static final double SPEED_MPS_MIN = 3.0;
  private static final double YAW_STD_MAX = 0.03;
  private static final long BLOCK_NS = 2_000_000_000L;
  private static final int FIXES_MIN = 50;
  private static final double STD_MAX = 0.003;

  private WheelScale() {}

  static Estimate estimate(
      List<GnssFix> fixes, MotionRecord motion, long untilNs, Optional<Solution> handEye) {
    Optional<Estimate> satellites = satellites(fixes, motion, untilNs);
    Optional<Estimate> lidar = handEye
        .filter(solution -> solution.std(HandEye.WHEEL_SCALE) <= STD_MAX)
        .map(solution -> Estimate.of(
            Quantity.WHEEL_SCALE,
            solution.value(HandEye.WHEEL_SCALE),
            solution.std(HandEye.WHEEL_SCALE),
            "way of the lidar"));
    // Satellites measure speed itself; cells draw the way of the lidar a little.
    if (satellites.isPresent()) {
      return satellites.get();
    }
    return lidar.orElseGet(() -> Estimate.absent(
        Quantity.WHEEL_SCALE,
        "fewer than " + FIXES_MIN
            + " satellite fixes with speed and heading while driving, and no way of the lidar"));
  }

  private static Optional<Estimate> satellites(
      List<GnssFix> fixes, MotionRecord motion, long untilNs) {
    ClusteredFit fit = new ClusteredFit(1);
    for (GnssFix fix : fixes) {
      if (fix.timeNs() > untilNs || !motion.covers(fix.timeNs(), fix.timeNs())) {
        continue;
      }
      double measured = motion.speedAt(fix.timeNs());
      double along = StrictMath.cos(fix.yaw()) * fix.velocityMps().x()
          + StrictMath.sin(fix.yaw()) * fix.velocityMps().y();
      if (Math.abs(measured) >= SPEED_MPS_MIN
          && fix.yawStd() <= YAW_STD_MAX
          && Double.isFinite(along)) {
        fit.add(fix.timeNs() / BLOCK_NS, new double[] {measured}, along);
      }
    }
    return fit.solve()
        .filter(solution -> solution.samples() >= FIXES_MIN && solution.std(0) <= STD_MAX)
        .map(solution -> Estimate.of(
            Quantity.WHEEL_SCALE,
            solution.value(0),
            solution.std(0),
            "speed of " + solution.samples() + " satellite fixes"));
  }
}
