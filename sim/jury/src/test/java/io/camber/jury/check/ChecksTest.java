package io.camber.jury.check;

import static io.camber.jury.check.Shown.CAR;
import static io.camber.jury.check.Shown.TENTH_NS;
import static io.camber.jury.check.Shown.car;
import static io.camber.jury.check.Shown.envelope;
import static io.camber.jury.check.Shown.futures;
import static io.camber.jury.check.Shown.plan;
import static io.camber.jury.check.Shown.pose;
import static io.camber.jury.check.Shown.poses;
import static io.camber.jury.check.Shown.topicOf;
import static io.camber.jury.check.Shown.track;
import static org.assertj.core.api.Assertions.assertThat;

import io.camber.bus.Envelope;
import io.camber.bus.Origin;
import io.camber.bus.Origins;
import io.camber.messages.Topics;
import io.camber.motion.Plan;
import io.camber.motion.Trajectory;
import io.camber.motion.TrajectoryPoint;
import io.camber.scene.ObjectClass;
import io.camber.scene.Track;
import io.camber.scene.Tracks;
import io.camber.vehicle.ControlCommand;
import io.camber.vehicle.DriveMode;
import io.camber.vehicle.VehicleReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Each check raises its own fault and says nothing to a quiet drive. */
final class ChecksTest {
  @Test
  void aQuietDriveRaisesNothing() {
    List<Alarm> alarms = new ArrayList<>();
    List<Check> checks = Checks.all(Optional.empty());
    for (int i = 0; i < 1000; i++) {
      long now = i * 10_000_000L;
      double x = 20.0 + 0.1 * i;
      List<Object> values = new ArrayList<>(
          List.of(new VehicleReport(now, 10.0, 0.0, 0.0, true), pose(now, x, 0.0, 10.0)));
      if (i % 10 == 0) {
        values.add(
            new Tracks(now, List.of(car(1, x + 30.0, 0.0, 10.0), car(2, x + 15.0, 4.0, 10.0))));
        values.add(futures(now, 1, x + 30.0, 10.0));
        values.add(plan(now, x, 0.0));
      }
      values.add(new ControlCommand(now, 0.001 * (i % 3), 0.1, DriveMode.NOMINAL));
      for (Object value : values) {
        checks.forEach(check -> check.onMessage(envelope(topicOf(value), now), value, alarms::add));
      }
    }

    assertThat(alarms).isEmpty();
  }

  @Test
  void aCarThatStopsAlthoughEveryFutureDroveOnWasForeseenWrongly() {
    ForecastCheck check = new ForecastCheck();
    List<Alarm> alarms = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      long now = i * TENTH_NS;
      double x = i < 15 ? i : 15.0;
      check.onMessage(
          envelope(Topics.TRACKS.name(), now),
          new Tracks(now, List.of(car(1, x, 0.0, 0.0))),
          alarms::add);
      check.onMessage(envelope(Topics.FUTURES.name(), now), futures(now, 1, x, 10.0), alarms::add);
    }

