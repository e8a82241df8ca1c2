package io.camber.app.rig;

import io.camber.app.simulation.RealtimeHosts;
import io.camber.app.simulation.SimulationOptions;
import io.camber.bus.node.NodeSpec;
import io.camber.bus.transport.Wire;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Starts a process for every node of a real-time run and keeps it running. */
public final class RealtimeRig implements RealtimeHosts, AutoCloseable {
  /** On two cores a dozen Java processes take some seconds to come up. */
  private static final long STARTUP_NS = 15_000_000_000L;

  private final RigPlan plan;
  private final Wire wire;
  private final GroupProcesses starting;
  private final Set<ProcessGroup> started = new LinkedHashSet<>();
  private final Supervisor supervisor = new Supervisor();

  private RealtimeRig(RigPlan plan, SimulationOptions options, Wire wire) {
    this.plan = plan;
    this.starting = new GroupProcesses(plan, options);
    this.wire = wire;
  }

  /** Opens the bus; processes start as the run asks for its nodes. */
  public static RealtimeRig start(RigPlan plan, SimulationOptions options) {
    return new RealtimeRig(plan, options, plan.bus().open(new WireLog()));
  }

  @Override
  public Wire wire() {
    return wire;
  }

  @Override
  public long startupNs() {
    return STARTUP_NS;
  }

  @Override
  public void begin(List<NodeSpec> specs) {
    starting.begin(specs);
  }

  @Override
  public boolean host(NodeSpec spec, long epochNs) {
    if (plan.isElsewhere(spec)) {
      return true;
    }
    Optional<ProcessGroup> group = plan.findGroup(spec);
    if (group.isPresent() && started.add(group.get())) {
      supervisor.keep(
          () -> starting.start(group.get(), List.of("--epoch", Long.toString(epochNs))));
    }
    return group.isPresent();
  }

  @Override
  public void close() {
    supervisor.close();
    wire.close();
  }
}
