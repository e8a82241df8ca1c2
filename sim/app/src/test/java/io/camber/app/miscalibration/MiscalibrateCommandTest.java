package io.camber.app.miscalibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.camber.app.command.CamberCommand;
import io.camber.app.command.Console;
import io.camber.app.simulation.Simulation;
import io.camber.messages.Topics;
import io.camber.sensing.LidarSweep;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Short simulated drives with a lidar that sits wrongly. */
final class MiscalibrateCommandTest {
  private static final Path HOME = Path.of("..", "..").toAbsolutePath().normalize();
  private static final String RIG =
      HOME.resolve("scenarios/sensors/lidar-only.yaml").toString();

  @TempDir
  private Path folder;

  @RegisterExtension
  private final Console console = new Console();

  @Test
  void drivesOfTwoSizesAreToldAndNotMadeAgain() throws IOException {
    Path json = folder.resolve("effect.json");
    Path out = folder.resolve("study");
    String[] line = {
      "miscalibrate",
      "highway-cut-in",
      "--rig",
      RIG,
      "--until",
      "4",
      "--axes",
      "turn",
      "--degrees",
      "2,1",
      "--out",
      out.toString(),
      "--json",
      json.toString()
    };

    assertThat(CamberCommand.execute(line)).as(console.err()).isZero();

    String first = console.out();
    String told = Files.readString(json);
    assertThat(first).contains("as it is").contains("turn 1 deg").contains("per 0.1 deg");
    JsonObject axis = JsonParser.parseString(told)
        .getAsJsonObject()
        .getAsJsonArray("axes")
        .get(0)
        .getAsJsonObject();
    assertThat(axis.getAsJsonArray("sizes").size()).isEqualTo(2);
    JsonObject position =
        axis.getAsJsonArray("sizes").get(1).getAsJsonObject().getAsJsonObject("changes");
    assertThat(position.get("perception.position.p50").getAsDouble()).isPositive();
    assertThat(Files.readAllLines(out.resolve("drives.jsonl"))).hasSize(3);

    Files.writeString(
        out.resolve("drives.jsonl"),
        Files.readString(out.resolve("drives.jsonl")) + "{\"key\":\"cut sh");
    console.clear();
    assertThat(CamberCommand.execute(line)).isZero();

    assertThat(console.out()).isEqualTo(first);
    assertThat(console.err()).contains("3/3").doesNotContain("3/3  highway-cut-in  seed 1  as");
    assertThat(console.err().lines().filter(one -> one.endsWith("(made before)")))
        .hasSize(3);
    assertThat(Files.readString(json)).isEqualTo(told);
    assertThat(Files.readAllLines(out.resolve("drives.jsonl"))).hasSize(3);
  }

  /** A lidar turned left by 1.5 degrees sees each point turned right by that; one 0.2 m to the left sees it 0.2 m to the right. */
  @Test
  void theSizeReachesTheSensor() {
    LidarSweep sound = sweep(Optional.empty());
    LidarSweep turned = sweep(Optional.of(new Miscalibration(Axis.TURN, 1.5)));
    LidarSweep shifted = sweep(Optional.of(new Miscalibration(Axis.SHIFT, 0.2)));

    assertThat(sound.size()).isPositive().isEqualTo(turned.size()).isEqualTo(shifted.size());
    for (int i = 0; i < sound.size(); i++) {
      double before = Math.atan2(sound.y(i), sound.x(i));
      double after = Math.atan2(turned.y(i), turned.x(i));
      // Coordinates are floats: half a step at 100 m is 4 micrometres, nearest points are over 1 m
      // away.
      assertThat(Math.IEEEremainder(before - after, 2.0 * Math.PI))
          .isCloseTo(Math.toRadians(1.5), within(1e-6));
      assertThat(turned.z(i)).isEqualTo(sound.z(i));
      assertThat((double) sound.y(i) - shifted.y(i)).isCloseTo(0.2, within(2e-5));
      assertThat(shifted.x(i)).isEqualTo(sound.x(i));
    }
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      --degrees 0                          | --degrees 0.0: sizes are greater than 0
      --degrees 90                         | outside [-0.6, 0.6]
      --sensor lidar_tip                   | --sensor lidar_tip: the rig has none such
      --sensor camera_front --axes shift   | knows no fault shift
      --until 0                            | --until 0.0 is outside
      --seeds 2..1                         | --seeds 2..1
      --axes roll                          | roll
      """)
  void whatCannotBeIsRefusedBeforeTheFirstDrive(String options, String error) {
    List<String> line = new ArrayList<>(List.of("miscalibrate", "unprotected-turn"));
    line.addAll(List.of(options.split(" ")));
    line.addAll(List.of("--out", folder.resolve("study").toString()));

    assertThat(CamberCommand.execute(line.toArray(String[]::new))).isEqualTo(2);

    assertThat(console.err()).contains(error).doesNotContain("\tat ");
    assertThat(console.out()).isEmpty();
    assertThat(folder.resolve("study")).doesNotExist();
  }

  private static LidarSweep sweep(Optional<Miscalibration> miscalibration) {
    List<LidarSweep> sweeps = new ArrayList<>();
    Simulation simulation = Simulation.of("unprotected-turn").rig(RIG).until(0.3);
    miscalibration.ifPresent(one -> simulation.fault(one.axis().fault("lidar_top", one.size())));
    simulation
        .watch(message -> {
          if (message.topic().name().equals(Topics.LIDAR_SWEEP.name())) {
            sweeps.add((LidarSweep) message.value());
          }
        })
        .run();
    return sweeps.get(0);
  }
}
