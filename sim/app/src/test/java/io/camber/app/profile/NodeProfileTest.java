package io.camber.app.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.camber.app.command.CamberCommand;
import io.camber.app.simulation.RecordedRun;
import io.camber.diagnostics.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Profiles of nodes from the command that measures them to the run that lives by them. */
final class NodeProfileTest {
  @TempDir
  private Path folder;

  @Test
  void aRunLivesByAProfileAndRepeats() {
    Path profile = folder.resolve("machine.yaml");
    String scenario = Path.of("..", "..", "scenarios", "stop-and-go.xosc").toString();
    assertThat(camber(
            "profile",
            scenario,
            "--perception",
            "truth",
            "--until",
            "7",
            "--out",
            profile.toString()))
        .isZero();
    assertThat(NodeProfile.read(profile))
        .containsKeys("planning", "control", "localization", "prediction", "guardian")
        .allSatisfy((node, ms) -> assertThat(ms).isBetween(0.0, 1000.0));

    assertThat(run(scenario, "declared")).isZero();
    assertThat(run(scenario, "profiled", "--latencies", profile.toString())).isZero();
    assertThat(run(scenario, "late", "--latency", "planning=300")).isZero();
    RecordedRun profiled = RecordedRun.read(folder.resolve("profiled"));
    assertThat(profiled.options().conditions().latenciesMs()).isEqualTo(NodeProfile.read(profile));
    assertThat(camber("rerun", folder.resolve("profiled").toString())).isZero();
    assertThat(RecordedRun.read(folder.resolve("late")).hash())
        .isNotEqualTo(RecordedRun.read(folder.resolve("declared")).hash());
  }

  @Test
  void whatIsNoProfileIsRefused() throws IOException {
    Path file = Files.writeString(folder.resolve("bad.yaml"), "nodes: {planning: {p50: 1}}");

    assertThatThrownBy(() -> NodeProfile.read(file))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("planning needs p95");
    assertThat(run("../../scenarios/stop-and-go.xosc", "none", "--latency", "planing=3"))
        .isEqualTo(2);
    assertThat(run("../../scenarios/stop-and-go.xosc", "none", "--latency", "planning=-3"))
        .isEqualTo(2);
  }

  private int run(String scenario, String name, String... more) {
    String[] fixed = {
      "run",
      scenario,
      "--perception",
      "truth",
      "--until",
      "5",
      "-q",
      "--no-record",
      "--out",
      folder.resolve(name).toString()
    };
    String[] all = new String[fixed.length + more.length];
    System.arraycopy(fixed, 0, all, 0, fixed.length);
    System.arraycopy(more, 0, all, fixed.length, more.length);
    return camber(all);
  }

  private static int camber(String... arguments) {
    return CamberCommand.execute(arguments);
  }
}
