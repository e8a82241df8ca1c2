package io.camber.app.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.camber.app.log.DriveDiff;
import io.camber.diagnostics.InputException;
import io.camber.evaluation.judgement.Outcome;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SimulationTest {
  @TempDir
  private Path folder;

  @Test
  void drivesABundledScenarioOnSensorsToAPass() throws Exception {
    Path out = folder.resolve("run");

    SimulationResult result =
        Simulation.of(Bundled.scenario("highway-cut-in")).threads(2).out(out).run();

    assertThat(result.judgement().reason()).isNotEmpty();
    assertThat(result.outcome()).as(result.judgement().reason()).isEqualTo(Outcome.PASS);
    assertThat(out.resolve("drive.mcap")).exists();
    assertThat(out.resolve("junit.xml")).exists();
    assertThat(Files.readString(out.resolve("result.json"))).contains(result.hash());
    assertThat(Files.readString(out.resolve("report.html"))).contains("PASS");
    assertThat(folder.toFile().list()).containsExactly("run");
  }

  @ParameterizedTest
  @ValueSource(strings = {"stop-and-go", "signal-junction", "country-road"})
  void passesOtherBundledScenariosWithTruthPerception(String name) {
    SimulationResult result =
        Simulation.of(Bundled.scenario(name)).truthPerception().run();

    assertThat(result.outcome()).as(result.judgement().reason()).isEqualTo(Outcome.PASS);
  }

  @Test
  void changesTheHashWithTheSeed() {
    String seven = Simulation.of(Bundled.scenario("stop-and-go"))
        .truthPerception()
        .seed(7)
        .until(1)
        .run()
        .hash();
    String eight = Simulation.of(Bundled.scenario("stop-and-go"))
        .truthPerception()
        .seed(8)
        .until(1)
        .run()
        .hash();

    assertThat(seven).isNotEqualTo(eight);
  }

  @Test
  void namesTheFirstMessageInWhichTwoSeedsPart() throws Exception {
    Path seven = folder.resolve("seven");
    Path eight = folder.resolve("eight");
    Simulation.of(Bundled.scenario("stop-and-go"))
        .truthPerception()
        .seed(7)
        .until(1)
        .out(seven)
        .run();
    Simulation.of(Bundled.scenario("stop-and-go"))
        .truthPerception()
        .seed(8)
        .until(1)
        .out(eight)
        .run();

    assertThat(DriveDiff.firstDifference(seven, seven)).isEmpty();
    assertThat(DriveDiff.firstDifference(seven, eight))
        .hasValueSatisfying(text -> assertThat(text)
            .containsPattern("/(sensor|vehicle)/\\w+ sequence \\d+ at .* s, field \\w+"));
  }

  @Test
  void refusesToReplaceANodeThatDoesNotExist() {
    Simulation simulation =
        Simulation.of(Bundled.scenario("stop-and-go")).replace("planing", context -> started -> {});

    assertThatThrownBy(simulation::run)
        .isInstanceOf(InputException.class)
        .hasMessageContaining("planing");
  }

  @Test
  void leavesNoFolderBehindWhenTheScenarioIsBad() throws Exception {
    Path bad = Files.writeString(folder.resolve("bad.xosc"), "<OpenSCENARIO>");

    assertThatThrownBy(() -> Simulation.of(bad).out(folder.resolve("run")).run())
        .isInstanceOf(InputException.class)
        .hasMessageContaining("bad.xosc");

    assertThat(folder.toFile().list()).containsExactly("bad.xosc");
  }
}
