package io.camber.app.command.bus;

import static org.assertj.core.api.Assertions.assertThat;

import io.camber.app.command.CamberCommand;
import io.camber.app.command.Console;
import io.camber.app.rig.OwnBus;
import io.camber.app.rig.WireLog;
import io.camber.app.simulation.Simulation;
import io.camber.app.simulation.StandardTopics;
import io.camber.bus.realtime.NodeTiming;
import io.camber.bus.realtime.RealtimeConfig;
import io.camber.bus.realtime.RealtimeExecutor;
import io.camber.bus.realtime.RunClock;
import io.camber.bus.transport.Wire;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** States of the car's own nodes on a live bus. */
@Timeout(90)
final class LifecycleCommandTest {
  @RegisterExtension
  private final OwnBus bus = OwnBus.of("states");

  @RegisterExtension
  private final Console console = new Console();

  @Test
  void aNodeIsPausedAndSetToWorkAgain() throws Exception {
    RealtimeConfig config = new RealtimeConfig(1, true, StandardTopics.REALTIME);
    try (Wire wire = bus.address().open(new WireLog());
        RealtimeExecutor car =
            RealtimeExecutor.over(wire, config, RunClock.since(RunClock.wallNs()))) {
      Simulation.of(Path.of("..", "..", "scenarios", "stop-and-go.xosc"))
          .nodes(List.of("planning", "control", "guardian"))
          .forEach(node -> car.add(node, NodeTiming.of(node)));
      car.start();

      assertThat(camber("node", "list", "--bus", bus.text())).isZero();
      assertThat(stdout())
          .containsPattern("control +active")
          .containsPattern("guardian +active")
          .containsPattern("planning +active");
      assertThat(camber("node", "deactivate", "control", "--bus", bus.text())).isZero();
      assertThat(camber("node", "info", "control", "--bus", bus.text())).isZero();
      assertThat(stdout()).contains("control is inactive").contains("state      inactive");
      assertThat(camber("node", "activate", "control", "--bus", bus.text())).isZero();
      assertThat(stdout()).contains("control is active");
      assertThat(camber("node", "deactivate", "guardian", "--bus", bus.text())).isEqualTo(2);
      assertThat(camber("node", "deactivate", "controll", "--bus", bus.text())).isEqualTo(2);
      assertThat(stderr()).contains("guardian is not paused").contains("did you mean: control?");
    }
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
