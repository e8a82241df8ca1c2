package io.camber.control.node;

import io.camber.bus.Latest;
import io.camber.bus.Node;
import io.camber.bus.NodeContext;
import io.camber.bus.Publisher;
import io.camber.control.ControlConfig;
import io.camber.control.TrackingStep;
import io.camber.control.TrajectoryController;
import io.camber.control.longitudinal.LongitudinalConfig;
import io.camber.messages.Topics;
import io.camber.motion.Plan;
import io.camber.pose.EgoPose;
import io.camber.pose.PoseStatus;
import io.camber.vehicle.ControlCommand;
import io.camber.vehicle.DriveMode;
import io.camber.vehicle.VehicleDescription;
import io.camber.vehicle.VehicleReport;
import java.util.Optional;

/** Turns every ego pose into a command, once vehicle, report and plan are known. */
public final class ControlNode implements Node {
  private Optional<TrajectoryController> controller = Optional.empty();
  private Optional<DriveMode> mode = Optional.empty();
  private LongitudinalConfig tuning = LongitudinalConfig.DEFAULTS;

  @Override
  public void start(NodeContext context) {
    ControlConfig config = context.config(ControlConfig.DEFAULTS);
    tuning = config.longitudinal();
    GainParameters.declare(context.parameters(), tuning, this::retune);
    Latest<VehicleDescription> vehicle = context.latest(Topics.VEHICLE_DESCRIPTION);
    Latest<VehicleReport> report = context.latest(Topics.VEHICLE_REPORT);
    Latest<Plan> plan = context.latest(Topics.PLAN);
    Publisher<ControlCommand> commands = context.publisher(Topics.CONTROL_COMMAND);
    context.subscribe(Topics.EGO_POSE, (pose, envelope) -> {
      if (controller.isEmpty()) {
        controller = vehicle.value().map(described -> controller(described, config));
      }
      Optional<VehicleReport> measured = report.value();
      if (controller.isEmpty() || measured.isEmpty() || pose.status() == PoseStatus.INITIALIZING) {
        return;
      }
      plan.value().ifPresent(controller.get()::accept);
      step(context, controller.get(), pose, measured.get())
          .ifPresent(command -> commands.publish(command, pose.timeNs()));
    });
  }

  private TrajectoryController controller(VehicleDescription vehicle, ControlConfig config) {
    return new TrajectoryController(vehicle, new ControlConfig(config.lateral(), tuning));
  }

  private void retune(LongitudinalConfig other) {
    tuning = other;
    controller.ifPresent(active -> active.retune(other));
  }

  private Optional<ControlCommand> step(
      NodeContext context, TrajectoryController active, EgoPose pose, VehicleReport report) {
    Optional<ControlCommand> command =
        active.step(context.clock().timeNs(), pose, report).map(TrackingStep::command);
    command.ifPresent(issued -> announce(context, issued.mode()));
    return command;
  }

  private void announce(NodeContext context, DriveMode now) {
    if (mode.isPresent() && mode.get() == now) {
      return;
    }
    mode = Optional.of(now);
    if (now == DriveMode.NOMINAL) {
      context.health().ok("following-plan", "the newest plan is fresh");
    } else {
      context.health().warn("following-safe-stop", "the newest plan is too old or has no path");
    }
  }
}
