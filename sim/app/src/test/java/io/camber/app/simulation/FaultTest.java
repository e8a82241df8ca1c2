package io.camber.app.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.camber.diagnostics.InputException;
import io.camber.mcap.McapFile;
import io.camber.mcap.McapSummary;
import io.camber.messages.Topics;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Faults in whole runs. */
final class FaultTest {
  @TempDir
  private Path folder;

  @Test
  void changesTheRunFromItsBeginningOnAndIsOneHashOnAnyThreads() {
    String sound = run(1).run().hash();
    String struck = run(1).fault("gnss:jump@0.5s..0.8s").run().hash();

    assertThat(struck).isNotEqualTo(sound);
    assertThat(run(2).fault("gnss:jump@0.5s..0.8s").run().hash()).isEqualTo(struck);
    assertThat(run(1).fault("gnss:jump@0.5s..0.8s,seed=9").run().hash()).isNotEqualTo(struck);
  }

  @Test
  void isRecordedAsTruthAndCanBeRunAgain() throws Exception {
    Path out = folder.resolve("run");
    SimulationResult result =
        run(1).fault("brake:weak@0.2s..0.6s,severity=0.5").out(out).run();

    RecordedRun recorded = RecordedRun.read(out);
    assertThat(recorded.options().conditions().faults())
        .containsExactly("brake:weak@0.2s..0.6s,severity=0.5");
    assertThat(new Simulation(recorded.options()).run().hash()).isEqualTo(result.hash());
    assertThat(result.options().command()).contains("--fault brake:weak@0.2s..0.6s,severity=0.5");
    assertThat(toldFaults(out)).isEqualTo(3);
  }

  /** Told at the start, when it begins and when it ends. */
  private static long toldFaults(Path out) throws Exception {
    try (McapFile drive = McapFile.open(out.resolve("drive.mcap"))) {
      McapSummary summary = drive.summary();
      return summary.channels().values().stream()
          .filter(channel -> channel.topic().equals(Topics.TRUTH_FAULTS.name()))
          .mapToLong(channel ->
              summary.statistics().orElseThrow().channelMessageCounts().get(channel.id()))
          .sum();
    }
  }

  @Test
  void refusesTargetsThatTheRunDoesNotHave() {
    assertThatThrownBy(() -> run(1).fault("lidar_top:dropout").run())
        .isInstanceOf(InputException.class)
        .hasMessageContaining("no target lidar_top");
    assertThatThrownBy(() -> run(1).storyboardOnly().fault("gnss:jump").run())
        .isInstanceOf(InputException.class)
        .hasMessageContaining("nobody drives");
  }

  private static Simulation run(int threads) {
    return Simulation.of(Bundled.scenario("stop-and-go"))
        .truthPerception()
        .threads(threads)
        .until(1);
  }
}
