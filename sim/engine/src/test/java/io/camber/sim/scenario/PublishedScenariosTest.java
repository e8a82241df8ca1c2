package io.camber.sim.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.camber.diagnostics.InputException;
import io.camber.map.RoadMap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class PublishedScenariosTest {
  private static final Map<Path, RoadMap> MAPS = new LinkedHashMap<>();

  private static Path data() {
    Optional<Path> root = Optional.ofNullable(System.getenv("CAMBER_TEST_DATA")).map(Path::of);
    Assumptions.assumeTrue(root.isPresent(), "set CAMBER_TEST_DATA to run");
    return root.orElseThrow().resolve("scenarios");
  }

  private static List<Path> scenarios(String folder) throws IOException {
    try (Stream<Path> files = Files.walk(data().resolve("suites").resolve(folder))) {
      return files
          .filter(file -> file.toString().endsWith(".xosc") && !file.toString().contains("atalogs"))
          .filter(file -> !file.toString().contains("ariation"))
          .sorted()
          .toList();
    }
  }

  private static void playsToItsEnd(Path file, double secondsMax) {
    Scenario scenario = Scenario.load(file, Map.of());
    RoadMap map = MAPS.computeIfAbsent(scenario.mapFile(), TestFiles::map);
    ScenarioPlayer player = new ScenarioPlayer(scenario, map, 0L, "");
    player.step(TestFiles.seconds(secondsMax));
    assertThat(player.finished()).as(file.toString()).isTrue();
    assertThat(player.entities()).isNotEmpty();
  }

  @Test
  void alksScenariosPlayToTheirEnd() throws IOException {
    List<Path> files = scenarios("alks/logical_scenarios/concrete_scenarios");
    assertThat(files).hasSize(8);
    files.forEach(file -> playsToItsEnd(file, 1000.0));
  }

  @Test
  void euroNcapScenariosPlayToTheirEnd() throws IOException {
    List<Path> files = scenarios("ncap");
    assertThat(files).hasSize(13);
    files.forEach(file -> playsToItsEnd(file, 60.0));
  }

  @Test
  void signalisedJunctionsPlayToTheirEnd() throws IOException {
    List<Path> files = scenarios("junction_signals").stream()
        .filter(file -> file.toString().contains("Town02"))
        .toList();
    assertThat(files).hasSize(18);
    files.forEach(file -> playsToItsEnd(file, 60.0));
  }

  @Test
  void noRuleFileMakesTheReaderCrash() throws IOException {
    try (Stream<Path> files = Files.walk(data().resolve("negative/qc-openscenarioxml"))) {
      for (Path file :
          files.filter(path -> path.toString().endsWith(".xosc")).sorted().toList()) {
        try {
          Scenario.load(file, Map.of());
        } catch (InputException e) {
          assertThat(e.getMessage()).contains(".xosc");
        }
      }
    }
  }
}
