package io.camber.sim.scenario;

import static io.camber.sim.scenario.TestFiles.EGO_AT_10;
import static io.camber.sim.scenario.TestFiles.scenario;
import static io.camber.sim.scenario.TestFiles.seconds;
import static io.camber.sim.scenario.TestFiles.speedEvent;
import static io.camber.sim.scenario.TestFiles.story;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ValueConditionsTest {
  private static final String STEP =
      "dynamicsShape=\"step\" dynamicsDimension=\"time\" value=\"0\"";
  private static final String NOON = "<GlobalAction><EnvironmentAction><Environment name=\"day\">"
      + "<TimeOfDay animation=\"true\" dateTime=\"2026-06-01T12:00:00\"/></Environment></EnvironmentAction></GlobalAction>";

  @TempDir
  Path folder;

  private static String condition(String content) {
    return "<Condition name=\"c\" delay=\"0\" conditionEdge=\"none\">" + content + "</Condition>";
  }

  private ScenarioPlayer play(String init, String condition) {
    String event = speedEvent("E", "priority=\"parallel\"", 20.0, STEP, condition(condition));
    return TestFiles.play(folder, scenario("", init, story(event)), "");
  }

  private static double speed(ScenarioPlayer player) {
    return player.entities().get(0).speedMps();
  }

  @Test
  void theTimeOfDayGoesOnFromWhatTheEnvironmentSays() {
    ScenarioPlayer player = play(
        NOON + EGO_AT_10,
        "<ByValueCondition><TimeOfDayCondition rule=\"greaterOrEqual\" dateTime=\"2026-06-01T12:00:03Z\"/></ByValueCondition>");

    player.step(seconds(2.9));
    assertThat(speed(player)).isEqualTo(10.0);
    player.step(seconds(3.1));
    assertThat(speed(player)).isEqualTo(20.0);
  }

  @Test
  void withoutAnEnvironmentThereIsNoTimeOfDay() {
    ScenarioPlayer player = play(
        EGO_AT_10,
        "<ByValueCondition><TimeOfDayCondition rule=\"lessThan\" dateTime=\"2099-01-01T00:00:00\"/></ByValueCondition>");

    player.step(seconds(1.0));

    assertThat(speed(player)).isEqualTo(10.0);
  }

  @Test
  void aUserDefinedValueIsWhatTheProgramAroundSays() {
    ScenarioPlayer player = play(
        EGO_AT_10,
        "<ByValueCondition><UserDefinedValueCondition name=\"door\" rule=\"equalTo\" value=\"open\"/></ByValueCondition>");

    player.step(seconds(1.0));
    assertThat(speed(player)).isEqualTo(10.0);
    player.setUserValue("door", "open");
    player.step(seconds(1.1));
    assertThat(speed(player)).isEqualTo(20.0);
  }

  @Test
  void noneOfTheEntitiesMayPassARuleOfNone() {
    String faster =
        "<ByEntityCondition><TriggeringEntities triggeringEntitiesRule=\"none\"><EntityRef entityRef=\"Ego\"/></TriggeringEntities>"
            + "<EntityCondition><SpeedCondition rule=\"greaterThan\" value=\"%s\"/></EntityCondition></ByEntityCondition>";

    ScenarioPlayer holds = play(EGO_AT_10, faster.formatted("15"));
    holds.step(seconds(0.1));
    assertThat(speed(holds)).isEqualTo(20.0);

    ScenarioPlayer fails = play(EGO_AT_10, faster.formatted("5"));
    fails.step(seconds(0.1));
    assertThat(speed(fails)).isEqualTo(10.0);
  }

  @Test
  void whoTriggersTheEventActsWhereActorsSaySo() {
    String event = speedEvent(
        "E",
        "priority=\"parallel\"",
        20.0,
        STEP,
        condition(
            "<ByEntityCondition><TriggeringEntities triggeringEntitiesRule=\"any\"><EntityRef entityRef=\"Ego\"/></TriggeringEntities>"
                + "<EntityCondition><TraveledDistanceCondition value=\"5\"/></EntityCondition></ByEntityCondition>"));
    String text = scenario("", EGO_AT_10, story(event))
        .replace(
            "<Actors selectTriggeringEntities=\"false\"><EntityRef entityRef=\"Ego\"/></Actors>",
            "<Actors selectTriggeringEntities=\"true\"/>");
    ScenarioPlayer player = TestFiles.play(folder, text, "");

    player.step(seconds(0.4));
    assertThat(speed(player)).isEqualTo(10.0);
    player.step(seconds(0.6));
    assertThat(speed(player)).isEqualTo(20.0);
  }

  @Test
  void aSelectionByTypeActsAsAllEntitiesOfThatType() {
    String text = scenario("", EGO_AT_10.replace("entityRef=\"Ego\"", "entityRef=\"cars\""), "")
        .replace(
            "</Entities>",
            "<EntitySelection name=\"cars\"><Members><ByType objectType=\"vehicle\"/></Members></EntitySelection></Entities>");

    assertThat(speed(TestFiles.play(folder, text, ""))).isEqualTo(10.0);
  }

  @Test
  void aScenarioWithoutRoadsIsSetOnAPlaneWhereWorldPositionsHold() {
    String text = scenario(
            "",
            EGO_AT_10.replace(
                "<LanePosition roadId=\"1\" laneId=\"-1\" s=\"100\"/>",
                "<WorldPosition x=\"3\" y=\"4\" h=\"1\"/>"),
            "")
        .replace("<LogicFile filepath=\"road.xodr\"/>", "");
    Scenario loaded = Scenario.load(TestFiles.write(folder, text), java.util.Map.of());

    ScenarioPlayer player = new Playback(TestFiles::map).open(loaded);

    assertThat(loaded.findMapFile()).isEmpty();
    assertThat(player.entities().get(0).mapFromReference().x()).isCloseTo(3.0, within(1e-12));
    assertThat(player.entities().get(0).mapFromReference().yaw()).isCloseTo(1.0, within(1e-12));
  }
}
