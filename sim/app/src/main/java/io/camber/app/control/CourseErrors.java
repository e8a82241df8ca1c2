package io.camber.app.control;

import io.camber.evaluation.accuracy.SteeringMeasure;
import io.camber.evaluation.judgement.Findings;
import io.camber.evaluation.judgement.Metric;
import io.camber.evaluation.statistics.Samples;
import io.camber.geometry.Angles;
import io.camber.geometry.Pose2;
import io.camber.motion.TrajectoryPoint;
import io.camber.vehicle.ControlCommand;

/** Gathers how far a car is from where it should be at the same time, and how busy its steering is. Mutable. */
final class CourseErrors {
  /** A car is lost beyond this distance to the side of where it should be, */
  static final double LOST_M = 2.0;

  /** or beyond this angle. */
  static final double LOST_YAW = Math.toRadians(30.0);

  private static final double STANDING_MPS = 0.01;

  private final Samples lateral = new Samples();
  private final Samples heading = new Samples();
  private final Samples position = new Samples();
  private final Samples speed = new Samples();
  private final SteeringMeasure steering = new SteeringMeasure();
  private final double stepS;
  private double limitedS;
  private double lastLateralM;
  private double lastPositionM;
  private double lastSpeedMps;
  private boolean hasDiverged;

  CourseErrors(double stepS) {
    this.stepS = stepS;
  }

  /** Takes in where the rear axle is and where it should be at that time. */
  void update(TrajectoryPoint planned, Pose2 actual, double speedMps) {
    double dx = actual.x() - planned.x();
    double dy = actual.y() - planned.y();
    double cosine = StrictMath.cos(planned.yaw());
    double sine = StrictMath.sin(planned.yaw());
    lastLateralM = cosine * dy - sine * dx;
    double turned = Angles.difference(actual.yaw(), planned.yaw());
    lastPositionM = cosine * dx + sine * dy;
    lastSpeedMps = speedMps;
    lateral.add(Math.abs(lastLateralM));
    heading.add(Math.abs(turned));
    position.add(Math.abs(lastPositionM));
    speed.add(Math.abs(speedMps - planned.speedMps()));
    hasDiverged |= !(Math.abs(lastLateralM) <= LOST_M && Math.abs(turned) <= LOST_YAW);
  }

  /** Takes in a command and whether a limit cut its steering. */
  void command(ControlCommand command, boolean isLimited) {
    steering.update(command);
    limitedS += isLimited ? stepS : 0.0;
  }

  /** The newest lateral error, left positive. */
  double lateralM() {
    return lastLateralM;
  }

  boolean hasDiverged() {
    return hasDiverged;
  }

  /**
   * What came of it.
   *
   * @param hasStop whether the car should stand where it is now
   */
  CourseFigures figures(boolean hasStop) {
    Findings findings = new Findings();
    steering.report(findings);
    boolean stands = lastSpeedMps < STANDING_MPS;
    return new CourseFigures(
        CourseFigures.Spread.of(lateral),
        CourseFigures.Spread.of(heading),
        CourseFigures.Spread.of(position),
        CourseFigures.Spread.of(speed),
        hasStop && stands ? lastPositionM : Double.NaN,
        value(findings, "control.steeringRate.rms"),
        value(findings, "control.steeringReversalsPerMinute") / 60.0,
        limitedS,
        hasDiverged);
  }

  private static double value(Findings findings, String name) {
    return findings.metrics().stream()
        .filter(metric -> metric.name().equals(name))
        .map(Metric::value)
        .findFirst()
        .orElseThrow()
        .orElse(Double.NaN);
  }
}
