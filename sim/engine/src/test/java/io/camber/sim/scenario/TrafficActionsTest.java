package io.camber.sim.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.camber.diagnostics.InputException;
import io.camber.scene.ObjectClass;
import io.camber.truth.ActorTruth;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sources, sinks and areas of traffic on a straight road of 1000 m that runs along x, two lanes each way. */
class TrafficActionsTest {
  @TempDir
  Path folder = Path.of("");

  private static String traffic(String name, String action) {
    return "<GlobalAction><TrafficAction trafficName=\"" + name + "\">" + action
        + "</TrafficAction></GlobalAction>";
  }

  private static String at(int lane, double s) {
    return "<Position><LanePosition roadId=\"1\" laneId=\"" + lane + "\" s=\"" + s
        + "\"/></Position>";
  }

  private static String source(double ratePerS, String more) {
    return traffic(
        "in",
        "<TrafficSourceAction radius=\"1\" rate=\"" + ratePerS + "\" speed=\"10\">" + at(-2, 200)
            + more + "</TrafficSourceAction>");
  }

  private static String area(boolean continuous, String where) {
    return traffic(
        "area",
        "<TrafficAreaAction continuous=\"" + continuous
            + "\" numberOfEntities=\"10\"><TrafficArea>" + where + "</TrafficArea>"
            + "<TrafficDistribution><TrafficDistributionEntry weight=\"1\"><EntityDistribution>"
            + "<EntityDistributionEntry weight=\"1\"><ScenarioObjectTemplate>" + VAN
            + "</ScenarioObjectTemplate></EntityDistributionEntry></EntityDistribution>"
            + "</TrafficDistributionEntry></TrafficDistribution></TrafficAreaAction>");
  }

  private static final String VAN = "<Vehicle name=\"v\" vehicleCategory=\"van\"/>";

  private ScenarioPlayer play(String init) {
    String text = TestFiles.scenario("", TestFiles.EGO_AT_10 + init, "");
    Scenario loaded = Scenario.load(TestFiles.write(folder, text), Map.of());
    return new ScenarioPlayer(loaded, TestFiles.map(loaded.mapFile()), 1, "");
  }

  private static List<ActorTruth> guests(ScenarioPlayer player) {
    return player.entities().stream()
        .filter(actor -> !actor.name().equals("Ego"))
        .toList();
  }

  @Test
  void aSourceLetsOneComeAtOnceAndThenOneAfterTheOther() {
    ScenarioPlayer player = play(source(0.2, ""));
    Map<String, ActorTruth> firstSeen = new LinkedHashMap<>();
    assertThat(guests(player)).hasSize(1);
    for (int tick = 1; tick <= 200; tick++) {
      player.step(TestFiles.seconds(0.1 * tick));
      guests(player).forEach(actor -> firstSeen.putIfAbsent(actor.name(), actor));
    }

    // one at 0 s and then one every 5 s
    assertThat(firstSeen).hasSize(5);
    assertThat(firstSeen.values()).allSatisfy(actor -> {
      assertThat(actor.name()).startsWith("source1-");
      assertThat(actor.mapFromReference().x()).isBetween(190.0, 206.0);
      assertThat(actor.speedMps()).isBetween(9.0, 10.5);
    });
  }

  @Test
  void aSinkLetsNobodyPassUnlessItsRateIsTooSmall() {
    String sink = "<TrafficSinkAction radius=\"30\"%s>" + at(-2, 400) + "</TrafficSinkAction>";
    ScenarioPlayer all = play(source(0.4, "") + traffic("out", sink.formatted("")));
    ScenarioPlayer few = play(source(0.4, "") + traffic("out", sink.formatted(" rate=\"0.05\"")));
    Set<String> passed = new LinkedHashSet<>();
    for (int tick = 1; tick <= 600; tick++) {
      all.step(TestFiles.seconds(0.1 * tick));
      few.step(TestFiles.seconds(0.1 * tick));
      assertThat(guests(all))
          .allSatisfy(actor -> assertThat(actor.mapFromReference().x()).isLessThan(371.0));
      guests(few).stream()
          .filter(actor -> actor.mapFromReference().x() > 440.0)
          .forEach(actor -> passed.add(actor.name()));
    }

    assertThat(passed).hasSizeGreaterThan(5);
  }

