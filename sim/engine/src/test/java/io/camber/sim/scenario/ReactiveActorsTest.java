package io.camber.sim.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.camber.diagnostics.InputException;
import io.camber.truth.ActorTruth;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Entities with the controller CamberTraffic on a straight road along x: Ego comes with 10 m/s, both its lanes are blocked at x = 300. */
class ReactiveActorsTest {
  private static final double LENGTH_M = 5.0;

  /** From the reference point to the rear bumper of a test car, and to its front. */
  private static final double TO_REAR_M = 0.5 * LENGTH_M - 1.4;

  private static final double TO_FRONT_M = 0.5 * LENGTH_M + 1.4;

  @TempDir
  Path folder = Path.of("");

  private static String standing(String name, int lane) {
    return "<Private entityRef=\"" + name
        + "\"><PrivateAction><TeleportAction><Position><LanePosition roadId=\"1\" laneId=\"" + lane
        + "\" s=\"300\"/></Position></TeleportAction></PrivateAction></Private>";
  }

  private static String activation(String name, boolean active, double timeS) {
    return "<Event name=\"" + name + "\" priority=\"parallel\"><Action name=\"" + name
        + "-a\"><PrivateAction><ControllerAction><ActivateControllerAction longitudinal=\""
        + active + "\" lateral=\"" + active + "\"/></ControllerAction></PrivateAction></Action>"
        + "<StartTrigger><ConditionGroup>" + TestFiles.atTime(timeS, "none", 0.0)
        + "</ConditionGroup></StartTrigger></Event>";
  }

  private String scenario(String properties, String events) {
    String text = TestFiles.scenario(
        "",
        TestFiles.EGO_AT_10 + standing("Left", -1) + standing("Right", -2),
        TestFiles.story(events
            + TestFiles.speedEvent(
                "late",
                "priority=\"parallel\"",
                1.0,
                "dynamicsShape=\"step\" dynamicsDimension=\"time\" value=\"0\"",
                TestFiles.atTime(1000.0, "none", 0.0))));
    String car = text.substring(text.indexOf("<Vehicle"), text.indexOf("</Vehicle>") + 10);
    return text.replace(
        "</ScenarioObject>",
        "<ObjectController><Controller name=\"CamberTraffic\"><Properties>" + properties
            + "</Properties></Controller></ObjectController></ScenarioObject>"
            + "<ScenarioObject name=\"Left\">" + car + "</ScenarioObject>"
            + "<ScenarioObject name=\"Right\">" + car + "</ScenarioObject>");
  }

  private ScenarioPlayer play(String text, long seed) {
    Scenario loaded = Scenario.load(TestFiles.write(folder, text), Map.of());
    return new ScenarioPlayer(loaded, TestFiles.map(loaded.mapFile()), seed, "");
  }

  private static ActorTruth ego(ScenarioPlayer player) {
    return player.entities().get(0);
  }

  @Test
  void anActorTurnsReactiveAfterATriggerAndStopsBehindWhoBlocksItsWay() {
    String standstill = "<Property name=\"standstillM\" value=\"2.5\"/>";
    ScenarioPlayer player = play(scenario(standstill, activation("on", true, 5.0)), 1);

    player.step(TestFiles.seconds(5.0));
    assertThat(ego(player).mapFromReference().x()).isCloseTo(150.0, within(0.2));
    player.step(TestFiles.seconds(120.0));

    double gap = 300.0 - TO_REAR_M - ego(player).mapFromReference().x() - TO_FRONT_M;
    assertThat(ego(player).speedMps()).isCloseTo(0.0, within(0.02));
    // IDM comes to rest where the clearance is the one wanted when standing
    assertThat(gap).isCloseTo(2.5, within(0.25));
  }

  @Test
  void withoutATriggerTheStoryboardMovesIt() {
    ScenarioPlayer player = play(scenario("", ""), 1);

    player.step(TestFiles.seconds(30.0));

    assertThat(ego(player).mapFromReference().x()).isCloseTo(400.0, within(0.2));
  }

  @Test
  void itNeitherJumpsNorTouchesAnybody() {
    ScenarioPlayer player = play(scenario("", activation("on", true, 5.0)), 3);
    double before = ego(player).mapFromReference().x();
    for (int tick = 1; tick <= 6_000; tick++) {
      player.step(TestFiles.seconds(0.01 * tick));
      ActorTruth ego = ego(player);
      assertThat(ego.mapFromReference().x() - before)
          .as("step %d", tick)
          .isBetween(-1e-6, 0.01 * 40.0);
      before = ego.mapFromReference().x();
      for (ActorTruth other : player.entities().subList(1, 3)) {
        assertThat(ego.footprint().intersects(other.footprint()))
            .as("step %d", tick)
            .isFalse();
      }
    }
  }

  @Test
  void turnedOffAgainItGoesOnAsTheStoryboardSays() {
    String events = activation("on", true, 5.0)
        + activation("off", false, 120.0)
        + TestFiles.speedEvent(
            "go",
            "priority=\"parallel\"",
            3.0,
            "dynamicsShape=\"step\" dynamicsDimension=\"time\" value=\"0\"",
            TestFiles.atTime(121.0, "none", 0.0));
    ScenarioPlayer player = play(scenario("", events), 1);

    player.step(TestFiles.seconds(120.0));
    double stood = ego(player).mapFromReference().x();
    player.step(TestFiles.seconds(131.0));

    assertThat(ego(player).mapFromReference().x() - stood).isCloseTo(30.0, within(0.1));
  }

  @Test
  void theSameSeedGivesTheSameDrive() {
    String text = scenario("", activation("on", true, 1.0));
    ScenarioPlayer a = play(text, 5);
    ScenarioPlayer b = play(text, 5);
    ScenarioPlayer c = play(text, 6);

    a.step(TestFiles.seconds(15.0));
    b.step(TestFiles.seconds(15.0));
    c.step(TestFiles.seconds(15.0));

    assertThat(b.entities()).isEqualTo(a.entities());
    assertThat(c.entities()).isNotEqualTo(a.entities());
  }

  @Test
  void anImpossiblePropertyIsAnErrorOfTheFile() {
    String text = scenario("<Property name=\"speedFactor\" value=\"fast\"/>", "");

    assertThatThrownBy(() -> play(text, 1))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("test.xosc:")
        .hasMessageContaining("speedFactor=\"fast\" is not a number");
  }
}
