package io.camber.app.rig;

import io.camber.app.simulation.SimulationOptions;
import io.camber.bus.node.NodeSpec;
import java.util.ArrayList;
import java.util.List;

/** Starts the processes of a plan's groups for the nodes that a run has. */
final class GroupProcesses implements AutoCloseable {
  /** In place of node names: read them from standard input when the time comes. */
  static final String SPARE = "-";

  private final RigPlan plan;
  private final SimulationOptions options;
  private final KnownParameters known;
  private final NodeLogs logs = NodeLogs.create();
  private List<String> present = List.of();

  GroupProcesses(RigPlan plan, SimulationOptions options, KnownParameters known) {
    this.plan = plan;
    this.known = known;
    this.options = options;
  }

  /** Says which nodes the run has. */
  void begin(List<NodeSpec> nodes) {
    present = nodes.stream().map(NodeSpec::name).toList();
  }

  /** Starts a group's process; {@code more} are further options of {@code camber node host}. */
  NodeProcess start(ProcessGroup group, List<String> more) {
    String name = String.join("+", nodes(group));
    List<String> arguments =
        new ArrayList<>(List.of("node", "host", String.join(",", nodes(group))));
    arguments.addAll(more);
    arguments.add("--bus");
    List<String> run = options.withNodeParameters(known.of(nodes(group))).arguments();
    if (group.host().isPresent()) {
      ProcessGroup.Host host = group.host().get();
      arguments.add(host.bus().text());
      arguments.addAll(run);
      return NodeProcess.startAt(host, name, group.effort().nice(), arguments, logs.file(name));
    }
    arguments.addAll(List.of(plan.bus().text(), "--child", Launcher.here().text()));
    arguments.addAll(run);
    return NodeProcess.start(name, group.effort(), arguments, logs.file(name));
  }

  /** Starts a process that comes up and warms, and hosts nothing until it is told which nodes. */
  NodeProcess startSpare(boolean gently) {
    List<String> arguments = new ArrayList<>(List.of(
        "node",
        "host",
        SPARE,
        "--realtime",
        "--child",
        Launcher.here().text(),
        "--bus",
        plan.bus().text()));
    if (gently) {
      arguments.add("--gently");
    }
    arguments.addAll(options.arguments());
    return NodeProcess.start(SPARE, arguments, logs.file(SPARE));
  }

  String logs() {
    return logs.folder().toString();
  }

  /** Removes logs in which nothing is; called when the processes have ended. */
  @Override
  public void close() {
    logs.close();
  }

  List<String> nodes(ProcessGroup group) {
    return group.nodes().stream().filter(present::contains).toList();
  }
}
