package io.camber.localization;

import io.camber.geometry.Vec3;
import io.camber.localization.inertial.InertialConfig;
import io.camber.localization.inertial.InertialEstimator;
import io.camber.localization.inertial.InertialSolution;
import io.camber.pose.EgoPose;
import io.camber.pose.FixInnovation;
import io.camber.pose.PoseStatus;
import io.camber.sensing.GnssFix;
import io.camber.sensing.ImuSample;
import io.camber.sensing.WheelSpeeds;
import java.util.Optional;

/**
 * Turns sensor samples into the ego pose: refuse what is broken, filter, judge how far the result may be trusted, smooth.
 * One pose per inertial sample, from the first satellite fix on. Owned by one thread.
 */
public final class PoseEstimator {
  /** Fixes used before the pose counts as settled. */
  private static final int SETTLED_FIXES = 3;

  private static final long FIX_AGE_NS_MAX = 1_000_000_000L;
  private static final int LOST_REJECTED_FIXES = 10;
  private static final double LOST_LATERAL_STD_M = 1.0;
  private static final double LOST_LONGITUDINAL_STD_M = 3.0;

  /** No road vehicle measures more: half the gate of a crash sensor. */
  private static final double SPECIFIC_FORCE_MPS2_MAX = 200.0;

  private static final double SPEED_MPS_MAX = 120.0;
  private static final double ACCEL_FILTER_S = 0.05;
  private static final double NANOS = 1e9;

  private final InertialEstimator filter;
  private final PoseSmoother smoother = new PoseSmoother();
  private final SampleCounts counts = new SampleCounts();
  private double accel;
  private long lastNs = Long.MIN_VALUE;

  public PoseEstimator(InertialConfig config) {
    filter = new InertialEstimator(config);
  }

  /** How many samples were used and refused so far. */
  public SampleCounts counts() {
    return counts;
  }

  /** Takes an inertial sample; the pose at its time, once the filter runs. */
  public Optional<EgoPose> update(ImuSample sample) {
    boolean sound = isFinite(sample.specificForceMps2())
        && isFinite(sample.angularRateRadps())
        && sample.specificForceMps2().length() < SPECIFIC_FORCE_MPS2_MAX;
    if (!sound) {
      counts.broken();
      return Optional.empty();
    }
    InertialEstimator.Outcome outcome = filter.update(sample);
    counts.count(outcome);
    return outcome == InertialEstimator.Outcome.USED
        ? filter.solution().map(this::pose)
        : Optional.empty();
  }

  public void update(WheelSpeeds speeds, long sequence) {
    double fastest = Math.max(Math.abs(speeds.rearLeftMps()), Math.abs(speeds.rearRightMps()));
    if (!(fastest < SPEED_MPS_MAX) || !Double.isFinite(speeds.rearMps())) {
      counts.broken();
      return;
    }
    counts.count(filter.update(speeds, sequence));
  }

  public void update(GnssFix fix, long sequence) {
    boolean sound = isFinite(fix.position())
        && Double.isFinite(fix.velocityMps().x() + fix.velocityMps().y() + fix.yaw())
        && Double.isFinite(fix.positionStdM() + fix.velocityStdMps() + fix.yawStd())
        && fix.positionStdM() >= 0.0
        && fix.velocityStdMps() >= 0.0
        && fix.yawStd() >= 0.0;
    if (!sound) {
      counts.broken();
      return;
    }
    counts.count(filter.update(fix, sequence));
  }

  private EgoPose pose(InertialSolution solution) {
    double stepS = lastNs == Long.MIN_VALUE ? 1.0 : (solution.timeNs() - lastNs) / NANOS;
    accel += (1.0 - StrictMath.exp(-stepS / ACCEL_FILTER_S)) * (solution.accelMps2() - accel);
    lastNs = solution.timeNs();
    return new EgoPose(
        solution.timeNs(),
        smoother.update(solution),
        solution.twist(),
        accel,
        solution.longitudinalStdM(),
        solution.lateralStdM(),
        solution.yawStd(),
        solution.gyroBiasRadps(),
        solution.wheelScale(),
        status(solution),
        innovation(solution));
  }

  private static Optional<FixInnovation> innovation(InertialSolution solution) {
    return solution.innovationNs() == Long.MIN_VALUE
        ? Optional.empty()
        : Optional.of(new FixInnovation(
            solution.innovationNs(), solution.innovationX(), solution.innovationY()));
  }

  private static PoseStatus status(InertialSolution solution) {
    boolean contradicted = solution.rejectedFixes() >= LOST_REJECTED_FIXES;
    boolean vague = solution.lateralStdM() > LOST_LATERAL_STD_M
        || solution.longitudinalStdM() > LOST_LONGITUDINAL_STD_M;
    if (contradicted || vague) {
      return PoseStatus.LOST;
    }
    if (solution.fixes() < SETTLED_FIXES) {
      return PoseStatus.INITIALIZING;
    }
    return solution.timeNs() - solution.fixNs() > FIX_AGE_NS_MAX
        ? PoseStatus.DEAD_RECKONING
        : PoseStatus.TRACKING;
  }

  private static boolean isFinite(Vec3 vector) {
    return Double.isFinite(vector.x() + vector.y() + vector.z());
  }
}
