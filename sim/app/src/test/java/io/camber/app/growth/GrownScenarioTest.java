package io.camber.app.growth;

import static org.assertj.core.api.Assertions.assertThat;

import io.camber.app.input.InputFiles;
import io.camber.sim.scenario.Scenario;
import io.camber.sim.scenario.ScenarioPlayer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GrownScenarioTest {
  @TempDir
  Path folder;

  @Test
  void everyCarDrivesOnAtItsSpeedOverTheJointsOfTheRoads() throws IOException {
    Scenario scenario = Scenario.load(GrownScenario.ofActors(20).writeTo(folder), Map.of());
    ScenarioPlayer player =
        new ScenarioPlayer(scenario, InputFiles.readMap(scenario.mapFile()), 1, "");
    double before = player.entities().get(19).mapFromReference().x();

    player.step(30_000_000_000L);

    assertThat(player.entities()).hasSize(20);
    assertThat(player.entities().get(19).mapFromReference().x() - before)
        .isBetween(20.0 * 30.0 - 0.5, 20.0 * 30.0 + 0.5);
  }

  @Test
  void aChartHasALineForEachFigureOfEachCurve() {
    GrowthBenchmark.Curve curve = new GrowthBenchmark.Curve(
        "actors",
        List.of(
            new GrowthBenchmark.Point(1, 0.5, 1.0, 0.2),
            new GrowthBenchmark.Point(1000, 500.0, 20.0, 9.0)));

    String svg = GrowthChart.toSvg(List.of(curve, curve));

    assertThat(svg.split("<polyline", -1)).hasSize(1 + 2 * 3);
    assertThat(svg).contains("number of actors", ">1k<").endsWith("</svg>\n");
  }
}
