package io.camber.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.camber.bus.Envelope;
import io.camber.bus.Origins;
import io.camber.evaluation.drive.TestDrive;
import io.camber.evaluation.judgement.Judgement;
import io.camber.evaluation.judgement.Metric;
import io.camber.evaluation.judgement.MetricBook;
import io.camber.geometry.Pose2;
import io.camber.map.RoadMap;
import io.camber.messages.Topics;
import io.camber.motion.Mission;
import io.camber.motion.Plan;
import io.camber.motion.Trajectory;
import io.camber.motion.TrajectoryPoint;
import io.camber.scene.SignalColor;
import io.camber.truth.ActorTruth;
import io.camber.vehicle.ControlCommand;
import io.camber.vehicle.DriveMode;
import io.camber.vehicle.VehicleDescription;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleFunction;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

/** Whole drives for the figures that look at all of a drive. */
final class CompositeDriveTest {
  private static final RoadMap ROAD = TestDrive.road();
  private static final double Y = TestDrive.LANE_Y;

  @Test
  void atTheSetSpeedOnAFreeRoadTheReferenceDriverComesAsFar() {
    Judgement judgement = drive(10.0, 10.0, t -> 10.0, Optional.empty());

    assertThat(value(judgement, "progress.ratioToReference")).isCloseTo(1.0, within(1e-6));
    // sampled every tenth of a second, from 0 to 9.9 s
    assertThat(value(judgement, "progress.referenceDistance")).isCloseTo(99.0, within(0.01));
    assertThat(value(judgement, "progress.timeRatioToReference")).isCloseTo(1.0, within(1e-6));
    // all terms kept: the whole score
    assertThat(value(judgement, "score.cls")).isCloseTo(1.0, within(1e-3));
  }

  @Test
  void halfTheSpeedThatTheReferenceDriverComesToIsLessProgress() {
    Judgement judgement = drive(20.0, 10.0, t -> 5.0, Optional.empty());

    // from 5 m/s the driver model reaches the 10 m/s within some seconds
    assertThat(value(judgement, "progress.ratioToReference")).isBetween(0.5, 0.62);
    // 99.5 m in 19.9 s; the driver model takes longer than at 10 m/s all the way
    assertThat(value(judgement, "progress.timeRatioToReference")).isBetween(1.5, 2.0);
  }

  @Test
  void theReferenceDriverStopsBehindWhoeverStands() {
    // rear bumper of the standing car at 79.05 m, front bumper of the ego at 23.75 m at the start
    ActorTruth parked = TestDrive.car("parked", 80.0, Y, 0.0, 0.0);
    Judgement judgement = drive(30.0, 10.0, t -> 0.5, Optional.of(parked));

    assertThat(value(judgement, "progress.referenceDistance")).isBetween(48.0, 55.3);
  }

  @Test
  void aPlanBesideWhatIsDrivenIsThatFarOff() {
    Judgement judgement = drive(12.0, 10.0, t -> 10.0, Optional.empty());

    assertThat(value(judgement, "control.lateral.p95")).isCloseTo(0.3, within(1e-6));
    assertThat(value(judgement, "control.longitudinal.p95")).isCloseTo(0.0, within(1e-6));
    assertThat(value(judgement, "control.speed.p95")).isCloseTo(0.0, within(1e-6));
    assertThat(value(judgement, "control.yaw.p95")).isCloseTo(0.0, within(1e-6));
    assertThat(value(judgement, "plan.drivenDistance.2s")).isCloseTo(0.3, within(1e-6));
    assertThat(value(judgement, "plan.consistentShare")).isEqualTo(1.0);
    assertThat(value(judgement, "lane.keeping")).isEqualTo(1.0);
  }

  @Test
  void hardBrakesAreCountedByTheKilometre() {
    // 10 m/s, one braking of 4 m/s2 from 5.0 to 6.0 s down to 6 m/s
    Judgement judgement = drive(
        15.0, 10.0, t -> t < 5.0 ? 10.0 : t < 6.0 ? 10.0 - 4.0 * (t - 5.0) : 6.0, Optional.empty());

    double way = 50.0 + 8.0 + 9.0 * 6.0;
    assertThat(value(judgement, "comfort.hardBrakesPerKm")).isCloseTo(1000.0 / way, within(0.2));
  }

  @Test
  void comingToRestHasTheDecelerationOfItsLastHalfSecond() {
    Judgement judgement = drive(
        12.0, 10.0, t -> Math.max(0.0, 10.0 - 1.5 * Math.max(0.0, t - 2.0)), Optional.empty());

    assertThat(value(judgement, "comfort.stopDecelMax")).isCloseTo(1.5, within(1e-6));
  }

