package io.camber.control.longitudinal;

import io.camber.control.reference.PathPoint;
import io.camber.control.reference.ReferencePath;
import io.camber.pose.EgoPose;
import io.camber.vehicle.VehicleDescription;

/**
 * Keeps the car on the plan's schedule: the plan's acceleration one actuator lag ahead, feedback of position and speed, a
 * slow offset, the grade, a soft end of every stop, and the brake while standing. Never asks for reverse. State: the last
 * demand, the offset, the hold; owned by one thread.
 */
public final class LongitudinalController {
  private static final double NANOS = 1e9;
  private static final double GRAVITY_MPS2 = 9.81;

  /** Feedback acts on no larger errors: a plan from elsewhere must not become full throttle. */
  private static final double POSITION_ERROR_MAX_M = 3.0;

  private static final double SPEED_ERROR_MAX_MPS = 3.0;

  /** Under this speed braking eases off linearly, to {@link #SOFT_STOP_MPS2} at standstill. */
  private static final double SOFT_STOP_MPS = 0.6;

  private static final double SOFT_STOP_MPS2 = 0.35;

  /** Braking of a plan beyond which comfort yields, and at which it is gone. */
  private static final double COMFORT_BRAKE_MPS2 = 2.5;

  private static final double EMERGENCY_BRAKE_MPS2 = 4.0;

  private static final double RELEASE_MPS3 = 10.0;

  /** What the estimated speed of a standing car stays below. */
  private static final double STANDING_MPS = 0.03;

  private static final double GRADE_FILTER_S = 0.7;

  /** Below it the car counts as standing: no resistance to overcome, lest it creep. */
  private static final double ROLLING_MPS = 0.2;

  private final VehicleDescription vehicle;
  private LongitudinalConfig config;
  private final StandstillHold hold = new StandstillHold();
  private long lastNs = Long.MIN_VALUE;
  private double lastAccel;
  private double offset;
  private double grade;

  public LongitudinalController(VehicleDescription vehicle, LongitudinalConfig config) {
    this.vehicle = vehicle;
    this.config = config;
  }

  /** Works with another tuning from the next step on; what it has learned is kept. */
  public void retune(LongitudinalConfig other) {
    config = other;
  }

  /** Starts over from an acceleration that somebody else holds. */
  public void reset(long timeNs, double measuredAccel) {
    lastNs = timeNs;
    lastAccel = limited(measuredAccel, COMFORT_BRAKE_MPS2);
    offset = 0.0;
    hold.release();
  }

  /** The demand of the step before. */
  public double lastAccelMps2() {
    return lastAccel;
  }

  /** Acceleration for a command issued at {@code timeNs}. */
  public AccelDemand step(long timeNs, EgoPose pose, ReferencePath path) {
    if (lastNs == Long.MIN_VALUE) {
      reset(timeNs, pose.accelMps2());
    }
    double stepS = Math.max(0.0, Math.min(0.1, (timeNs - lastNs) / NANOS));
    // Compared at the moment the command acts, or when a plan still to come begins.
    long compareNs = Math.max(timeNs + nanos(config.transportS()), path.startNs());
    double carriedS = (compareNs - pose.timeNs()) / NANOS;
    double speed = pose.twist().forwardMps();
    double travelled = carriedS * (speed + 0.5 * carriedS * pose.accelMps2());
    PathPoint planned = path.at(compareNs);
    PathPoint actual = path.project(pose.mapFromBase().x(), pose.mapFromBase().y(), pose.timeNs());
    double positionError = actual.station() + travelled - planned.station();
    double speedError = speed + carriedS * pose.accelMps2() - planned.speedMps();
    boolean holding = hold.update(timeNs, speed, path);
    double grade = grade(pose, stepS);
    double ahead = feedForward(timeNs, speed, path);
    double wish;
    if (holding) {
      wish = Math.min(config.holdAccelMps2(), -Math.abs(grade) + config.holdAccelMps2());
      offset *= Math.max(0.0, 1.0 - stepS);
    } else {
      wish = ahead
          - config.speedGainPerS() * limited(speedError, SPEED_ERROR_MAX_MPS)
          - config.positionGainPerS2() * limited(positionError, POSITION_ERROR_MAX_M)
          + offset;
      wish = soften(wish, speed, planned) + grade + resistance(speed);
    }
    double accel = limit(wish, ahead, speed, stepS);
    if (!holding && Math.abs(accel - wish) < 1e-9) {
      learnOffset(stepS, speed, speedError, positionError);
    }
    lastNs = timeNs;
    lastAccel = accel;
    return new AccelDemand(accel, positionError, speedError, holding);
  }

