package io.camber.app.rig;

import static org.assertj.core.api.Assertions.assertThat;

import io.camber.app.input.BundledScenarios;
import io.camber.app.simulation.NodeNames;
import io.camber.app.simulation.Perception;
import io.camber.app.simulation.RunMode;
import io.camber.app.simulation.Sensors;
import io.camber.app.simulation.Simulation;
import io.camber.app.simulation.SimulationOptions;
import io.camber.app.simulation.SimulationResult;
import io.camber.app.simulation.StandardTopics;
import io.camber.bus.parameter.ParameterRequest;
import io.camber.bus.parameter.ParameterValue;
import io.camber.bus.transport.Endpoint;
import io.camber.messages.Topics;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(180)
final class RealtimeRigTest {
  private static final double UNTIL_S = 12.0;
  private static final double TIME_GAP = 1.9;

  /** F11: killed; F12: stopped, its process lives and it plans no more. */
  @ParameterizedTest
  @ValueSource(strings = {"KILL", "STOP"})
  void aPlannerThatDoesNotWorkIsReplacedWithItsParametersWhileTheRunGoesOn(String signal)
      throws Exception {
    BusAddress bus = BusAddress.ofNewBus(BusKind.SHM);
    RigPlan plan = new RigPlan(
        bus,
        List.of(new ProcessGroup(
            List.of(NodeNames.PREDICTION, NodeNames.PLANNING), Optional.empty(), 1)),
        List.of());
    try (RealtimeRig rig = RealtimeRig.start(plan, options())) {
      CompletableFuture<SimulationResult> run = CompletableFuture.supplyAsync(() ->
          new Simulation(options()).mode(new RunMode.Realtime(Optional.of(rig))).run());
      long first = awaitPlanner(rig, -1, run);
      setTimeGap(bus);
      assertThat(new ProcessBuilder("kill", "-" + signal, Long.toString(first))
              .start()
              .waitFor())
          .isZero();

      long second = awaitPlanner(rig, first, run);
      assertThat(timeGap(bus)).isEqualTo(Double.toString(TIME_GAP));
      SimulationResult result = run.get(90, TimeUnit.SECONDS);

      assertThat(second).isNotEqualTo(first);
      assertThat(ProcessHandle.of(first)).as("the one that did not work").isEmpty();
      assertThat(result.isInterrupted()).isFalse();
      assertThat(result.failures()).isEmpty();
    }
  }

  private static void setTimeGap(BusAddress bus) throws InterruptedException {
    try (BusProbe probe = BusProbe.join(bus)) {
      ParameterRequest request = new ParameterRequest(
          NodeNames.PLANNING,
          List.of(new ParameterRequest.Assignment("time_gap_s", ParameterValue.of(TIME_GAP))));
      assertThat(probe.ask(StandardTopics.PARAMETERS.serviceOf(NodeNames.PLANNING), request))
          .hasValueSatisfying(answer -> assertThat(answer.accepted()).isTrue());
    }
  }

  private static String timeGap(BusAddress bus) {
    try (BusProbe probe = BusProbe.join(bus)) {
      return probe.latched(Topics.PARAMETERS).values().stream()
          .filter(state -> state.node().equals(NodeNames.PLANNING))
          .flatMap(state -> state.find("time_gap_s").stream())
          .map(entry -> entry.value().text())
          .findFirst()
          .orElse("not shown");
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
      if (run.isDone()) {
        throw new AssertionError("nobody plans and the run is over: " + run.join());
      }
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
