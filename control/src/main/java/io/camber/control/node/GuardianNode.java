package io.camber.control.node;

import io.camber.bus.Latest;
import io.camber.bus.Node;
import io.camber.bus.NodeContext;
import io.camber.bus.Publisher;
import io.camber.control.guardian.Finding;
import io.camber.control.guardian.Guardian;
import io.camber.control.guardian.GuardianConfig;
import io.camber.control.guardian.Verdict;
import io.camber.messages.Topics;
import io.camber.motion.Plan;
import io.camber.pose.EgoPose;
import io.camber.vehicle.ControlCommand;
import io.camber.vehicle.VehicleDescription;
import io.camber.vehicle.VehicleReport;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** The only publisher of actuation. Judges every command on arrival and every silence by its own timer. */
public final class GuardianNode implements Node {
  private static final long PERIOD_NS = 10_000_000L;

  /** Between two commands, which arrive about 7 ms after each inertial sample. */
  private static final long OFFSET_NS = 1_000_000L;

  private Optional<Guardian> guardian = Optional.empty();
  private Set<Finding> reported = EnumSet.noneOf(Finding.class);

  @Override
  public void start(NodeContext context) {
    GuardianConfig config = context.config(GuardianConfig.DEFAULTS);
    Latest<VehicleDescription> vehicle = context.latest(Topics.VEHICLE_DESCRIPTION);
    Latest<VehicleReport> report = context.latest(Topics.VEHICLE_REPORT);
    Latest<EgoPose> pose = context.latest(Topics.EGO_POSE);
    Latest<Plan> plan = context.latest(Topics.PLAN);
    Publisher<ControlCommand> actuation = context.publisher(Topics.ACTUATION);
    context.subscribe(Topics.CONTROL_COMMAND, (command, envelope) -> {
      if (guardian.isEmpty()) {
        guardian = vehicle.value().map(described -> new Guardian(described, config));
      }
      if (guardian.isPresent()) {
        report.value().ifPresent(guardian.get()::report);
        act(context, guardian.get().command(context.clock().timeNs(), command), actuation);
      }
    });
    context.timer(PERIOD_NS, OFFSET_NS, timeNs -> {
      if (guardian.isEmpty()) {
        return;
      }
      Guardian active = guardian.get();
      report.value().ifPresent(active::report);
      plan.envelope().ifPresent(envelope -> active.plan(envelope.publishTimeNs()));
      pose.envelope()
          .ifPresent(envelope ->
              pose.value().ifPresent(value -> active.pose(envelope.publishTimeNs(), value)));
      boolean hadTakenOver = active.isMinimalRisk();
      act(context, active.tick(timeNs), actuation);
      if (hadTakenOver && !active.isMinimalRisk()) {
        reported = EnumSet.noneOf(Finding.class);
        context.health().ok("re-engaged", "the car stands and all is heard again");
      }
    });
  }

  private void act(NodeContext context, Verdict verdict, Publisher<ControlCommand> actuation) {
    verdict.command().ifPresent(command -> actuation.publish(command, command.timeNs()));
    for (Finding finding : verdict.findings()) {
      if (reported.contains(finding)) {
        continue;
      }
      if (finding.endsDrive()) {
        context.health().error(finding.code(), "minimal risk manoeuvre: stopping in the lane");
      } else {
        context.health().warn(finding.code(), "command was cut or dropped");
      }
    }
    if (verdict.command().isPresent() || !verdict.findings().isEmpty()) {
      reported = verdict.findings();
    }
  }
}
