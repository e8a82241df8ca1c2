package io.camber.app.rig;

import java.util.List;

/**
 * Which nodes of a run live in other processes.
 *
 * @param bus where all meet
 * @param ownProcesses whether every node that is not elsewhere gets a process of its own
 * @param elsewhere nodes that somebody else hosts on the bus
 */
public record RigPlan(BusAddress bus, boolean ownProcesses, List<String> elsewhere) {
  public RigPlan {
    elsewhere = List.copyOf(elsewhere);
  }

  boolean isElsewhere(String node) {
    return elsewhere.contains(node);
  }
}
