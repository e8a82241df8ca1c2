package io.camber.app.command.bus;

import io.camber.app.command.option.BusChoice;
import io.camber.app.command.option.CommandFamily;
import io.camber.app.command.option.ExitCode;
import io.camber.app.command.option.MetricsChoice;
import io.camber.app.command.option.ScenarioChoice;
import io.camber.app.input.Suggestions;
import io.camber.app.metrics.MetricsServer;
import io.camber.app.rig.BusProbe;
import io.camber.app.rig.BusView;
import io.camber.app.rig.HostedNodes;
import io.camber.app.rig.Launcher;
import io.camber.app.simulation.NodeNames;
import io.camber.app.simulation.SimulationOptions;
import io.camber.app.simulation.StandardTopics;
import io.camber.bus.lifecycle.LifecycleRequest;
import io.camber.bus.lifecycle.LifecycleStatus;
import io.camber.bus.transport.Endpoint;
import io.camber.bus.transport.Endpoint.Direction;
import io.camber.bus.transport.ThisHost;
import io.camber.diagnostics.InputException;
import io.camber.messages.Topics;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Nodes as processes. */
@Command(
    name = "node",
    description = "Nodes on a bus.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND")
public final class NodeCommand extends CommandFamily {
  @Command(
      name = "list",
      description = "Every node with its state, its process and its number of topics.",
      mixinStandardHelpOptions = true)
  int list(@Mixin BusChoice bus) {
    try (BusProbe probe = bus.join()) {
      BusView view = probe.look();
      SortedMap<String, LifecycleStatus> states = states(probe, view);
      for (String node : view.nodes()) {
        List<Endpoint> ends = view.ofNode(node);
        long publishes =
            ends.stream().filter(end -> end.direction() == Direction.PUBLISHES).count();
        out()
            .printf(
                Locale.ROOT,
                "%-22s %-12s %s pid %-8d publishes %d, subscribes to %d%n",
                node,
                state(states, node),
                ends.get(0).host(),
                ends.get(0).pid(),
                publishes,
                ends.size() - publishes);
      }
    }
    return done();
  }

  @Command(
      name = "info",
      description = "A node's state, what it publishes and what it subscribes to.",
      mixinStandardHelpOptions = true)
  int info(@Parameters(index = "0", paramLabel = "NODE") String node, @Mixin BusChoice bus) {
    try (BusProbe probe = bus.join()) {
      BusView view = probe.look();
      List<Endpoint> ends = requireNode(view, node);
      out().println("state      " + state(states(probe, view), node));
      for (Endpoint end : ends) {
        out()
            .printf(
                Locale.ROOT,
                "%-10s %-34s %d messages, %d lost%n",
                end.direction().name().toLowerCase(Locale.ROOT),
                end.topic().name(),
                end.counters().messages(),
                end.counters().lost());
      }
    }
    return done();
  }

  @Command(
      name = "graph",
      description = "Who hears whom, as lines or for Graphviz.",
      mixinStandardHelpOptions = true)
  int graph(
      @Option(names = "--dot", description = "in Graphviz's language") boolean dot,
      @Mixin BusChoice bus) {
    try (BusProbe probe = bus.join()) {
      BusView view = probe.look();
      String between = dot ? "\" -> \"" : " -> ";
      String edge = dot ? "  \"" : "";
      out().print(dot ? "digraph bus {\n  rankdir=LR;\n" : "");
      for (String topic : view.topics()) {
        for (Endpoint from : view.ofTopic(topic, Direction.PUBLISHES)) {
          for (Endpoint to : view.ofTopic(topic, Direction.SUBSCRIBES)) {
            out()
                .println(edge
                    + from.node()
                    + between
                    + to.node()
                    + (dot ? "\" [label=\"" + topic + "\"];" : "   " + topic));
          }
        }
      }
      out().print(dot ? "}\n" : "");
    }
    return done();
  }

  /** Nothing is waited for on a bus whose nodes tell no state, as in lockstep. */
  private static SortedMap<String, LifecycleStatus> states(BusProbe probe, BusView view) {
    boolean areTold =
        !view.ofTopic(Topics.LIFECYCLE.name(), Direction.PUBLISHES).isEmpty();
    return areTold ? probe.latched(Topics.LIFECYCLE) : new TreeMap<>();
  }

  private static String state(SortedMap<String, LifecycleStatus> states, String node) {
    LifecycleStatus status = states.get(node);
    return status == null ? "-" : status.state().text();
  }

