package io.camber.app.command.bus;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import io.camber.app.command.CamberCommand;
import io.camber.app.command.Console;
import io.camber.app.rig.BusAddress;
import io.camber.app.rig.LaunchFile;
import io.camber.app.rig.OwnBus;
import io.camber.app.rig.WireLog;
import io.camber.app.simulation.Simulation;
import io.camber.app.simulation.StandardTopics;
import io.camber.bus.realtime.NodeTiming;
import io.camber.bus.realtime.RealtimeConfig;
import io.camber.bus.realtime.RealtimeExecutor;
import io.camber.bus.realtime.RunClock;
import io.camber.bus.transport.Wire;
import io.camber.bus.transport.WireTopic;
import io.camber.bus.transport.WireWriter;
import io.camber.messages.Topics;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Parameters of the car's own nodes, which wait on a live bus for a drive to begin. */
@Timeout(90)
final class ParamCommandTest {
  private static final long PID = ProcessHandle.current().pid();

  @RegisterExtension
  private final Console console = new Console();

  @RegisterExtension
  private final OwnBus shared = OwnBus.of("param");

  @TempDir
  private Path folder;

  /** What is to be done while the nodes are on the bus. */
  private interface Session {
    void run(String bus) throws Exception;
  }

  private static void withCar(String bus, Session session) throws Exception {
    RealtimeConfig config = new RealtimeConfig(1, true, StandardTopics.RUNTIME);
    try (Wire wire = BusAddress.parse(bus).open(new WireLog());
        RealtimeExecutor car =
            RealtimeExecutor.over(wire, config, RunClock.since(RunClock.wallNs()))) {
      Simulation.of(Path.of("..", "..", "scenarios", "stop-and-go.xosc"))
          .nodes(List.of("tracking", "planning", "control"))
          .forEach(node -> car.add(node, NodeTiming.of(node)));
      car.start();
      session.run(bus);
    }
  }

  private String bus(String kind) {
    return kind.equals("shm") ? shared.text() : "udp:" + (21_000 + 16 * (PID % 500));
  }

  @ParameterizedTest
  @ValueSource(strings = {"shm", "udp"})
  void aValueIsSetAndReadBack(String kind) throws Exception {
    withCar(bus(kind), bus -> {
      assertThat(camber("param", "get", "planning", "time_gap_s", "--bus", bus)).isZero();
      assertThat(
              camber("param", "set", "planning", "time_gap_s=2.5", "speed_cap_mps=9", "--bus", bus))
          .as(stderr())
          .isZero();
      assertThat(camber("param", "get", "planning", "time_gap_s", "--bus", bus)).isZero();
    });

    assertThat(stdout().lines())
        .containsExactly("1.7", "planning.time_gap_s = 2.5", "planning.speed_cap_mps = 9.0", "2.5");
  }

  @Test
  void allNodesAreListed() throws Exception {
    withCar(bus("shm"), bus -> {
      assertThat(camber("param", "list", "--bus", bus)).isZero();
      assertThat(stdout())
          .contains("control.speed_gain_per_s", "planning.time_gap_s", "tracking.gate")
          .contains("double in [1.2, 4.0] s");
      console.clear();
      assertThat(camber("param", "list", "control", "--json", "--bus", bus)).isZero();
    });

    var gain = JsonParser.parseString(stdout())
        .getAsJsonObject()
        .getAsJsonObject("control")
        .getAsJsonObject("speed_gain_per_s");
    assertThat(gain.get("value").getAsDouble()).isEqualTo(1.2);
    assertThat(gain.get("type").getAsString()).isEqualTo("double");
  }

  @Test
  void aDumpIsTheParametersOfALaunchFile() throws Exception {
    withCar(bus("shm"), bus -> {
      camber("param", "set", "planning", "time_gap_s=2.25", "--bus", bus);
      console.clear();
      assertThat(camber("param", "dump", "planning", "--bus", bus)).isZero();
    });

    Path file = Files.writeString(folder.resolve("rig.yaml"), "scenario: stop-and-go\n" + stdout());
    assertThat(LaunchFile.read(file).parameters())
        .containsEntry("planning.time_gap_s", "2.25")
        .containsEntry("planning.comfort_decel_mps2", "1.8")
        .hasSize(3);
  }

  @Test
  void mistakesAreNamedWithTheNearestName() throws Exception {
    withCar(bus("shm"), bus -> {
      assertThat(camber("param", "set", "planning", "time_gap_s=9", "--bus", bus))
          .isEqualTo(2);
      assertThat(stderr()).contains("planning.time_gap_s=9 is not a double in [1.2, 4.0] s");
      assertThat(camber("param", "get", "planning", "time_gap", "--bus", bus)).isEqualTo(2);
      assertThat(stderr()).contains("did you mean: time_gap_s?");
      assertThat(camber("param", "list", "planing", "--bus", bus)).isEqualTo(2);
      assertThat(stderr()).contains("did you mean: planning?");
      assertThat(camber("param", "describe", "tracking", "gate", "--bus", bus)).isZero();
      assertThat(stdout()).contains("Mahalanobis").contains("default  14.0");
    });
  }

  @Test
  void aBusWithoutParametersIsSaidToBeOne() {
    String bus = bus("shm");
    try (Wire wire = BusAddress.parse(bus).open(new WireLog());
        WireWriter writer = wire.openWriter(WireTopic.of(Topics.IMU), "imu")) {
      assertThat(writer).isNotNull();
      assertThat(camber("param", "list", "--bus", bus)).isEqualTo(2);
    }
    assertThat(stderr()).contains("shows parameters").contains("--param");
  }

  private static int camber(String... arguments) {
    return CamberCommand.execute(arguments);
  }

  private String stdout() {
    return console.out();
  }

  private String stderr() {
    return console.err();
  }
}
