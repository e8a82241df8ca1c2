package io.camber.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.camber.bus.HealthReport;
import io.camber.bus.Latest;
import io.camber.bus.Node;
import io.camber.bus.NodeContext;
import io.camber.bus.Publisher;
import io.camber.bus.execution.LockstepConfig;
import io.camber.bus.execution.LockstepExecutor;
import io.camber.bus.node.NodeSpec;
import io.camber.bus.node.RuntimeTopics;
import io.camber.bus.parameter.ParameterRequest.Assignment;
import io.camber.bus.parameter.ParameterValue;
import io.camber.bus.parameter.service.ParameterTopics;
import io.camber.bus.transport.BusMessage;
import io.camber.control.node.ControlNode;
import io.camber.control.node.GuardianNode;
import io.camber.messages.Topics;
import io.camber.motion.Plan;
import io.camber.pose.EgoPose;
import io.camber.vehicle.ControlCommand;
import io.camber.vehicle.DriveMode;
import io.camber.vehicle.VehicleDescription;
import io.camber.vehicle.VehicleReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Controller and guardian with their latencies, around a car that obeys actuation alone. */
final class NodesOnTheBusTest {
  private static final long MS = 1_000_000L;
  private static final RuntimeTopics PARAMETERS = new RuntimeTopics(
      Optional.empty(),
      Optional.of(new ParameterTopics(
          Topics.PARAMETERS, Topics.PARAMETER_REQUESTS, Topics.PARAMETER_ANSWERS)));

  private final Plant plant = new Plant(Plant.Traits.NOMINAL, 10.0);
  private final Course course = new Course().straight(30).turn(1.0, 40.0, 10.0).straight(300);
  private final List<BusMessage<?>> log = new ArrayList<>();

  private void run(double seconds, double planUntilS, Node controller) {
    try (LockstepExecutor executor =
        new LockstepExecutor(new LockstepConfig(7, 1, false, Optional.of(Topics.DIAGNOSTICS)))) {
      executor.addListener(log::add);
      executor.add(NodeSpec.world("world", 0, context -> new World(planUntilS)));
      executor.add(NodeSpec.stack("control", 3 * MS, "/truth/", context -> controller));
      executor.add(NodeSpec.stack("guardian", 2 * MS, "/truth/", context -> new GuardianNode()));
      executor.runUntil((long) (seconds * 1e9));
    }
  }

  private List<ControlCommand> actuation() {
    return log.stream()
        .filter(message -> message.envelope().topic().equals(Topics.ACTUATION.name()))
        .map(message -> (ControlCommand) message.value())
        .toList();
  }

  private List<String> healthCodes() {
    return log.stream()
        .filter(message -> message.value() instanceof HealthReport)
        .map(message -> ((HealthReport) message.value()).code())
        .toList();
  }

  @Test
  void theCarKeepsItsPathAndSchedule() {
    run(8.0, 8.0, new ControlNode());

    assertThat(course.lateral(plant.x, plant.y, 80.0)).isCloseTo(0.0, within(0.02));
    assertThat(plant.speed).isCloseTo(10.0, within(0.05));
    assertThat(healthCodes()).containsExactly("following-plan");
  }

  @Test
  void everyCommandReachesTheCarOnceAndFiveMillisecondsAfterItsPose() {
    run(1.0, 1.0, new ControlNode());

    List<BusMessage<?>> sent = log.stream()
        .filter(message -> message.envelope().topic().equals(Topics.ACTUATION.name()))
        .toList();
    assertThat(sent).hasSize(100);
    assertThat(sent)
        .allSatisfy(message ->
            assertThat(message.envelope().publishTimeNs() % (10 * MS)).isEqualTo(5 * MS));
  }

  @Test
  void withoutPlansTheCarStopsOnItsSafeStop() {
    run(9.0, 2.0, new ControlNode());

    assertThat(plant.speed).isZero();
    assertThat(healthCodes()).containsExactly("following-plan", "following-safe-stop");
    assertThat(actuation()).noneMatch(command -> command.mode() == DriveMode.MINIMAL_RISK);
  }

