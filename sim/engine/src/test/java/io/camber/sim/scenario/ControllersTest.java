package io.camber.sim.scenario;

import static io.camber.sim.scenario.TestFiles.scenario;
import static io.camber.sim.scenario.TestFiles.seconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.camber.truth.ActorTruth;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ControllersTest {
  @TempDir
  Path folder;

  /** Two cars in one lane, 100 m apart, the rear one with a controller. */
  private String following(String controller, double rearMps, double frontMps) {
    String both = scenario(
        "",
        start(
                "Ego",
                100.0,
                rearMps,
                "<PrivateAction><ControllerAction>"
                    + "<ActivateControllerAction longitudinal=\"true\" lateral=\"false\"/></ControllerAction></PrivateAction>")
            + start("Ahead", 200.0, frontMps, ""),
        "");
    String car = both.substring(both.indexOf("<Vehicle"), both.indexOf("</Vehicle>") + 10);
    return both.replace(
        "</ScenarioObject>",
        "<ObjectController>" + controller + "</ObjectController></ScenarioObject>"
            + "<ScenarioObject name=\"Ahead\">" + car + "</ScenarioObject>");
  }

  private static String start(String entity, double s, double speedMps, String more) {
    return "<Private entityRef=\"" + entity
        + "\"><PrivateAction><TeleportAction><Position><LanePosition roadId=\"1\" laneId=\"-1\" s=\""
        + s
        + "\"/></Position></TeleportAction></PrivateAction><PrivateAction><LongitudinalAction><SpeedAction>"
        + "<SpeedActionDynamics dynamicsShape=\"step\" dynamicsDimension=\"time\" value=\"0\"/>"
        + "<SpeedActionTarget><AbsoluteTargetSpeed value=\"" + speedMps
        + "\"/></SpeedActionTarget></SpeedAction></LongitudinalAction></PrivateAction>" + more
        + "</Private>";
  }

  private ActorTruth ego(String text, double timeS) {
    ScenarioPlayer player = TestFiles.play(folder, text, "");
    player.step(seconds(timeS));
    return player.entities().get(0);
  }

  @Test
  void cruiseControlSettlesAtItsTimeGapBehindASlowerCar() {
    String text = following(
        "<Controller name=\"ACCController\"><Properties><Property name=\"timeGap\" value=\"1.5\"/></Properties></Controller>",
        20.0,
        10.0);

    ScenarioPlayer player = TestFiles.play(folder, text, "");
    player.step(seconds(60.0));
    double gap = player.entities().get(1).mapFromReference().x()
        - player.entities().get(0).mapFromReference().x()
        - 5.0;

    // f = 0 asks for v = u, but the free term lifts f until 2.5 f + f (w - u) balances: g stays
    // near 3 m + T u
    assertThat(player.entities().get(0).speedMps()).isCloseTo(10.0, within(0.05));
    assertThat(gap).isBetween(17.0, 19.0);
  }

  @Test
  void anExternalControllerLeavesItsEntityToItsDriver() {
    String text = following("<Controller name=\"ExternalController\"/>", 20.0, 10.0);

    assertThat(ego(text, 5.0).speedMps()).isZero();
    assertThat(ego(text, 5.0).mapFromReference().x()).isCloseTo(100.0, within(0.3));
  }

  @Test
  void aControllerWithoutAModelIsNamedAndLeavesTheEntityToTheStoryboard() {
    String text = following("<Controller name=\"Somebody\"/>", 20.0, 30.0);

    assertThat(ego(text, 2.0).speedMps()).isEqualTo(20.0);
    assertThat(Scenario.load(TestFiles.write(folder, text), Map.of()).warnings())
        .anySatisfy(
            warning -> assertThat(warning).contains("controller \"Somebody\" has no model here"));
  }

  @Test
  void theRegulationsCarStopsForAStandingOne() {
    String text = following(
        "<Controller name=\"ALKS_R157SM_Controller\"><Properties><Property name=\"model\" value=\"Regulation\"/></Properties></Controller>",
        15.0,
        0.0);

    ActorTruth ego = ego(text, 30.0);

    assertThat(ego.speedMps()).isCloseTo(0.0, within(0.01));
    assertThat(ego.mapFromReference().x()).isLessThan(195.0);
  }

  @Test
  void theReferenceDriverIsNotFasterThanPerceptionReactionAndBuildUpAllow() {
    String text = following(
        "<Controller name=\"ALKS_R157SM_Controller\"><Properties><Property name=\"model\" value=\"ReferenceDriver\"/>"
            + "<Property name=\"fullStop\" value=\"true\"/></Properties></Controller>",
        20.0,
        20.0);

    // nobody brakes: the driver keeps the speed
    assertThat(ego(text, 10.0).speedMps()).isEqualTo(20.0);
  }
}
