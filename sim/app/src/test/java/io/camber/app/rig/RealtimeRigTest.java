package io.camber.app.rig;

import static org.assertj.core.api.Assertions.assertThat;

import io.camber.app.simulation.BundledScenarios;
import io.camber.app.simulation.NodeNames;
import io.camber.app.simulation.Perception;
import io.camber.app.simulation.RunMode;
import io.camber.app.simulation.Sensors;
import io.camber.app.simulation.Simulation;
import io.camber.app.simulation.SimulationOptions;
import io.camber.app.simulation.SimulationResult;
import io.camber.bus.transport.Endpoint;
import io.camber.messages.Topics;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(180)
final class RealtimeRigTest {
  private static final double UNTIL_S = 12.0;

  @BeforeEach
  void settle() {
    System.setProperty(
        "camber.home", Path.of("..", "..").toAbsolutePath().normalize().toString());
  }

  @AfterEach
  void leave() {
    System.clearProperty("camber.home");
  }

  @Test
  void aKilledPlannerIsReplacedWhileTheRunGoesOn() throws Exception {
    RigPlan plan = new RigPlan(
        BusAddress.ofNewBus(BusKind.SHM),
        List.of(
            new ProcessGroup(List.of(NodeNames.PREDICTION, NodeNames.PLANNING), Optional.empty())),
        List.of());
    try (RealtimeRig rig = RealtimeRig.start(plan, options())) {
      CompletableFuture<SimulationResult> run = CompletableFuture.supplyAsync(() ->
          new Simulation(options()).mode(new RunMode.Realtime(Optional.of(rig))).run());
      long first = awaitPlanner(rig, -1, run);
      ProcessHandle.of(first).orElseThrow().destroyForcibly();

      long second = awaitPlanner(rig, first, run);
      SimulationResult result = run.get(90, TimeUnit.SECONDS);

      assertThat(second).isNotEqualTo(first);
      assertThat(result.isInterrupted()).isFalse();
      assertThat(result.failures()).isEmpty();
    }
  }

  /** Waits for a process other than the given one to plan. */
  private static long awaitPlanner(
      RealtimeRig rig, long notPid, CompletableFuture<SimulationResult> run)
      throws InterruptedException {
    while (true) {
      for (Endpoint end : rig.wire().endpoints()) {
        boolean isPlanning = end.direction() == Endpoint.Direction.PUBLISHES
            && end.topic().name().equals(Topics.PLAN.name())
            && end.counters().messages() > 0;
        if (isPlanning && end.pid() != notPid) {
          return end.pid();
        }
      }
      assertThat(run.isDone()).as("nobody plans and the run is over").isFalse();
      Thread.sleep(20);
    }
  }

  private static SimulationOptions options() {
    return new SimulationOptions(
        BundledScenarios.resolve("highway-cut-in"),
        Map.of(),
        3,
        2,
        Optional.empty(),
        UNTIL_S,
        Perception.TRUTH,
        Sensors.NONE,
        Map.of(),
        Map.of(),
        Optional.empty(),
        false,
        Optional.empty(),
        0);
  }
}
