package io.camber.sim.scenario;

import static io.camber.sim.scenario.TestFiles.EGO_AT_10;
import static io.camber.sim.scenario.TestFiles.atTime;
import static io.camber.sim.scenario.TestFiles.scenario;
import static io.camber.sim.scenario.TestFiles.seconds;
import static io.camber.sim.scenario.TestFiles.speedEvent;
import static io.camber.sim.scenario.TestFiles.story;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.camber.geometry.Pose3;
import io.camber.truth.ActorTruth;
import io.camber.truth.ScenarioEvent;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScenarioPlayerTest {
  private static final String STEP =
      "dynamicsShape=\"step\" dynamicsDimension=\"time\" value=\"0\"";
  private static final String ONE_PER_SECOND =
      "dynamicsShape=\"linear\" dynamicsDimension=\"rate\" value=\"1\"";

  @TempDir
  Path folder;

  private ScenarioPlayer play(String events) {
    return TestFiles.play(folder, scenario("", EGO_AT_10, story(events)), "Ego");
  }

  private static double speed(ScenarioPlayer player) {
    return player.entities().get(0).speedMps();
  }

  private static double x(ScenarioPlayer player) {
    return player.entities().get(0).mapFromReference().x();
  }

  @Test
  void aCarWithoutEventsKeepsItsLaneAndSpeed() {
    ScenarioPlayer player = TestFiles.play(folder, scenario("", EGO_AT_10, ""), "");

    player.step(seconds(10.0));

    Pose3 pose = player.entities().get(0).mapFromReference();
    assertThat(pose.x()).isCloseTo(200.0, within(1e-6));
    assertThat(pose.y()).isCloseTo(-1.75, within(1e-9));
    assertThat(speed(player)).isEqualTo(10.0);
  }

  @Test
  void whoMovesStillMovesInTheStepThatEndsTheStoryboard() {
    String stop = "<StopTrigger><ConditionGroup>" + atTime(1.0, "none", 0.0)
        + "</ConditionGroup></StopTrigger>";
    ScenarioPlayer player =
        TestFiles.play(folder, scenario("", EGO_AT_10, "").replace("<StopTrigger/>", stop), "");

    player.step(seconds(0.99));
    assertThat(player.finished()).isFalse();
    player.step(seconds(5.0));

    assertThat(player.finished()).isTrue();
    // as far as the clock says, to the end of that step and no further
    assertThat(x(player)).isCloseTo(100.0 + 10.0 * player.timeNs() * 1e-9, within(1e-6));
    assertThat(player.timeNs()).isEqualTo(seconds(1.01));
  }

  @Test
  void stopsAtTheEndOfTheRoad() {
    ScenarioPlayer player = TestFiles.play(folder, scenario("", EGO_AT_10, ""), "");

    player.step(seconds(120.0));

    assertThat(x(player)).isCloseTo(1000.0, within(1e-6));
    assertThat(speed(player)).isZero();
  }

  @Test
  void aRisingEdgeNeedsAChange() {
    ScenarioPlayer player =
        play(speedEvent("E", "priority=\"parallel\"", 20.0, STEP, atTime(0.0, "rising", 0.0)));

    player.step(seconds(1.0));

    assertThat(speed(player)).isEqualTo(10.0);
  }

  @Test
  void aRisingEdgeFiresWhenTheConditionBecomesTrue() {
    ScenarioPlayer player =
        play(speedEvent("E", "priority=\"parallel\"", 20.0, STEP, atTime(1.0, "rising", 0.0)));

    player.step(seconds(1.0));
    assertThat(speed(player)).isEqualTo(10.0);
    player.step(seconds(1.01));
    assertThat(speed(player)).isEqualTo(20.0);
  }

  @Test
  void aDelayHoldsAPulseBack() {
    ScenarioPlayer player =
        play(speedEvent("E", "priority=\"parallel\"", 20.0, STEP, atTime(1.0, "rising", 0.5)));

    player.step(seconds(1.49));
    assertThat(speed(player)).isEqualTo(10.0);
    player.step(seconds(1.52));
    assertThat(speed(player)).isEqualTo(20.0);
  }

  @Test
  void overrideEndsTheRunningEventOfTheManeuver() {
    ScenarioPlayer player = play(
        speedEvent("slow", "priority=\"parallel\"", 40.0, ONE_PER_SECOND, atTime(0.0, "none", 0.0))
            + speedEvent("stop", "priority=\"override\"", 0.0, STEP, atTime(2.0, "none", 0.0)));

    player.step(seconds(5.0));

    assertThat(speed(player)).isZero();
    assertThat(player.drainEvents())
        .extracting(ScenarioEvent::kind, ScenarioEvent::element)
        .contains(org.assertj.core.groups.Tuple.tuple("ended", "S/A/G/M/slow"));
  }

  @Test
  void skipWaitsWhileAnotherEventRuns() {
    ScenarioPlayer player = play(
        speedEvent("slow", "priority=\"parallel\"", 12.0, ONE_PER_SECOND, atTime(0.0, "none", 0.0))
            + speedEvent("late", "priority=\"skip\"", 30.0, STEP, atTime(1.0, "none", 0.0)));

    player.step(seconds(1.5));
    assertThat(speed(player)).isLessThan(12.0);
    player.step(seconds(3.0));
    assertThat(speed(player)).isEqualTo(30.0);
  }

  @Test
  void anEventRunsAsOftenAsItMay() {
    ScenarioPlayer player = play(speedEvent(
        "E",
        "priority=\"parallel\" maximumExecutionCount=\"3\"",
        20.0,
        STEP,
        atTime(1.0, "none", 0.0)));

    player.step(seconds(2.0));

    List<ScenarioEvent> starts = player.drainEvents().stream()
        .filter(event -> event.kind().equals("started") && event.element().equals("S/A/G/M/E"))
        .toList();
    assertThat(starts).hasSize(3);
    assertThat(player.finished()).isTrue();
  }

  @Test
  void aLinearRateGivesTheClosedFormOfTheWay() {
    ScenarioPlayer player = play(
        speedEvent("E", "priority=\"parallel\"", 20.0, ONE_PER_SECOND, atTime(0.0, "none", 0.0)));

    player.step(seconds(10.0));

    assertThat(speed(player)).isCloseTo(20.0, within(0.011));
    // 10 t + t^2 / 2; steps at the new speed lead by at most v dt
    assertThat(x(player)).isCloseTo(100.0 + 100.0 + 50.0, within(0.25));
  }

  @Test
  void twoRunsAreTheSameToTheLastBit() {
    String events =
        speedEvent("E", "priority=\"parallel\"", 20.0, ONE_PER_SECOND, atTime(0.5, "none", 0.0));
    ScenarioPlayer first = play(events);
    ScenarioPlayer second = play(events);

    first.step(seconds(7.0));
    for (long t = 0; t <= seconds(7.0); t += ScenarioPlayer.STEP_NS) {
      second.step(t);
    }

    assertThat(second.entities()).isEqualTo(first.entities());
  }

  @Test
  void aHandedOverEgoStaysWhereItsDriverPutsItAndTheStoryGoesOn() {
    ScenarioPlayer player = play(
        speedEvent("go", "priority=\"parallel\"", 15.0, ONE_PER_SECOND, atTime(0.0, "none", 0.0)));
    player.handOver();
    ActorTruth ego = player.entities().get(0);

    for (long t = ScenarioPlayer.STEP_NS; t <= seconds(6.0); t += ScenarioPlayer.STEP_NS) {
      player.placeEgo(ego);
      player.step(t);
    }

    assertThat(x(player)).isEqualTo(100.0);
    assertThat(player.drainEvents())
        .extracting(ScenarioEvent::kind, ScenarioEvent::element)
        .contains(org.assertj.core.groups.Tuple.tuple("ended", "S/A/G/M/go"));
  }

  @Test
  void theMissionIsTheFastestSpeedAskedFor() {
    ScenarioPlayer player = play(
        speedEvent("go", "priority=\"parallel\"", 15.0, ONE_PER_SECOND, atTime(0.0, "none", 0.0)));

    assertThat(player.mission().speedMpsSet()).isEqualTo(15.0);
    assertThat(player.mission().waypoints()).isEmpty();
    assertThat(player.egoWheelbaseM()).isCloseTo(2.8, within(1e-12));
  }
}
