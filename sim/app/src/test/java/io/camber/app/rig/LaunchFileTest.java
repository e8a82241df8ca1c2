package io.camber.app.rig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.camber.diagnostics.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class LaunchFileTest {
  @TempDir
  private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"two-processes", "realtime"})
  void bundledRigsAreReadable(String name) {
    Path file = Path.of("..", "..", "scenarios", "rigs", name + ".yaml");

    assertThat(LaunchFile.read(file).plan().groups()).hasSizeGreaterThan(1);
  }

  @Test
  void anotherHostKnowsTheBusByItsOwnAddress() throws IOException {
    LaunchFile launch = LaunchFile.read(write("""
        scenario: highway-cut-in
        clock: realtime
        bus: udp:10.0.0.1:42800,10.0.0.2:42801,key=bus.key
        options: [--seed, 7]
        processes:
          - nodes: [planning]
            host: user@box
            command: camber/camber
            bus: udp:10.0.0.2:42801,10.0.0.1:42800,key=bus.key
        """));

    ProcessGroup.Host host = launch.plan().groups().get(0).host().orElseThrow();
    assertThat(host.bus().text()).startsWith("udp:10.0.0.2");
    assertThat(launch.options()).containsExactly("--seed", "7");
    assertThat(launch.realtime()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "clock: lockstep | scenario: is missing",
        "scenario: a\\nclock: wall | neither lockstep nor realtime",
        "scenario: a\\nproceses: [] | proceses: is unknown",
        "scenario: a\\nprocesses: [{nodes: [planing]}] | there is no node planing",
        "scenario: a\\nprocesses: [{nodes: [planning, planning]}] | planning is in two processes",
        "scenario: a\\nprocesses: [{nodes: [planning], host: b}] | bus: is missing",
        "scenario: a\\nprocesses: [{nodes: [planning], nice: 20}] | processes[0].nice: '20' is not a whole",
        "scenario: a\\nprocesses: [{node: planning}] | processes[0].node: is unknown",
        "scenario: a\\nparameters: {planning: 3} | parameters.planning: is not a mapping",
        "scenario: a\\nparameters: {planning: {a: [1]}} | parameters.planning.a: is not one value",
        "scenario: [ | is not YAML",
        "- a | is not a mapping"
      })
  void mistakesAreNamedWithFileAndKey(String content, String complaint) throws IOException {
    Path file = write(content.replace("\\n", "\n"));

    assertThatThrownBy(() -> LaunchFile.read(file))
        .isInstanceOf(InputException.class)
        .hasMessageContaining(file.toString())
        .hasMessageContaining(complaint);
  }

  @Test
  void parametersOfNodesAreGivenByNodeAndName() throws IOException {
    LaunchFile launch = LaunchFile.read(write("""
        scenario: highway-cut-in
        parameters:
          planning:
            time_gap_s: 2.0
          sensor.lidar:
            label: "a = b"
        """));

    assertThat(launch.parameters())
        .containsEntry("planning.time_gap_s", "2.0")
        .containsEntry("sensor.lidar.label", "a = b");
  }

  private Path write(String content) throws IOException {
    return Files.writeString(folder.resolve("rig.yaml"), content);
  }
}
