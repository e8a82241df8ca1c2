package io.camber.app.rig;

import java.util.List;
import java.util.Optional;

/**
 * Nodes that share a process.
 *
 * @param nodes names of nodes; those that a run does not have are passed over
 * @param host another host and how to get there; absent: this one
 */
public record ProcessGroup(List<String> nodes, Optional<Host> host) {
  /**
   * Another host.
   *
   * @param name as the system's own ssh knows it
   * @param command how camber is called there
   * @param bus the run's bus as seen from there
   */
  public record Host(String name, String command, BusAddress bus) {}

  public ProcessGroup {
    nodes = List.copyOf(nodes);
    if (nodes.isEmpty()) {
      throw new IllegalArgumentException("a process without nodes");
    }
  }

  /** A process of this host for one node. */
  static ProcessGroup of(String node) {
    return new ProcessGroup(List.of(node), Optional.empty());
  }
}