  @Test
  void aSinkOfTrucksLetsCarsPass() {
    String sink = "<TrafficSinkAction radius=\"30\">" + at(-2, 400)
        + "<TrafficDefinition name=\"heavy\"><VehicleCategoryDistribution>"
        + "<VehicleCategoryDistributionEntry category=\"truck\" weight=\"1\"/>"
        + "</VehicleCategoryDistribution></TrafficDefinition></TrafficSinkAction>";
    String mixed = "<TrafficDefinition name=\"mixed\"><VehicleCategoryDistribution>"
        + "<VehicleCategoryDistributionEntry category=\"truck\" weight=\"1\"/>"
        + "<VehicleCategoryDistributionEntry category=\"car\" weight=\"1\"/>"
        + "</VehicleCategoryDistribution></TrafficDefinition>";
    ScenarioPlayer player = play(source(0.3, mixed) + traffic("out", sink));
    Set<ObjectClass> before = new LinkedHashSet<>();
    Set<ObjectClass> behind = new LinkedHashSet<>();
    for (int tick = 1; tick <= 600; tick++) {
      player.step(TestFiles.seconds(0.1 * tick));
      for (ActorTruth actor : guests(player)) {
        (actor.mapFromReference().x() > 380.0 ? behind : before).add(actor.objectClass());
      }
    }

    assertThat(before).containsExactlyInAnyOrder(ObjectClass.CAR, ObjectClass.TRUCK);
    assertThat(behind).containsExactly(ObjectClass.CAR);
  }

  @Test
  void aContinuousAreaKeepsItsNumberWithinItsRange() {
    ScenarioPlayer player = play(area(
        true,
        "<RoadRange><RoadCursor roadId=\"1\" s=\"300\"><Lane id=\"-1\"/><Lane id=\"-2\"/></RoadCursor>"
            + "<RoadCursor roadId=\"1\" s=\"600\"/></RoadRange>"));
    Set<String> names = new LinkedHashSet<>();
    for (int tick = 0; tick <= 600; tick++) {
      player.step(TestFiles.seconds(0.1 * tick));
      List<ActorTruth> there = guests(player);
      assertThat(there).hasSizeBetween(8, 10).allSatisfy(actor -> {
        assertThat(actor.kind()).isEqualTo("van");
        // fronts are within the range, and a step beyond
        assertThat(actor.mapFromReference().x()).isBetween(294.0, 604.0);
        assertThat(actor.mapFromReference().y()).isLessThan(0.0);
      });
      there.forEach(actor -> names.add(actor.name()));
    }

    assertThat(names).as("others have come").hasSizeGreaterThan(20);
  }

  @Test
  void anAreaThatIsFilledOnceEmpties() {
    String corner = "<Position><WorldPosition x=\"%d\" y=\"%d\"/></Position>";
    ScenarioPlayer player = play(area(
        false,
        "<Polygon>" + corner.formatted(300, -10) + corner.formatted(600, -10)
            + corner.formatted(600, 0) + corner.formatted(300, 0) + "</Polygon>"));
    Set<String> first = new LinkedHashSet<>();
    guests(player).forEach(actor -> first.add(actor.name()));
    player.step(TestFiles.seconds(120.0));

    assertThat(first).hasSize(10);
    assertThat(guests(player)).isEmpty();
  }

  @Test
  void mistakesInTrafficActionsAreErrorsOfTheFile() {
    String negative = source(-1.0, "");
    String corners = area(true, "<Polygon>" + at(-1, 10) + "</Polygon>");
    String manner = source(
        1.0,
        "<TrafficDefinition name=\"d\"><VehicleCategoryDistribution/><ControllerDistribution>"
            + "<ControllerDistributionEntry weight=\"1\"><Controller name=\"CamberTraffic\"><Properties>"
            + "<Property name=\"timeGapS\" value=\"-2\"/></Properties></Controller>"
            + "</ControllerDistributionEntry></ControllerDistribution></TrafficDefinition>");

    assertThatThrownBy(() -> play(negative))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("test.xosc:")
        .hasMessageContaining("rate");
    assertThatThrownBy(() -> play(corners))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("three positions");
    assertThatThrownBy(() -> play(manner))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("timeGapS=-2");
  }
}
