package io.camber.control.lateral;

import io.camber.control.reference.PathPoint;
import io.camber.control.reference.ReferencePath;
import io.camber.geometry.Angles;
import io.camber.pose.EgoPose;
import io.camber.vehicle.VehicleDescription;
import io.camber.vehicle.VehicleReport;

/**
 * Keeps the rear axle on the path. Each step: follow the wheel angle, learn the handling, predict the motion over the dead
 * time, feed the path's curvature forward through the inverse of the lag, feed the predicted errors back by the regulator,
 * add the slow offset, limit. State: command history, wheel angle, learned handling, offset; owned by one thread.
 */
public final class LateralController {
  private static final double NANOS = 1e9;

  /** Half the base line over which the path's steering rate is taken: one point of a 0.1 s plan to each side. */
  private static final double RATE_BASE_S = 0.1;

  /** Feedback acts on no larger errors: from farther away the planner must lead back. */
  private static final double LATERAL_ERROR_MAX_M = 1.0;

  private static final double COURSE_ERROR_MAX = 0.5;

  /** The offset learns only while errors are those of tracking and the car moves. */
  private static final double OFFSET_ERROR_MAX_M = 0.5;

  private static final double OFFSET_SPEED_MIN_MPS = 2.0;

  /** Below this speed the wheels stay as they are: turning them while standing wears tyres and moves nothing. */
  private static final double HOLD_SPEED_MPS = 0.1;

  private final VehicleDescription vehicle;
  private final LateralConfig config;
  private final GainSchedule schedule;
  private final DeadTimePredictor predictor;
  private final HandlingEstimator handling;
  private long lastNs = Long.MIN_VALUE;
  private long lastPoseNs = Long.MIN_VALUE;
  private double lastAngle;
  private double offset;

  public LateralController(VehicleDescription vehicle, LateralConfig config) {
    this.vehicle = vehicle;
    this.config = config;
    HandlingModel usual =
        new HandlingModel(vehicle.wheelbaseM(), config.understeerS2pM(), config.slipS2pM());
    this.schedule = new GainSchedule(usual, vehicle.steeringLagS(), config.bandwidthRadps());
    this.predictor = new DeadTimePredictor(vehicle);
    this.handling = new HandlingEstimator(usual);
  }

  /** Starts over from a wheel angle that somebody else holds. Learned handling is kept. */
  public void reset(long timeNs, double measuredAngle) {
    predictor.reset(measuredAngle);
    lastNs = timeNs;
    lastPoseNs = Long.MIN_VALUE;
    lastAngle = measuredAngle;
    offset = 0.0;
  }

  /**
   * Steering for a command issued at {@code timeNs}.
   *
   * @param accelMps2 expected over the dead time
   */
  public SteeringDemand step(
      long timeNs, EgoPose pose, VehicleReport report, double accelMps2, ReferencePath path) {
    if (lastNs == Long.MIN_VALUE) {
      reset(timeNs, report.steeringAngle());
    }
    double stepS = Math.max(0.0, Math.min(0.1, (timeNs - lastNs) / NANOS));
    observe(pose, report);
    long effectiveNs = timeNs + nanos(config.transportS() + vehicle.steeringDeadTimeS());
    HandlingModel model = handling.model();
    PredictedMotion motion = predictor.predict(pose, handling, accelMps2, effectiveNs);
    PathPoint place = path.project(motion.x(), motion.y(), effectiveNs);
    double lateralError = place.lateralOf(motion.x(), motion.y());
    double courseError = Angles.difference(motion.course(), place.yaw());
    double reference = reference(motion.speedMps(), place.curvaturePerM());
    double lagS = vehicle.steeringLagS() + model.yawLagS(motion.speedMps());
    double feedForward = reference + lagS * steeringRate(motion, place, path);
    double turning = motion.speedMps() * place.curvaturePerM();
    double[] gain = schedule.at(motion.speedMps());
    double wish = feedForward
        - gain[0] * limited(lateralError, LATERAL_ERROR_MAX_M)
        - gain[1] * limited(courseError, COURSE_ERROR_MAX)
        - gain[2] * (motion.yawRateRadps() - turning)
        - gain[3] * (motion.steeringAngle() - reference)
        + offset
        - predictor.actuatorOffset();
    double angle = pose.twist().forwardMps() < HOLD_SPEED_MPS
            && path.at(effectiveNs).speedMps() < HOLD_SPEED_MPS
        ? lastAngle
        : limit(wish, motion.speedMps(), stepS);
    boolean cut = Math.abs(angle - wish) > 1e-9;
    if (!cut) {
      learnOffset(stepS, motion.speedMps(), gain[0], lateralError);
    }
    predictor.commanded(effectiveNs, angle);
    lastNs = timeNs;
    lastAngle = angle;
    return new SteeringDemand(angle, lateralError, courseError, feedForward, cut);
  }

  private void observe(EgoPose pose, VehicleReport report) {
    double angle = predictor.observe(report.timeNs(), report.steeringAngle());
    double stepS =
        lastPoseNs == Long.MIN_VALUE ? 0.0 : Math.min(0.1, (pose.timeNs() - lastPoseNs) / NANOS);
    handling.update(
        Math.max(0.0, stepS),
        pose.twist().forwardMps(),
        pose.twist().leftMps(),
        pose.twist().yawRateRadps(),
        angle);
    lastPoseNs = pose.timeNs();
  }

  /** Wheel angle that holds a curvature, less what the car turns by itself. */
  private double reference(double speed, double curvature) {
    double own = speed > 1.0 ? handling.driftRadps() / speed : 0.0;
    return handling.model().steeringAngle(speed, curvature - own);
  }

  private double steeringRate(PredictedMotion motion, PathPoint place, ReferencePath path) {
    double reach = motion.speedMps() * RATE_BASE_S;
    double ahead = path.atStation(place.station() + reach).curvaturePerM();
    double behind = path.atStation(place.station() - reach).curvaturePerM();
    double speed = motion.speedMps();
    return (reference(speed, ahead) - reference(speed, behind)) / (2.0 * RATE_BASE_S);
  }

  private double limit(double wish, double speed, double stepS) {
    double most = vehicle.steeringAngleMax();
    double squared = speed * speed;
    if (squared > 1.0) {
      double curvature = config.lateralAccelMps2Max() / squared;
      most = Math.min(most, handling.model().steeringAngle(speed, curvature));
    }
    double change = vehicle.steeringRateRadpsMax() * stepS;
    double reachable = lastAngle + limited(wish - lastAngle, change);
    return limited(reachable, most);
  }

  private void learnOffset(double stepS, double speed, double gain, double lateralError) {
    if (speed < OFFSET_SPEED_MIN_MPS || Math.abs(lateralError) > OFFSET_ERROR_MAX_M) {
      return;
    }
    offset = limited(
        offset - gain * lateralError * stepS / config.integralTimeS(), config.integralAngleMax());
  }

  private static double limited(double value, double most) {
    return Math.max(-most, Math.min(most, value));
  }

  private static long nanos(double seconds) {
    return Math.round(seconds * NANOS);
  }
}
