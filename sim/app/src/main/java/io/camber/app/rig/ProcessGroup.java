package io.camber.app.rig;

import io.camber.app.simulation.NodeNames;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Nodes that share a process.
 *
 * @param nodes names of nodes; those that a run does not have are passed over
 * @param host another host and how to get there; absent: this one
 * @param nice how far the process stands back for others when processor time is short, as the system's {@code nice}
 *     counts, 0 to {@value #NICE_MAX}
 */
public record ProcessGroup(List<String> nodes, Optional<Host> host, int nice) {
  static final int NICE_MAX = 19;

  /** Less than a third of the share of a process that does not stand back. */
  private static final int NICE_OF_FRAMES = 5;

  /** What works on sweeps and images can be late by a frame; what steers cannot. */
  private static final Set<String> FRAMES = Set.of(
      NodeNames.LIDAR,
      NodeNames.CAMERA,
      NodeNames.DETECTION,
      NodeNames.SIGNALS,
      NodeNames.CAMERA_DETECTION);

  /**
   * Another host.
   *
   * @param name as the system's own ssh knows it
   * @param command how camber is called there
   * @param bus the run's bus as seen from there
   */
  public record Host(String name, String command, BusAddress bus) {}

  /** What works on a few numbers at a time gains nothing from code that took long to compile. */
  private static final Set<String> LIGHT = Set.of(
      NodeNames.VEHICLE_REPORT,
      NodeNames.IMU,
      NodeNames.GNSS,
      NodeNames.WHEELS,
      NodeNames.LOCALIZATION,
      NodeNames.CONTROL,
      NodeNames.GUARDIAN);

  public ProcessGroup {
    nodes = List.copyOf(nodes);
    if (nodes.isEmpty()) {
      throw new IllegalArgumentException("a process without nodes");
    }
    if (nice < 0 || nice > NICE_MAX) {
      throw new IllegalArgumentException("nice=" + nice + " is outside [0, " + NICE_MAX + "]");
    }
  }

  /** How much of the processor the process may take. */
  NodeProcess.Effort effort() {
    return new NodeProcess.Effort(nice, LIGHT.containsAll(nodes));
  }

  /** A process of this host for one node. */
  static ProcessGroup of(String node) {
    return new ProcessGroup(
        List.of(node), Optional.empty(), FRAMES.contains(node) ? NICE_OF_FRAMES : 0);
  }
}
