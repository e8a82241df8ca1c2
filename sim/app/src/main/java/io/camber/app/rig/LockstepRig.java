package io.camber.app.rig;

import io.camber.app.simulation.NodeBodies;
import io.camber.app.simulation.SimulationOptions;
import io.camber.bus.node.NodeBody;
import io.camber.bus.node.NodeSpec;
import io.camber.bus.node.RunTerms;
import io.camber.bus.remote.Patience;
import io.camber.bus.remote.RemoteNode;
import io.camber.bus.transport.Waiting;
import io.camber.bus.transport.Wire;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Starts a process for every node of a lockstep run and calls them over a bus. */
public final class LockstepRig implements NodeBodies {
  /** A node that says nothing for so long is taken for hung. */
  private static final long HUNG_NS = 60_000_000_000L;

  private final RigPlan plan;
  private final Wire wire;
  private final GroupProcesses starting;
  private final List<RemoteNode> nodes = new ArrayList<>();
  private final Map<ProcessGroup, NodeProcess> processes = new LinkedHashMap<>();

  private LockstepRig(RigPlan plan, SimulationOptions options, Wire wire) {
    this.plan = plan;
    this.starting = new GroupProcesses(plan, options, new KnownParameters());
    this.wire = wire;
  }

  /** Opens the bus; processes start as the run asks for its nodes. */
  public static LockstepRig start(RigPlan plan, SimulationOptions options) {
    return new LockstepRig(plan, options, plan.bus().open(new WireLog()));
  }

  @Override
  public void begin(List<NodeSpec> specs) {
    starting.begin(specs);
  }

  @Override
  public NodeBody body(NodeSpec spec, RunTerms terms) {
    if (plan.isElsewhere(spec)) {
      return remote(spec, terms, () -> true, "");
    }
    Optional<ProcessGroup> group = plan.findGroup(spec);
    if (group.isEmpty()) {
      return HERE.body(spec, terms);
    }
    NodeProcess process =
        processes.computeIfAbsent(group.get(), it -> starting.start(it, List.of()));
    return remote(spec, terms, process::isAlive, " (its log: " + process.log() + ")");
  }

  private NodeBody remote(
      NodeSpec spec, RunTerms terms, BooleanSupplier isAlive, String whereToLook) {
    Patience patience =
        new Patience("node " + spec.name() + whereToLook, HUNG_NS, isAlive, System::nanoTime);
    RemoteNode node = new RemoteNode(spec, terms, Catalog::topic, wire, Waiting.HYBRID, patience);
    nodes.add(node);
    return node;
  }

  /** One thread a node: they wait for processes and hardly run. */
  @Override
  public int threads(int wanted, int nodes) {
    return Math.min(64, nodes + 1);
  }

  @Override
  public void close() {
    nodes.forEach(RemoteNode::close);
    processes.values().forEach(NodeProcess::close);
    wire.close();
    plan.bus().removeIfOwn();
    starting.close();
  }
}