  @Test
  void aControllerThatDiesIsStoppedByTheGuardian() {
    run(9.0, 9.0, context -> {
      new ControlNode().start(context);
      context.subscribe(Topics.EGO_POSE, (pose, envelope) -> {
        if (pose.timeNs() > 2_000 * MS) {
          throw new IllegalStateException("broken on purpose");
        }
      });
    });

    assertThat(plant.speed).isZero();
    assertThat(healthCodes()).contains("command-silent");
    assertThat(actuation().get(actuation().size() - 1).mode()).isEqualTo(DriveMode.MINIMAL_RISK);
  }

  @Test
  void aGainTurnedDownWhileDrivingShowsInTheNextCommands() {
    plant.speed = 9.0;
    List<Double> accels = new ArrayList<>();
    try (LockstepExecutor executor =
        new LockstepExecutor(new LockstepConfig(7, 1, false, PARAMETERS))) {
      executor.addListener(message -> {
        if (message.envelope().topic().equals(Topics.CONTROL_COMMAND.name())) {
          accels.add(((ControlCommand) message.value()).accelMps2());
        }
      });
      executor.add(NodeSpec.world("world", 0, context -> new World(9.0)));
      executor.add(NodeSpec.stack("control", 3 * MS, "/truth/", context -> new ControlNode()));
      executor.add(NodeSpec.stack("guardian", 2 * MS, "/truth/", context -> new GuardianNode()));
      executor.add(NodeSpec.world("operator", 0, context -> NodesOnTheBusTest::turnDown));
      executor.runUntil(1_000 * MS);
    }

    // no gain on speed and position, level road: what is left fights drag and rolling resistance
    assertThat(accels.get(45)).isGreaterThan(0.8);
    assertThat(accels.get(accels.size() - 1)).isLessThan(0.5);
  }

  private static void turnDown(NodeContext context) {
    var control = context.parametersOf("control");
    context.timer(
        3_600_000 * MS,
        500 * MS,
        timeNs -> control.set(
            List.of(
                new Assignment("speed_gain_per_s", ParameterValue.of(0.1)),
                new Assignment("position_gain_per_s2", ParameterValue.of(0.0))),
            100 * MS,
            answer -> assertThat(answer.accepted()).as(answer.reason()).isTrue(),
            () -> {}));
  }

  /** The car and everything ahead of control: pose, report and plans along the course. */
  private final class World implements Node {
    private final double planUntilS;

    World(double planUntilS) {
      this.planUntilS = planUntilS;
    }

    @Override
    public void start(NodeContext context) {
      Publisher<VehicleDescription> vehicle = context.publisher(Topics.VEHICLE_DESCRIPTION);
      Publisher<VehicleReport> reports = context.publisher(Topics.VEHICLE_REPORT);
      Publisher<EgoPose> poses = context.publisher(Topics.EGO_POSE);
      Publisher<Plan> plans = context.publisher(Topics.PLAN);
      Latest<ControlCommand> actuation = context.latest(Topics.ACTUATION);
      context.timer(10 * MS, 0, timeNs -> {
        if (timeNs == 0) {
          vehicle.publish(VehicleDescription.midSizeCar(), 0);
        }
        plant.advance(timeNs);
        actuation.value().ifPresent(plant::obey);
        if (timeNs % (100 * MS) == 0 && timeNs * 1e-9 <= planUntilS) {
          plans.publish(plan(timeNs), timeNs);
        }
        reports.publish(plant.report(), timeNs);
        poses.publish(plant.pose(0, 0, 0), timeNs);
      });
    }

    private Plan plan(long timeNs) {
      return new Plan(
          timeNs,
          course.plan(Course.Profile.constant(10.0), timeNs),
          course.plan(Course.Profile.stop(10.0, timeNs * 1e-9, 2.0), timeNs),
          List.of(),
          List.of());
    }
  }
}
