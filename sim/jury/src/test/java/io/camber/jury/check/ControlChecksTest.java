package io.camber.jury.check;

import static io.camber.jury.check.Shown.TENTH_NS;
import static io.camber.jury.check.Shown.envelope;
import static io.camber.jury.check.Shown.plan;
import static io.camber.jury.check.Shown.pose;
import static org.assertj.core.api.Assertions.assertThat;

import io.camber.evaluation.judgement.Owner;
import io.camber.messages.Topics;
import io.camber.motion.Plan;
import io.camber.motion.Trajectory;
import io.camber.motion.TrajectoryPoint;
import io.camber.vehicle.ControlCommand;
import io.camber.vehicle.DriveMode;
import io.camber.vehicle.VehicleDescription;
import io.camber.vehicle.VehicleReport;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

/** Whose fault it is that steering swings, and when a car does not follow its plan. */
final class ControlChecksTest {
  private static final long CYCLE_NS = 10_000_000L;

  @Test
  void steeringThatSwingsOnAStraightPlanIsControls() {
    assertThat(steered(timeS -> 0.0)).isNotEmpty().allSatisfy(alarm -> {
      assertThat(alarm.check()).isEqualTo("U13");
      assertThat(alarm.owner()).isEqualTo(Owner.CONTROL);
    });
  }

  @Test
  void steeringThatFollowsAPlanThatSwingsIsPlannings() {
    assertThat(steered(timeS -> 0.02 * StrictMath.sin(4.0 * Math.PI * timeS)))
        .isNotEmpty()
        .last()
        .satisfies(alarm -> {
          assertThat(alarm.check()).isEqualTo("U12");
          assertThat(alarm.kind()).isEqualTo("sway");
          assertThat(alarm.owner()).isEqualTo(Owner.PLANNING);
        });
  }

  @Test
  void aPlanThatOnlyBeginsWhereTheSwingHasBroughtTheCarDoesNotAskForIt() {
    // 0.014 rad of 0.05: the wheels lag behind
    assertThat(steered(timeS -> 0.005 * StrictMath.sin(4.0 * Math.PI * timeS)))
        .isNotEmpty()
        .extracting(Alarm::check)
        .containsOnly("U13");
  }

  @Test
  void whatIsNotFeltIsNoSwing() {
    assertThat(steered(timeS -> 0.0, 0.01, 6.0)).isEmpty();
    assertThat(steered(timeS -> 0.0, 0.01, 30.0)).isNotEmpty();
    // hardly felt at walking speed, but thrashing
    assertThat(steered(timeS -> 0.0, 0.06, 3.0)).isNotEmpty();
  }

  private static List<Alarm> steered(DoubleUnaryOperator curvature) {
    return steered(curvature, 0.05, 10.0);
  }

  /** Swings twice a second, under plans that ask for a curvature. */
  private static List<Alarm> steered(
      DoubleUnaryOperator curvature, double amplitude, double speedMps) {
    ControlCheck check = new ControlCheck();
    List<Alarm> alarms = new ArrayList<>();
    check.onMessage(envelope("/vehicle", 0), VehicleDescription.midSizeCar(), alarms::add);
    check.onMessage(
        envelope(Topics.VEHICLE_REPORT.name(), 0),
        new VehicleReport(0, speedMps, 0.0, 0.0, true),
        alarms::add);
    for (int i = 0; i < 400; i++) {
      long now = i * CYCLE_NS;
      if (i % 10 == 0) {
        check.onMessage(envelope(Topics.PLAN.name(), now), bent(now, curvature), alarms::add);
      }
      double angle = amplitude * StrictMath.sin(4.0 * Math.PI * i * 0.01);
      check.onMessage(
          envelope(Topics.CONTROL_COMMAND.name(), now),
          new ControlCommand(now, angle, 0.0, DriveMode.NOMINAL),
          alarms::add);
    }
    return alarms;
  }

  private static Plan bent(long timeNs, DoubleUnaryOperator curvature) {
    List<TrajectoryPoint> points = new ArrayList<>();
    for (int i = 0; i <= 50; i++) {
      long then = timeNs + i * TENTH_NS;
      points.add(
          new TrajectoryPoint(then, i, 0.0, 0.0, curvature.applyAsDouble(then * 1e-9), 10.0, 0.0));
    }
    return new Plan(timeNs, new Trajectory(points), Trajectory.EMPTY, List.of(), List.of());
  }

  @Test
  void aCarThatLeavesItsPlanFartherThanItEverDidIsRaised() {
    // 60 plans followed within 5 cm, then one that is missed by 0.4 m
    assertThat(followed(i -> i < 60 ? 0.05 * (i % 3 - 1) : 0.4, 61)).hasSize(1);
    assertThat(followed(i -> i < 60 ? 0.05 * (i % 3 - 1) : 0.4, 61).get(0).detail())
        .isEqualTo("0.40 m beside the plan");
  }

  @Test
  void whoAlwaysSwaysThatFarOrHasJustBegunIsNotOutOfTheOrdinary() {
    assertThat(followed(i -> 0.4 * (i % 3 - 1), 120)).isEmpty();
    assertThat(followed(i -> i < 30 ? 0.0 : 0.4, 31)).isEmpty();
    assertThat(followed(i -> i < 60 ? 0.001 * (i % 3 - 1) : 0.2, 61)).isEmpty();
  }

  private static List<Alarm> followed(DoubleUnaryOperator aside, int plans) {
    TrackingCheck check = new TrackingCheck();
    List<Alarm> alarms = new ArrayList<>();
    for (int i = 0; i < plans; i++) {
      long now = i * TENTH_NS;
      check.onMessage(envelope(Topics.PLAN.name(), now), plan(now, i, 0.0), alarms::add);
      long later = now + 9 * CYCLE_NS;
      check.onMessage(
          envelope(Topics.EGO_POSE.name(), later),
          pose(later, i + 0.9, aside.applyAsDouble(i), 10.0),
          alarms::add);
    }
    return alarms;
  }
}
