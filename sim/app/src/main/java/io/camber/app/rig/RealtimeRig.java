package io.camber.app.rig;

import io.camber.app.simulation.RealtimeHosts;
import io.camber.app.simulation.SimulationOptions;
import io.camber.bus.node.NodeSpec;
import io.camber.bus.transport.Wire;
import java.util.ArrayList;
import java.util.List;

/** Starts a process for every node of a real-time run and keeps it running. */
public final class RealtimeRig implements RealtimeHosts, AutoCloseable {
  /** On two cores a dozen Java processes take some seconds to come up. */
  private static final long STARTUP_NS = 15_000_000_000L;

  private final RigPlan plan;
  private final SimulationOptions options;
  private final Wire wire;
  private final NodeLogs logs = NodeLogs.create();
  private final Supervisor supervisor = new Supervisor();

  private RealtimeRig(RigPlan plan, SimulationOptions options, Wire wire) {
    this.plan = plan;
    this.options = options;
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
  public boolean host(NodeSpec spec, long epochNs) {
    if (plan.isElsewhere(spec.name())) {
      return true;
    }
    if (!plan.ownProcesses()) {
      return false;
    }
    List<String> arguments = new ArrayList<>(List.of(
        "node",
        "host",
        spec.name(),
        "--child",
        "--bus",
        plan.bus().text(),
        "--epoch",
        Long.toString(epochNs)));
    arguments.addAll(options.arguments());
    supervisor.keep(() -> NodeProcess.start(spec.name(), arguments, logs.file(spec.name())));
    return true;
  }

  @Override
  public void close() {
    supervisor.close();
    wire.close();
  }
}
