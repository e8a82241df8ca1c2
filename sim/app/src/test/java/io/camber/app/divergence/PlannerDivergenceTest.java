package io.camber.app.divergence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.camber.app.command.CamberCommand;
import io.camber.app.simulation.Simulation;
import io.camber.diagnostics.InputException;
import io.camber.evaluation.judgement.Metric;
import io.camber.mcap.Compression;
import io.camber.recording.Recorder;
import io.camber.recording.RecorderConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(180)
final class PlannerDivergenceTest {
  @TempDir
  private Path folder;

  private Simulation cutIn() {
    return Simulation.of(Path.of("..", "..", "scenarios", "highway-cut-in.xosc"));
  }

  @Test
  void aDriveOnTheTruthDoesNotDiverge() {
    Path run = cutIn()
        .truthPerception()
        .until(7.0)
        .out(folder.resolve("truth"))
        .run()
        .folder()
        .orElseThrow();

    PlannerDivergence drive = PlannerDivergence.of(run);

    assertThat(drive.size()).isGreaterThan(50);
    assertThat(drive.otherPlans()).isZero();
    assertThat(drive.worst()).isEmpty();
    for (Metric metric : drive.metrics()) {
      assertThat(metric.value().orElseThrow()).as(metric.name()).isZero();
    }
  }

  @Test
  void aDriveOnSensorsDivergesAndSaysTheSameTwice() throws IOException {
    Path run = cutIn().until(6.5).out(folder.resolve("sensors")).run().folder().orElseThrow();
    Path json = folder.resolve("divergence.json");

    PlannerDivergence drive = PlannerDivergence.of(run);

    assertThat(drive.otherPlans()).isZero();
    assertThat(drive.metrics().get(2).name()).isEqualTo("plan.divergence.max");
    assertThat(drive.metrics().get(2).value().orElseThrow()).isPositive();
    assertThat(DivergenceText.of(drive)).contains("camber view " + run + " --at ");
    assertThat(eval(run, "--divergence", "--json", json.toString())).isZero();
    assertThat(Files.readString(json))
        .isEqualTo(DivergenceJson.of(List.of(drive)))
        .contains("\"temperature\": 0.05");
    assertThat(eval(run, "--json", json.toString())).isEqualTo(2);
  }

  @Test
  void aLogWithoutTruthIsRefused() throws IOException {
    Path log = folder.resolve("empty.mcap");
    Recorder.create(log, RecorderConfig.of(Compression.LZ4)).close();

    assertThatThrownBy(() -> PlannerDivergence.of(log))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("the log has no /truth/frame");
    assertThat(eval(log, "--divergence")).isEqualTo(2);
  }

  private static int eval(Path run, String... options) {
    String[] arguments = new String[options.length + 2];
    arguments[0] = "eval";
    arguments[1] = run.toString();
    System.arraycopy(options, 0, arguments, 2, options.length);
    return CamberCommand.execute(arguments);
  }
}
