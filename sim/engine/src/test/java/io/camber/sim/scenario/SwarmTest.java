package io.camber.sim.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.camber.diagnostics.InputException;
import io.camber.geometry.Pose3;
import io.camber.geometry.Vec2;
import io.camber.scene.ObjectClass;
import io.camber.truth.ActorTruth;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SwarmTest {
  private static final double INNER_M = 30.0;
  private static final double ALONG_M = 90.0;
  private static final double ACROSS_M = 40.0;
  private static final int NUMBER = 8;

  /** Swarms look after their members ten times a second; so far they come relative to the object in between. */
  private static final double A_TENTH_M = 5.0;

  @TempDir
  Path folder = Path.of("");

  private static String swarm(String more) {
    return """
        <GlobalAction><TrafficAction trafficName="around">
          <TrafficSwarmAction innerRadius="%s" semiMajorAxis="%s" semiMinorAxis="%s" offset="0" numberOfVehicles="%s">
            <CentralObject entityRef="Ego"/>%s
          </TrafficSwarmAction></TrafficAction></GlobalAction>
        """.formatted(INNER_M, ALONG_M, ACROSS_M, NUMBER, more);
  }

  private static String scenario(String more, String stories) {
    return TestFiles.scenario("", swarm(more) + TestFiles.EGO_AT_10, stories);
  }

  private ScenarioPlayer play(String scenario, long seed) {
    Scenario loaded = Scenario.load(TestFiles.write(folder, scenario), Map.of());
    return new ScenarioPlayer(loaded, TestFiles.map(loaded.mapFile()), seed, "");
  }

  private static List<ActorTruth> around(ScenarioPlayer player) {
    return player.entities().stream()
        .filter(actor -> actor.name().startsWith("swarm1-"))
        .toList();
  }

  private static ActorTruth ego(ScenarioPlayer player) {
    return player.entities().get(0);
  }

  private static void nobodyTouches(List<ActorTruth> actors) {
    for (int a = 0; a < actors.size(); a++) {
      for (int b = 0; b < a; b++) {
        assertThat(actors.get(a).footprint().intersects(actors.get(b).footprint()))
            .as("%s and %s", actors.get(a), actors.get(b))
            .isFalse();
      }
    }
  }

  private static Vec2 front(ActorTruth actor) {
    return actor
        .mapFromReference()
        .toPose2()
        .apply(new Vec2(actor.centerOffsetM() + 0.5 * actor.size().lengthM(), 0.0));
  }

  /** How far out in the ellipse: 1 is its rim. */
  private static double reach(ActorTruth actor, Pose3 middle, double alongM, double acrossM) {
    double dx = actor.footprint().center().x() - middle.x();
    double dy = actor.footprint().center().y() - middle.y();
    double c = Math.cos(middle.yaw());
    double s = Math.sin(middle.yaw());
    return Math.hypot((dx * c + dy * s) / alongM, (dy * c - dx * s) / acrossM);
  }

  @Test
  void asManyAsAskedForDriveAroundTheObjectFromTheStartAndInTheEllipseOnly() {
    ScenarioPlayer player = play(scenario("", ""), 7);
    Set<String> names = new LinkedHashSet<>();
    assertThat(around(player)).hasSize(NUMBER);
    for (int tick = 1; tick <= 600; tick++) {
      Pose3 middle = ego(player).mapFromReference();
      for (ActorTruth actor : around(player)) {
        if (names.add(actor.name())) {
          assertThat(Math.hypot(front(actor).x() - middle.x(), front(actor).y() - middle.y()))
              .isGreaterThan(INNER_M - A_TENTH_M);
        }
        assertThat(reach(actor, middle, ALONG_M + A_TENTH_M, ACROSS_M + A_TENTH_M))
            .isLessThan(1.0);
      }
      nobodyTouches(player.entities());
      assertThat(around(player).size()).isBetween(NUMBER / 2, NUMBER);
      player.step(TestFiles.seconds(0.1 * tick));
    }
    // those who left were replaced, by somebody else
    assertThat(names).hasSizeGreaterThan(NUMBER + 5);
  }

  @Test
  void sameSeedSameTrafficAnotherSeedAnother() {
    List<List<ActorTruth>> runs = new ArrayList<>();
    for (long seed : new long[] {1, 1, 2}) {
      ScenarioPlayer player = play(scenario("", ""), seed);
      player.step(TestFiles.seconds(20.0));
      runs.add(player.entities());
    }
    assertThat(runs.get(1)).isEqualTo(runs.get(0));
    assertThat(runs.get(2)).isNotEqualTo(runs.get(0));
  }

  @Test
  void nobodyIsCalledLikeAnEntityOfTheFile() {
    ScenarioPlayer player = play(scenario("", "").replace("\"Ego\"", "\"swarm1-0\""), 1);

    assertThat(player.entities().stream().map(ActorTruth::name))
        .doesNotHaveDuplicates()
        .hasSize(NUMBER + 1)
        .filteredOn(name -> name.startsWith("swarm1-"))
        .containsExactly("swarm1-0");
  }

  @Test
  void afterItsStopNobodyComesAndInTheEndAllAreGone() {
    String stop = """
        <Event name="E" priority="parallel"><Action name="stop"><GlobalAction><TrafficAction trafficName="around">
          <TrafficStopAction/></TrafficAction></GlobalAction></Action>
        <StartTrigger><ConditionGroup>%s</ConditionGroup></StartTrigger></Event>
        """.formatted(TestFiles.atTime(10.0, "none", 0.0));
    // keeps the storyboard going
    String late = TestFiles.speedEvent(
        "late",
        "priority=\"parallel\"",
        1.0,
        "dynamicsShape=\"step\" dynamicsDimension=\"time\" value=\"0\"",
        TestFiles.atTime(100.0, "none", 0.0));
    ScenarioPlayer player = play(scenario("", TestFiles.story(stop + late)), 3);
    player.step(TestFiles.seconds(10.2));
    List<String> then = around(player).stream().map(ActorTruth::name).toList();
    assertThat(then).isNotEmpty();
    for (int second = 11; second <= 80; second++) {
      player.step(TestFiles.seconds(second));
      assertThat(around(player).stream().map(ActorTruth::name)).isSubsetOf(then);
    }

    assertThat(player.timeNs()).isEqualTo(TestFiles.seconds(80.0));
    assertThat(around(player)).isEmpty();
  }

  @Test
  void onlyTheCategoriesAskedForAppearAtSpeedsAskedFor() {
    String trucks = """
        <InitialSpeedRange lowerLimit="3" upperLimit="4"/>
        <TrafficDefinition name="heavy"><VehicleCategoryDistribution>
          <VehicleCategoryDistributionEntry category="truck" weight="2"/>
        </VehicleCategoryDistribution><ControllerDistribution/></TrafficDefinition>
        """;
    ScenarioPlayer player = play(scenario(trucks, ""), 5);

    assertThat(around(player)).hasSizeGreaterThan(3).allSatisfy(actor -> {
      assertThat(actor.objectClass()).isEqualTo(ObjectClass.TRUCK);
      assertThat(actor.speedMps()).isBetween(3.0, 4.0);
    });
  }

  @Test
  void aSpeedRangeUpsideDownIsAnErrorOfTheFile() {
    Path file = TestFiles.write(
        folder, scenario("<InitialSpeedRange lowerLimit=\"5\" upperLimit=\"4\"/>", ""));

    assertThatThrownBy(() -> Scenario.load(file, Map.of()))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("test.xosc:")
        .hasMessageContaining("lowerLimit");
  }

  @Test
  void thePublishedSwarmFillsItsRingAndKeepsApart() {
    Optional<Path> root = Optional.ofNullable(System.getenv("CAMBER_TEST_DATA")).map(Path::of);
    Assumptions.assumeTrue(root.isPresent(), "set CAMBER_TEST_DATA to run");
    Path file = root.orElseThrow().resolve("scenarios/suites/esmini/resources/xosc/swarm.xosc");
    Scenario scenario = Scenario.load(file, Map.of());
    ScenarioPlayer player = new ScenarioPlayer(scenario, TestFiles.map(scenario.mapFile()), 1, "");
    int most = 0;
    for (int tick = 1; tick <= 120; tick++) {
      player.step(TestFiles.seconds(0.5 * tick));
      List<ActorTruth> others = around(player);
      most = Math.max(most, others.size());
      Pose3 middle = ego(player).mapFromReference();
      assertThat(others)
          .allSatisfy(actor -> assertThat(reach(actor, middle, 305.0, 505.0)).isLessThan(1.0));
      nobodyTouches(player.entities());
      // the ring alone has no room for so many: they come as room comes
      assertThat(others.size()).isGreaterThanOrEqualTo(tick < 16 ? 40 : 74);
    }
    assertThat(most).isEqualTo(75);
  }
}
