package io.camber.app.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.camber.diagnostics.InputException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Weather and rigs in whole runs. */
final class ConditionsTest {
  private static final double UNTIL_S = 0.35;

  @TempDir
  private Path folder;

  @Test
  void weatherChangesARunThatIsOneHashOnAnyThreads() {
    String dry = run(1).run().hash();
    String wet = run(1).weather("night,rain:rate=15").run().hash();

    assertThat(wet).isNotEqualTo(dry);
    assertThat(run(2).weather("night,rain:rate=15").run().hash()).isEqualTo(wet);
    assertThat(run(1).weather("clear").run().hash()).isEqualTo(dry);
  }

  @Test
  void aRunWithWeatherFaultAndRigCanBeMadeAgain() throws Exception {
    Path rig = Files.writeString(folder.resolve("rig.yaml"), """
        sensors:
          - {id: lidar_top, columns: 64}
          - {id: camera_front, width: 64, height: 36}
          - {id: radar_front, clock_offset_ms: 30}
        """);
    Path out = folder.resolve("run");
    SimulationResult result = run(1)
        .weather("fog:visibility=80")
        .rig(rig.toString())
        .vehicle("../../scenarios/vehicles/bmw-320i.yaml")
        .fault("radar_front:turn@0.1s..")
        .out(out)
        .run();

    RecordedRun recorded = RecordedRun.read(out);
    assertThat(recorded.options().conditions()).isEqualTo(result.options().conditions());
    assertThat(new Simulation(recorded.options()).run().hash()).isEqualTo(result.hash());
  }

  @Test
  void refusesUnknownWeatherAndRigs() {
    assertThatThrownBy(() -> run(1).weather("hail").run())
        .isInstanceOf(InputException.class)
        .hasMessageContaining("no weather 'hail'");
    assertThatThrownBy(() -> run(1).rig("suround").run())
        .isInstanceOf(InputException.class)
        .hasMessageContaining("bundled are default, surround");
    assertThatThrownBy(() -> run(1).vehicle("trabant").run())
        .isInstanceOf(InputException.class)
        .hasMessageContaining("vehicle trabant: no such file");
  }

  private static Simulation run(int threads) {
    return Simulation.of(Bundled.scenario("pedestrian-crossing"))
        .threads(threads)
        .until(UNTIL_S);
  }
}