    assertThat(alarms).isNotEmpty();
    assertThat(alarms.get(alarms.size() - 1).detail()).startsWith("is 30.0 m from every future");
  }

  @Test
  void aForecastThatIsAsWrongAsAlwaysIsNotRaisedAgain() {
    ForecastCheck check = new ForecastCheck();
    List<Alarm> alarms = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      long now = i * TENTH_NS;
      check.onMessage(
          envelope(Topics.TRACKS.name(), now),
          new Tracks(now, List.of(car(1, 0.0, 0.0, 0.0))),
          alarms::add);
      check.onMessage(
          envelope(Topics.FUTURES.name(), now), futures(now, 1, 0.0, 10.0), alarms::add);
    }

    // the first twenty tell what is usual
    assertThat(alarms).hasSize(20);
  }

  @Test
  void whoHasJustAppearedOrHasNoClassIsForeseenByNobody() {
    ForecastCheck check = new ForecastCheck();
    List<Alarm> alarms = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      long now = i * TENTH_NS;
      Track thing = track(2, ObjectClass.UNKNOWN, CAR, 2.0 * i, 9.0, 20.0, 0.0);
      check.onMessage(
          envelope(Topics.TRACKS.name(), now),
          new Tracks(now, List.of(car(1, 2.0 * i, 0.0, 20.0), thing)),
          alarms::add);
      // both are taken for standing, the car for its first three looks
      int id = i < 3 ? 1 : 2;
      check.onMessage(
          envelope(Topics.FUTURES.name(), now), futures(now, id, 2.0 * i, 0.0), alarms::add);
    }

    assertThat(alarms).isEmpty();
  }

  @Test
  void aPoseThatJumpsOrDriftsFromTheWheelsIsRaised() {
    assertThat(poses(i -> i < 200 ? 0.1 * i : 0.1 * i + 1.0))
        .extracting(Alarm::detail)
        .contains("the pose jumps by 1.1 m");
    // the wheels say 10 m/s, the pose moves at 15
    assertThat(poses(i -> 0.15 * i))
        .extracting(Alarm::detail)
        .contains("moved 30.2 m in 2 s, the wheels 20.1 m");
    assertThat(poses(i -> 0.1 * i)).isEmpty();
  }

  @Test
  void aPlanThatMovesAsideIsRaised() {
    PlanCheck check = new PlanCheck();
    List<Alarm> alarms = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      check.onMessage(
          envelope(Topics.PLAN.name(), i * TENTH_NS),
          plan(i * TENTH_NS, i, 2.0 * (i % 2)),
          alarms::add);
    }

    assertThat(alarms).hasSize(2);
    assertThat(alarms.get(0).detail()).isEqualTo("the plan moves 2.0 m aside");
  }

  @Test
  void aPlanThatPullsOutWhereTheOneBeforeStopsIsRaised() {
    PlanCheck check = new PlanCheck();
    List<Alarm> alarms = new ArrayList<>();
    check.onMessage(envelope(Topics.PLAN.name(), 0), along(0, 0.02, 0.0), alarms::add);
    check.onMessage(envelope(Topics.PLAN.name(), TENTH_NS), along(TENTH_NS, 0.5, 3.0), alarms::add);
    assertThat(alarms).extracting(Alarm::subject).containsExactly("plan");

    alarms.clear();
    check.onMessage(
        envelope(Topics.PLAN.name(), 2 * TENTH_NS), along(2 * TENTH_NS, 0.02, 0.0), alarms::add);
    alarms.clear();
    check.onMessage(
        envelope(Topics.PLAN.name(), 3 * TENTH_NS), along(3 * TENTH_NS, 0.5, 0.0), alarms::add);
    assertThat(alarms).isEmpty();
  }

  /** Straight on in steps of a tenth, moving aside over its first 15 m. */
  private static Plan along(long timeNs, double stepM, double asideM) {
    List<TrajectoryPoint> points = new ArrayList<>();
    for (int i = 0; i <= 50; i++) {
      double x = stepM * i;
      double y = asideM * Math.min(1.0, x / 15.0);
      points.add(new TrajectoryPoint(timeNs + i * TENTH_NS, x, y, 0.0, 0.0, 10.0 * stepM, 0.0));
    }
    return new Plan(timeNs, new Trajectory(points), Trajectory.EMPTY, List.of(), List.of());
  }

  @Test
  void aPlanThatBrakesInABendStaysOnItsWay() {
    PlanCheck check = new PlanCheck();
    List<Alarm> alarms = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      long now = i * TENTH_NS;
      check.onMessage(
          envelope(Topics.PLAN.name(), now), bend(now, i % 2 == 0 ? 10.0 : 3.0), alarms::add);
    }

    assertThat(alarms).isEmpty();
  }

  /** On a circle of 40 m, always from the same place. */
  private static Plan bend(long timeNs, double speedMps) {
    List<TrajectoryPoint> points = new ArrayList<>();
    for (int i = 0; i <= 50; i++) {
      double yaw = speedMps * 0.1 * i / 40.0;
      points.add(new TrajectoryPoint(
          timeNs + i * TENTH_NS,
          40.0 * Math.sin(yaw),
          40.0 * (1.0 - Math.cos(yaw)),
          yaw,
          1.0 / 40.0,
          speedMps,
          0.0));
    }
    return new Plan(timeNs, new Trajectory(points), Trajectory.EMPTY, List.of(), List.of());
  }

  @Test
  void steeringThatSwingsTwiceASecondOscillates() {
    ControlCheck check = new ControlCheck();
    List<Alarm> alarms = new ArrayList<>();
    check.onMessage(
        envelope(Topics.VEHICLE_REPORT.name(), 0),
        new VehicleReport(0, 10.0, 0.0, 0.0, true),
        alarms::add);
    for (int i = 0; i < 400; i++) {
      double angle = 0.05 * StrictMath.sin(2.0 * Math.PI * 2.0 * i * 0.01);
      check.onMessage(
          envelope(Topics.CONTROL_COMMAND.name(), i * 10_000_000L),
          new ControlCommand(i * 10_000_000L, angle, 0.0, DriveMode.NOMINAL),
          alarms::add);
    }

    assertThat(alarms).isNotEmpty();
    assertThat(alarms).extracting(Alarm::kind).containsOnly("oscillation");
  }

  @Test
  void timeThatStandsStillOrGoesBackIsRaised() {
    TimeCheck check = new TimeCheck();
    List<Alarm> alarms = new ArrayList<>();
    String topic = Topics.TRACKS.name();
    check.onMessage(new Envelope(topic, "n", 0, TENTH_NS, TENTH_NS, Origins.NONE), "", alarms::add);
    check.onMessage(new Envelope(topic, "n", 1, 2 * TENTH_NS, 0, Origins.NONE), "", alarms::add);
    check.onMessage(
        new Envelope(topic, "n", 2, 6 * TENTH_NS, 6 * TENTH_NS, Origins.NONE), "", alarms::add);
    check.onMessage(
        new Envelope(topic, "n", 3, 7 * TENTH_NS, 8 * TENTH_NS, Origins.NONE), "", alarms::add);
    Origins old = Origins.of(new Origin(Topics.LIDAR_SWEEP.name(), 0, 0));
    new TimeCheck()
        .onMessage(
            new Envelope(Topics.ACTUATION.name(), "n", 0, 6 * TENTH_NS, 6 * TENTH_NS, old),
            "",
            alarms::add);

    assertThat(alarms)
        .extracting(Alarm::detail)
        .containsExactly(
            "its stamp goes backwards",
            "nothing for 400 ms",
            "its stamp lies in the future",
            "acts on /sensor/lidar/top/sweep of 600 ms ago");
  }

  @Test
  void aTopicThatSpeaksToTheEndIsNotSilent() {
    TimeCheck check = new TimeCheck();
    List<Alarm> alarms = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      check.onMessage(envelope(Topics.TRACKS.name(), i * TENTH_NS), "", alarms::add);
    }
    check.onEnd(22 * TENTH_NS, alarms::add);
    assertThat(alarms).isEmpty();

    check.onEnd(22 * TENTH_NS + 1, alarms::add);
    assertThat(alarms).hasSize(1);
  }

  @Test
  void whoIsSilentBecauseTheLidarIsIsNotToldBesides() {
    List<String> chain = List.of(
        Topics.LIDAR_SWEEP.name(), Topics.TRACKS.name(), Topics.FUTURES.name(), Topics.PLAN.name());
    assertThat(silent(chain, 0)).containsExactly(Topics.LIDAR_SWEEP.name());
    assertThat(silent(chain, 2)).containsExactly(Topics.FUTURES.name());
  }

  /** All of the chain speak ten times a second; from one on they are silent for a second, and then again to the end. */
  private static List<String> silent(List<String> chain, int first) {
    TimeCheck check = new TimeCheck();
    List<Alarm> alarms = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      boolean isGap = (i >= 20 && i < 30) || i >= 50;
      for (int k = 0; k < chain.size(); k++) {
        if (!isGap || k < first) {
          check.onMessage(envelope(chain.get(k), i * TENTH_NS + k * 10_000_000L), "", alarms::add);
        }
      }
    }
    check.onEnd(60 * TENTH_NS, alarms::add);
    assertThat(alarms).hasSize(2);
    return alarms.stream().map(Alarm::subject).distinct().toList();
  }

  @Test
  void posesThatOthersRecordedTenTimesASecondAreSilentOnlyWhenTheyStop() {
    List<Alarm> alarms = new ArrayList<>();
    TimeCheck check = new TimeCheck();
    for (int i = 0; i < 40; i++) {
      long now = (i < 30 ? i : i + 5) * TENTH_NS;
      check.onMessage(envelope(Topics.EGO_POSE.name(), now), "", alarms::add);
    }

    assertThat(alarms).extracting(Alarm::detail).containsExactly("nothing for 600 ms");
  }

  @Test
  void aTopicThatComesSlowerFromTheMiddleOnIsRaisedEveryTime() {
    List<Alarm> alarms = new ArrayList<>();
    TimeCheck check = new TimeCheck();
    long now = 0;
    for (int i = 0; i < 60; i++) {
      now += i < 30 ? 10_000_000L : TENTH_NS;
      check.onMessage(envelope(Topics.EGO_POSE.name(), now), "", alarms::add);
    }

    assertThat(alarms).hasSize(30);
    assertThat(alarms.get(29).detail()).isEqualTo("nothing for 100 ms");
  }
}