  @Test
  void threatsAreOfWhatBrakesAndTyresCanDo() {
    ActorTruth parked = TestDrive.car("parked", 80.0, Y, 0.0, 0.0);
    // sampled last at 2.9 s: 55.3 - 29 m at 10 m/s
    Judgement judgement = drive(3.0, 10.0, t -> 10.0, Optional.of(parked));

    double clearance = 55.3 - 29.0;
    assertThat(value(judgement, "following.brakeThreatMax"))
        .isCloseTo(100.0 / (2.0 * clearance) / 9.0, within(1e-6));
    // 1.86 m to the side in 2.63 s
    assertThat(value(judgement, "following.steerThreatMax"))
        .isCloseTo(2.0 * 1.86 / (clearance * clearance / 100.0) / 4.89, within(1e-6));
  }

  @Test
  void whoIsPassedIsNoThreat() {
    // reaches into the way along the middle of the lane, but stands 1 m beside the ego's own
    ActorTruth parked = TestDrive.car("parked", 80.0, Y - 1.7, 0.0, 0.0);
    Judgement judgement = driveAt(1.16, 12.0, 10.0, t -> 10.0, Optional.of(parked));

    assertThat(value(judgement, "following.requiredDecelMax")).isGreaterThan(20.0);
    assertThat(judgement.findMetric("following.brakeThreatMax").orElseThrow().absence())
        .isEqualTo("nobody ahead was on a course to be hit within 2.9 s");
  }

  @Test
  void everyMetricStandsInTheBookWithItsUnitOwnerAndDirection() {
    Judgement judgement = drive(12.0, 10.0, t -> 10.0, Optional.empty());

    assertThat(judgement.metrics()).hasSizeGreaterThan(100);
    for (Metric metric : judgement.metrics()) {
      MetricBook.Entry entry = MetricBook.find(metric.name())
          .orElseThrow(() -> new AssertionError(metric.name() + " is not in metrics.tsv"));
      assertThat(entry.unit()).as(metric.name()).isEqualTo(metric.unit());
      assertThat(entry.owner()).as(metric.name()).isEqualTo(metric.owner());
      assertThat(entry.better()).as(metric.name()).isEqualTo(metric.better());
    }
  }

  @Test
  void whatWasNotMeasuredSaysWhy() {
    Judgement judgement = drive(5.0, 10.0, t -> 10.0, Optional.empty());

    for (Metric metric : judgement.metrics()) {
      assertThat(metric.absence().isEmpty())
          .as(metric.name())
          .isEqualTo(metric.value().isPresent());
    }
    assertThat(judgement.findMetric("prediction.minAde.3s").orElseThrow().absence())
        .isEqualTo("no futures were published");
  }

  /** Straight on in the lane with a plan 0.3 m to the left of what is driven. */
  private static Judgement drive(
      double seconds, double setMps, DoubleUnaryOperator speed, Optional<ActorTruth> other) {
    return driveAt(0.0, seconds, setMps, speed, other);
  }

  /** So far to the left of the middle of the lane. */
  private static Judgement driveAt(
      double left,
      double seconds,
      double setMps,
      DoubleUnaryOperator speed,
      Optional<ActorTruth> other) {
    Jury jury = new Jury(
        ROAD,
        VehicleDescription.midSizeCar(),
        new Mission(0, List.of(), setMps),
        JuryConfig.DEFAULT);
    double x = 20.0;
    int steps = (int) Math.round(seconds * 100.0);
    for (int i = 0; i < steps; i++) {
      double time = i * 0.01;
      long timeNs = i * TestDrive.STEP_NS;
      double now = speed.applyAsDouble(time);
      double accel = (speed.applyAsDouble(time + 0.01) - now) / 0.01;
      ActorTruth ego = TestDrive.car(new Pose2(x, Y + left, 0.0), now, accel);
      jury.onTruth(
          other.isPresent()
              ? TestDrive.frame(timeNs, SignalColor.GREEN, ego, other.get())
              : TestDrive.frame(timeNs, SignalColor.GREEN, ego));
      if (i % 10 == 0) {
        jury.onMessage(envelope(Topics.PLAN.name(), timeNs), plan(timeNs, x, now));
      }
      jury.onMessage(
          envelope(Topics.ACTUATION.name(), timeNs),
          new ControlCommand(timeNs, 0.0, accel, DriveMode.NOMINAL));
      x += 0.01 * now;
    }
    return jury.finish(steps * TestDrive.STEP_NS);
  }

  private static Plan plan(long timeNs, double x, double speed) {
    List<TrajectoryPoint> points = new ArrayList<>();
    DoubleFunction<TrajectoryPoint> at = t -> new TrajectoryPoint(
        timeNs + Math.round(t * 1e9), x + speed * t, Y + 0.3, 0.0, 0.0, speed, 0.0);
    for (int i = 0; i <= 50; i++) {
      points.add(at.apply(0.1 * i));
    }
    return new Plan(timeNs, new Trajectory(points), Trajectory.EMPTY, List.of(), List.of());
  }

  private static Envelope envelope(String topic, long timeNs) {
    return new Envelope(topic, "node", 0, timeNs, timeNs, Origins.NONE);
  }

  private static double value(Judgement judgement, String name) {
    return judgement
        .findMetric(name)
        .orElseThrow(() -> new AssertionError("no " + name))
        .value()
        .orElseThrow(() -> new AssertionError(name + " has no value"));
  }
}
