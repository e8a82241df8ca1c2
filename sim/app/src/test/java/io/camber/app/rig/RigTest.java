package io.camber.app.rig;

import static org.assertj.core.api.Assertions.assertThat;

import io.camber.app.input.BundledScenarios;
import io.camber.app.simulation.Perception;
import io.camber.app.simulation.RunMode;
import io.camber.app.simulation.Sensors;
import io.camber.app.simulation.Simulation;
import io.camber.app.simulation.SimulationOptions;
import io.camber.app.simulation.SimulationResult;
import io.camber.bus.parameter.ParameterRequest.Assignment;
import io.camber.bus.parameter.ParameterValue;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** DET-09: the car in another process than the world, lockstep, gives the bytes of one process. */
@Timeout(120)
final class RigTest {
  @RegisterExtension
  private final OwnBus ownBus = OwnBus.ofRun();

  @TempDir
  private Path folder;

  @ParameterizedTest
  @EnumSource(BusKind.class)
  void theHashDoesNotDependOnWhereTheCarLives(BusKind kind) {
    SimulationOptions options = options();
    SimulationResult here = new Simulation(options).run();
    RigPlan plan = new RigPlan(BusAddress.ofNewBus(kind), List.of(), List.of(RigPlan.STACK));

    SimulationResult there;
    try (NodeProcess car = host(plan.bus(), options);
        LockstepRig rig = LockstepRig.start(plan, options)) {
      assertThat(car.isAlive()).isTrue();
      there = new Simulation(options).mode(new RunMode.Lockstep(rig)).run();
    }

    assertThat(there.judgement().reason()).isEqualTo(here.judgement().reason());
    assertThat(there.hash()).isEqualTo(here.hash());
  }

  @Test
  void aParameterChangedOnTheWayGivesTheSameBytesInAnotherProcess() {
    SimulationOptions options = options();
    SimulationResult here = capping(options).run();
    SimulationResult unchanged = new Simulation(options).run();
    RigPlan plan = new RigPlan(BusAddress.ofNewBus(BusKind.SHM), List.of(), List.of(RigPlan.STACK));

    SimulationResult there;
    try (NodeProcess car = host(plan.bus(), options);
        LockstepRig rig = LockstepRig.start(plan, options)) {
      assertThat(car.isAlive()).isTrue();
      there = capping(options).mode(new RunMode.Lockstep(rig)).run();
    }

    assertThat(there.hash()).isEqualTo(here.hash()).isNotEqualTo(unchanged.hash());
  }

  /** A node of the run's own process caps the speed one second after the start. */
  private static Simulation capping(SimulationOptions options) {
    return new Simulation(options).add("operator", context -> operator -> {
      var planning = operator.parametersOf("planning");
      operator.timer(
          3_600_000_000_000L,
          1_000_000_000L,
          timeNs -> planning.set(
              List.of(new Assignment("speed_cap_mps", ParameterValue.of(15.0))),
              1_000_000_000L,
              answer -> assertThat(answer.accepted()).isTrue(),
              () -> {}));
    });
  }

  @Test
  void aPrivateBusLeavesNothingBehind() {
    RigPlan plan = new RigPlan(BusAddress.ofNewBus(BusKind.SHM), List.of(), List.of());

    try (LockstepRig rig = LockstepRig.start(plan, options())) {
      assertThat(rig.threads(1, 5)).isPositive();
      assertThat(busFolder(plan)).exists();
    }

    assertThat(busFolder(plan)).doesNotExist();
  }

  private static File busFolder(RigPlan plan) {
    return Path.of(
            "/dev/shm", "camber-" + System.getProperty("user.name"), plan.bus().place())
        .toFile();
  }

  private NodeProcess host(BusAddress bus, SimulationOptions options) {
    List<String> arguments = new ArrayList<>(List.of("node", "host", "stack", "--bus", bus.text()));
    arguments.addAll(List.of("--child", Launcher.here().text()));
    arguments.addAll(options.arguments());
    return NodeProcess.start("stack", arguments, folder.resolve("stack.log").toFile());
  }

  private static SimulationOptions options() {
    return new SimulationOptions(
        BundledScenarios.resolve("highway-cut-in"),
        Map.of(),
        3,
        2,
        Optional.empty(),
        2.0,
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
