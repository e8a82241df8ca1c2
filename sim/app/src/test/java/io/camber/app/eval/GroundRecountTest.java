package io.camber.app.eval;

import static org.assertj.core.api.Assertions.assertThat;

import io.camber.app.simulation.Simulation;
import io.camber.app.simulation.SimulationResult;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ground and free space of a whole short run with sensors, and the same again from its log. */
final class GroundRecountTest {
  private static final Path SCENARIOS = Path.of("..", "..", "scenarios");

  @TempDir
  private Path folder;

  @Test
  void whereTheRigTellsWhatPointsHitTheStackIsJudgedByIt() throws IOException {
    SimulationResult result = Simulation.of(SCENARIOS.resolve("pedestrian-crossing.xosc"))
        .rig(SCENARIOS.resolve("sensors/lidar-truth.yaml").toString())
        .until(0.9)
        .out(folder.resolve("run"))
        .run();

    assertThat(result.metric("ground.recall").orElseThrow()).isBetween(0.95, 1.0);
    assertThat(result.metric("ground.obstacleRecall.0.6+").orElseThrow()).isBetween(0.99, 1.0);
    assertThat(result.metric("freeSpace.coverage").orElseThrow()).isBetween(0.7, 1.0);
    assertThat(Recount.of(result.folder().orElseThrow(), false).changed()).isEmpty();
  }
}