  @Command(
      name = "deactivate",
      description =
          "Pauses a node: it receives nothing and publishes nothing until it is activated.",
      mixinStandardHelpOptions = true)
  int deactivate(@Parameters(index = "0", paramLabel = "NODE") String node, @Mixin BusChoice bus)
      throws InterruptedException {
    if (node.equals(NodeNames.GUARDIAN) || node.equals(NodeNames.WORLD)) {
      throw new InputException("node " + node + " is not paused while the car drives");
    }
    return change(node, false, bus);
  }

  @Command(
      name = "activate",
      description = "Sets a paused node to work again.",
      mixinStandardHelpOptions = true)
  int activate(@Parameters(index = "0", paramLabel = "NODE") String node, @Mixin BusChoice bus)
      throws InterruptedException {
    return change(node, true, bus);
  }

  private int change(String node, boolean active, BusChoice bus) throws InterruptedException {
    try (BusProbe probe = bus.join()) {
      SortedMap<String, LifecycleStatus> states = probe.latched(Topics.LIFECYCLE);
      if (!states.containsKey(node)) {
        throw new InputException("node " + node + " tells no state"
            + Suggestions.hint(node, states.keySet()) + "\n  nodes that do: "
            + String.join(", ", states.keySet()));
      }
      Optional<LifecycleStatus> answer =
          probe.ask(StandardTopics.LIFECYCLE.serviceOf(node), new LifecycleRequest(node, active));
      if (answer.isEmpty()) {
        err().println("error: node " + node + " does not answer");
        err().flush();
        return ExitCode.ERROR;
      }
      out().println(node + " is " + answer.get().state().text());
    }
    return done();
  }

  @Command(
      name = "kill",
      description = "Ends the process of a node: SIGTERM, or SIGKILL with --force.",
      mixinStandardHelpOptions = true)
  int kill(
      @Parameters(index = "0", paramLabel = "NODE") String node,
      @Option(names = "--force", description = "do not ask") boolean force,
      @Mixin BusChoice bus) {
    try (BusProbe probe = bus.join()) {
      Endpoint end = requireNode(probe.look(), node).get(0);
      requireThisHost(end);
      long pid = end.pid();
      ProcessHandle process = ProcessHandle.of(pid)
          .orElseThrow(() -> new InputException("process " + pid + " of " + node + " is gone"));
      boolean sent = force ? process.destroyForcibly() : process.destroy();
      out().println(node + " (pid " + pid + ") " + (sent ? "was told to end" : "does not listen"));
      out().flush();
      return sent ? ExitCode.OK : ExitCode.ERROR;
    }
  }

  /** A process number means nothing on another host; here it may be anybody's. */
  static void requireThisHost(Endpoint end) {
    String here = ThisHost.name();
    if (!end.host().equals(here)) {
      throw new InputException("node " + end.node() + " runs on host " + end.host() + ", this is "
          + here + "; end it there: camber node kill " + end.node());
    }
  }

  private static List<Endpoint> requireNode(BusView view, String node) {
    List<Endpoint> ends = view.ofNode(node);
    if (ends.isEmpty()) {
      throw new InputException("there is no node " + node + Suggestions.hint(node, view.nodes())
          + "\n  there are: " + String.join(", ", view.nodes()));
    }
    return ends;
  }

  @Command(
      name = "host",
      description = "Runs nodes of a run in this process, in lockstep or in real time.",
      mixinStandardHelpOptions = true)
  int host(
      @Parameters(
              index = "0",
              split = ",",
              paramLabel = "NODE[,NODE]",
              description = "names of nodes; stack: all nodes of the car")
          List<String> nodes,
      @Option(
              names = "--realtime",
              description = "on the wall clock, from the run's start signal on")
          boolean realtime,
      @Option(names = "--gently", hidden = true, description = "warms up beside a run")
          boolean gently,
      @Option(
              names = "--child",
              hidden = true,
              paramLabel = "PID:START",
              description = "ends with the process that started it")
          @Nullable
          String child,
      @Mixin BusChoice bus,
      @Mixin MetricsChoice metrics,
      @Mixin ScenarioChoice choice)
      throws InterruptedException {
    SimulationOptions options = choice.options(1);
    Optional<Launcher> launcher = Optional.ofNullable(child).map(Launcher::parse);
    Optional<MetricsServer> served = metrics.serve(bus.address(), err());
    try {
      boolean isOrderly = realtime
          ? HostedNodes.run(nodes, bus.address(), options, launcher, gently)
          : HostedNodes.serve(nodes, bus.address(), options, launcher);
      return isOrderly ? ExitCode.OK : ExitCode.ERROR;
    } finally {
      served.ifPresent(MetricsServer::close);
    }
  }
}
