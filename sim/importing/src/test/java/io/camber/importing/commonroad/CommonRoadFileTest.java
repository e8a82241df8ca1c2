package io.camber.importing.commonroad;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.camber.diagnostics.InputException;
import io.camber.geometry.Vec2;
import io.camber.importing.lanelet.Lanelet;
import io.camber.importing.lanelet.LaneletRoads;
import io.camber.importing.scenario.RecordedActor;
import io.camber.importing.scenario.RecordedState;
import io.camber.importing.scenario.ScenarioText;
import io.camber.map.RoadMap;
import io.camber.sim.scenario.Scenario;
import io.camber.sim.scenario.ScenarioPlayer;
import io.camber.truth.ActorTruth;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Real recordings: what plays is what was recorded, on lanes where they were. */
final class CommonRoadFileTest {
  @TempDir
  private Path folder;

  @ParameterizedTest
  @CsvSource({"USA_US101-4_1_T-1, 22", "USA_Peach-4_8_T-1, 9", "DEU_A9-3_1_T-1, 9"})
  void everyActorIsWhereItWasRecordedAtEveryTime(String name, int actors) throws IOException {
    CommonRoadFile file = CommonRoadFile.read(data(name));
    assertThat(file.scene().actors()).hasSize(actors);
    assertThat(file.skipped()).allMatch(line -> line.startsWith("intersection"));

    Map<String, Map<Long, ActorTruth>> played = play(file, name);

    for (RecordedActor actor : file.scene().actors()) {
      for (RecordedState state : actor.states()) {
        Optional<ActorTruth> truth = Optional.ofNullable(
            played.getOrDefault(actor.name(), Map.of()).get(Math.round(state.timeS() * 100.0)));
        assertThat(truth)
            .as(actor.name() + " at " + state.timeS())
            .hasValueSatisfying(it -> assertThat(it.mapFromReference()
                    .position()
                    .toVec2()
                    .distanceTo(state.center().position()))
                .isLessThan(0.02));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"USA_US101-4_1_T-1", "USA_Peach-4_8_T-1", "DEU_A9-3_1_T-1"})
  void theMiddleOfEveryLaneletIsTheMiddleOfALane(String name) {
    CommonRoadFile file = CommonRoadFile.read(data(name));
    RoadMap map = map(file, name);

    int points = 0;
    int near = 0;
    for (Lanelet lanelet : file.lanelets()) {
      if (lanelet.left().size() == lanelet.right().size()) {
        for (int i = 0; i < lanelet.left().size(); i++) {
          Vec2 middle = lanelet.left().get(i).plus(lanelet.right().get(i)).times(0.5);
          points++;
          near += map.projectAll(middle.x(), middle.y(), 3.0).stream()
                  .anyMatch(position -> Math.abs(position.d()) < 0.15)
              ? 1
              : 0;
        }
      }
    }
    assertThat(points).isPositive();
    assertThat((double) near / points).isGreaterThan(0.98);
  }

  @Test
  void limitsOfSignsAreThoseOfLanes() {
    CommonRoadFile file = CommonRoadFile.read(data("USA_Peach-4_8_T-1"));

    assertThat(file.lanelets())
        .filteredOn(lanelet -> lanelet.speedLimitMps().isPresent())
        .isNotEmpty()
        .allSatisfy(lanelet ->
            assertThat(lanelet.speedLimitMps().getAsDouble()).isCloseTo(15.6, within(5.0)));
    assertThat(file.scene().lights())
        .hasSize(4)
        .allSatisfy(light -> assertThat(
                light.phases().stream().mapToDouble(phase -> phase.durationS()).sum())
            .isCloseTo(100.0, within(1e-9)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<commonRoad commonRoadVersion='2018b' timeStepSize='0'/> | timeStepSize",
        "<commonRoad commonRoadVersion='1999' timeStepSize='0.1'/> | 1999",
        "<OpenSCENARIO/> | not a CommonRoad scenario",
        "<commonRoad commonRoadVersion='2020a' timeStepSize='0.1' benchmarkID='x' source='y'/> | no lanelet"
      })
  void mistakesAreNamedWithFileAndLine(String xml, String complaint) throws IOException {
    Path file = Files.writeString(folder.resolve("wrong.xml"), xml);

    assertThatThrownBy(() -> CommonRoadFile.read(file))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("wrong.xml:1")
        .hasMessageContaining(complaint);
  }

  private Map<String, Map<Long, ActorTruth>> play(CommonRoadFile file, String name)
      throws IOException {
    Files.writeString(
        folder.resolve(name + ".xodr"), LaneletRoads.of(file.lanelets()).openDrive(name));
    Path xosc = Files.writeString(
        folder.resolve(name + ".xosc"), ScenarioText.of(file.scene(), name + ".xodr"));
    Scenario scenario = Scenario.load(xosc, Map.of());
    assertThat(scenario.warnings()).isEmpty();
    ScenarioPlayer player = new ScenarioPlayer(scenario, map(file, name), 1, "");
    Map<String, Map<Long, ActorTruth>> played = new TreeMap<>();
    for (long step = 0; step <= Math.round(file.scene().endS() * 100.0); step++) {
      if (step > 0) {
        player.step(step * ScenarioPlayer.STEP_NS);
      }
      for (ActorTruth actor : player.entities()) {
        played.computeIfAbsent(actor.name(), key -> new TreeMap<>()).put(step, actor);
      }
    }
    return played;
  }

  private static RoadMap map(CommonRoadFile file, String name) {
    String xml = LaneletRoads.of(file.lanelets()).openDrive(name);
    return RoadMap.parse(name, ByteBuffer.wrap(xml.getBytes(StandardCharsets.UTF_8)));
  }

  private static Path data(String name) {
    Optional<String> root = Optional.ofNullable(System.getenv("CAMBER_TEST_DATA"));
    assumeTrue(root.isPresent(), "needs the published data: set CAMBER_TEST_DATA");
    return Path.of(root.orElseThrow(), "data", "commonroad", name + ".xml");
  }
}
