package io.camber.app.rig;

import io.camber.app.simulation.NodeNames;
import io.camber.bus.node.NodeSpec;
import java.util.List;
import java.util.Optional;

/**
 * Which nodes of a run live in other processes. A node that is in no group and not elsewhere lives with the world.
 *
 * @param bus where all meet
 * @param groups processes that the run starts and keeps running
 * @param elsewhere nodes that somebody else hosts on the bus; {@link #STACK} stands for all nodes of the car
 */
public record RigPlan(BusAddress bus, List<ProcessGroup> groups, List<String> elsewhere) {
  /** All nodes of the car. */
  public static final String STACK = "stack";

  public RigPlan {
    groups = List.copyOf(groups);
    elsewhere = List.copyOf(elsewhere);
  }

  /** A process for every node that is not elsewhere. */
  public static RigPlan processForEach(BusAddress bus, List<String> elsewhere) {
    return new RigPlan(bus, NodeNames.all().stream().map(ProcessGroup::of).toList(), elsewhere);
  }

  boolean isElsewhere(NodeSpec node) {
    boolean isOfTheCar = !node.essential() && NodeNames.all().contains(node.name());
    return elsewhere.contains(node.name()) || (isOfTheCar && elsewhere.contains(STACK));
  }

  /** The process that the run starts for a node. */
  Optional<ProcessGroup> findGroup(NodeSpec node) {
    return groups.stream().filter(group -> group.nodes().contains(node.name())).findFirst();
  }
}
