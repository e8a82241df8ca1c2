package io.camber.sim.fault.node;

import io.camber.bus.Node;
import io.camber.bus.NodeContext;
import io.camber.bus.NodeFactory;
import io.camber.messages.Topics;
import io.camber.sim.fault.stream.Surroundings;
import java.util.List;

/** A node that suffers faults without knowing. Its context must be open to {@code /truth/faults}. */
public final class FaultyNode implements Node {
  private final NodeFactory factory;
  private final List<String> closedPrefixes;

  private FaultyNode(NodeFactory factory, List<String> closedPrefixes) {
    this.factory = factory;
    this.closedPrefixes = closedPrefixes;
  }

  /**
   * Makes nodes that suffer faults.
   *
   * @param closedPrefixes topics that stay closed to the node itself
   */
  public static NodeFactory of(NodeFactory factory, List<String> closedPrefixes) {
    return context -> new FaultyNode(factory, closedPrefixes);
  }

  @Override
  public void start(NodeContext context) {
    Surroundings surroundings = new Surroundings();
    FaultWatch watch = new FaultWatch(context);
    context.observe(Topics.EGO_POSE, (pose, envelope) -> surroundings.notice(pose));
    FaultyContext faulty = new FaultyContext(context, closedPrefixes, watch, surroundings);
    factory.create(faulty).start(faulty);
  }
}