  /** What holds the car against gravity; slow, so that the body's dive on its springs is not taken for a hill. */
  private double grade(EgoPose pose, double stepS) {
    double now =
        -config.gradeShare() * GRAVITY_MPS2 * StrictMath.sin(pose.mapFromBase().pitch());
    grade += Math.min(1.0, stepS / GRADE_FILTER_S) * (now - grade);
    return grade;
  }

  private double resistance(double speed) {
    return speed > ROLLING_MPS ? config.rollingMps2() + config.dragPerM() * speed * speed : 0.0;
  }

  /** The plan's acceleration one lag after the command arrives: the first-order inverse of the actuator. */
  private double feedForward(long timeNs, double speed, ReferencePath path) {
    PathPoint arrival = path.at(timeNs + nanos(config.transportS()));
    double lagS = arrival.accelMps2() < 0.0 ? vehicle.brakeLagS() : vehicle.driveLagS();
    PathPoint later = path.at(timeNs + nanos(config.transportS() + lagS));
    boolean ended = later.speedMps() <= 0.0 && speed < SOFT_STOP_MPS;
    return ended ? Math.min(0.0, arrival.accelMps2()) : later.accelMps2();
  }

  /** Lets the last decimetres roll out; only while the plan itself is about to stand. */
  private static double soften(double wish, double speed, PathPoint planned) {
    if (speed >= SOFT_STOP_MPS || planned.speedMps() >= SOFT_STOP_MPS || wish >= 0.0) {
      return wish;
    }
    double share = Math.max(0.0, speed) / SOFT_STOP_MPS;
    double most = SOFT_STOP_MPS2 + share * (COMFORT_BRAKE_MPS2 - SOFT_STOP_MPS2);
    return Math.max(wish, -most);
  }

  private double limit(double wish, double planned, double speed, double stepS) {
    double urgency =
        limited01((-planned - COMFORT_BRAKE_MPS2) / (EMERGENCY_BRAKE_MPS2 - COMFORT_BRAKE_MPS2));
    double down =
        config.jerkMps3Max() + urgency * (config.emergencyJerkMps3Max() - config.jerkMps3Max());
    double up = isReleasing(speed) ? RELEASE_MPS3 : config.jerkMps3Max();
    double bounded = Math.max(-vehicle.decelMps2Max(), Math.min(vehicle.accelMps2Max(), wish));
    return Math.max(lastAccel - down * stepS, Math.min(lastAccel + up * stepS, bounded));
  }

  /** Letting go of hard braking, or of the hold while the car still stands, is not felt as a jerk forward. */
  private boolean isReleasing(double speed) {
    boolean standing = speed < STANDING_MPS && lastAccel < Math.max(0.0, grade);
    return standing || lastAccel < -COMFORT_BRAKE_MPS2;
  }

  private void learnOffset(double stepS, double speed, double speedError, double positionError) {
    if (speed < 1.0) {
      return;
    }
    double error = config.speedGainPerS() * limited(speedError, 1.0)
        + config.positionGainPerS2() * limited(positionError, 1.0);
    offset =
        limited(offset - error * stepS / config.integralTimeS(), config.integralAccelMps2Max());
  }

  private static double limited(double value, double most) {
    return Math.max(-most, Math.min(most, value));
  }

  private static double limited01(double value) {
    return Math.max(0.0, Math.min(1.0, value));
  }

  private static long nanos(double seconds) {
    return Math.round(seconds * NANOS);
  }
}
