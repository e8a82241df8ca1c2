package io.camber.app.command.bus;

import io.camber.app.command.option.BusChoice;
import io.camber.app.command.option.CommandFamily;
import io.camber.app.command.option.ExitCode;
import io.camber.app.input.Suggestions;
import io.camber.app.rig.BusProbe;
import io.camber.app.simulation.StandardTopics;
import io.camber.bus.parameter.ParameterAnswer;
import io.camber.bus.parameter.ParameterDescriptor;
import io.camber.bus.parameter.ParameterRequest;
import io.camber.bus.parameter.ParameterRequest.Assignment;
import io.camber.bus.parameter.ParameterState;
import io.camber.bus.parameter.ParameterState.Entry;
import io.camber.bus.parameter.ParameterValue;
import io.camber.diagnostics.InputException;
import io.camber.messages.Topics;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Parameters of nodes on a live bus. */
@Command(
    name = "param",
    description = "Parameters of nodes on a live bus.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND")
public final class ParamCommand extends CommandFamily {
  @Command(
      name = "list",
      description = "Every parameter with its value and what it may be.",
      mixinStandardHelpOptions = true)
  int list(
      @Parameters(index = "0", arity = "0..1", paramLabel = "NODE", description = "default: all")
          @Nullable
          String node,
      @Option(names = "--json", description = "as JSON") boolean json,
      @Mixin BusChoice bus) {
    try (BusProbe probe = bus.join()) {
      SortedMap<String, ParameterState> states = states(probe, bus);
      List<ParameterState> shown =
          node == null ? List.copyOf(states.values()) : List.of(require(states, node));
      if (json) {
        out().println(ParameterText.json(shown));
      } else {
        shown.forEach(this::print);
      }
    }
    return done();
  }

  private void print(ParameterState state) {
    for (Entry entry : state.entries()) {
      ParameterDescriptor descriptor = entry.descriptor();
      out()
          .printf(
              Locale.ROOT,
              "%-34s %-12s %s%s%n",
              state.node() + "." + descriptor.name(),
              entry.value().text(),
              descriptor.allowed(),
              descriptor.readOnly() ? ", read-only" : "");
    }
  }

  @Command(name = "get", description = "Prints a value.", mixinStandardHelpOptions = true)
  int get(
      @Parameters(index = "0", paramLabel = "NODE") String node,
      @Parameters(index = "1", paramLabel = "NAME") String name,
      @Mixin BusChoice bus) {
    try (BusProbe probe = bus.join()) {
      out().println(require(require(states(probe, bus), node), name).value().text());
    }
    return done();
  }

  @Command(
      name = "describe",
      description = "Says what a parameter is for and what it may be.",
      mixinStandardHelpOptions = true)
  int describe(
      @Parameters(index = "0", paramLabel = "NODE") String node,
      @Parameters(index = "1", paramLabel = "NAME") String name,
      @Mixin BusChoice bus) {
    try (BusProbe probe = bus.join()) {
      Entry entry = require(require(states(probe, bus), node), name);
      ParameterDescriptor descriptor = entry.descriptor();
      out().println(node + "." + name + "  " + descriptor.description());
      out().println("  allowed  " + descriptor.allowed());
      out().println("  default  " + descriptor.initial().text());
      out().println("  value    " + entry.value().text());
      out()
          .println("  changes  "
              + (descriptor.readOnly() ? "only at the start" : "at the start and while it runs"));
    }
    return done();
  }

  @Command(
      name = "set",
      description = "Changes values while the node runs: all of them, or none.",
      mixinStandardHelpOptions = true)
  int set(
      @Parameters(index = "0", paramLabel = "NODE") String node,
      @Parameters(index = "1..*", arity = "1..*", paramLabel = "NAME=VALUE") List<String> texts,
      @Mixin BusChoice bus)
      throws InterruptedException {
    try (BusProbe probe = bus.join()) {
      ParameterState state = require(states(probe, bus), node);
      List<Assignment> assignments = new ArrayList<>();
      texts.forEach(text -> assignments.add(assignment(state, text)));
      Optional<ParameterAnswer> answer = probe.ask(
          StandardTopics.PARAMETERS.serviceOf(node), new ParameterRequest(node, assignments));
      if (answer.isEmpty()) {
        return failed("node " + node + " does not answer");
      }
      if (!answer.get().accepted()) {
        return failed(answer.get().reason());
      }
      for (Assignment each : assignments) {
        out().println(node + "." + each.name() + " = " + each.value().text());
      }
    }
    return done();
  }

  private static Assignment assignment(ParameterState state, String text) {
    int equals = text.indexOf('=');
    if (equals <= 0) {
      throw new InputException("'" + text + "' is not like NAME=VALUE");
    }
    String name = text.substring(0, equals);
    ParameterDescriptor descriptor = require(state, name).descriptor();
    String key = state.node() + "." + text + " ";
    ParameterValue value;
    try {
      value = descriptor.parse(text.substring(equals + 1));
    } catch (IllegalArgumentException e) {
      throw new InputException(key + e.getMessage(), e);
    }
    descriptor.findFault(value).ifPresent(fault -> {
      throw new InputException(key + fault);
    });
    return new Assignment(name, value);
  }

  @Command(
      name = "dump",
      description = "Prints a node's values as the 'parameters:' of a launch file.",
      mixinStandardHelpOptions = true)
  int dump(@Parameters(index = "0", paramLabel = "NODE") String node, @Mixin BusChoice bus) {
    try (BusProbe probe = bus.join()) {
      out().print(ParameterText.yaml(require(states(probe, bus), node)));
    }
    return done();
  }

  private static SortedMap<String, ParameterState> states(BusProbe probe, BusChoice bus) {
    SortedMap<String, ParameterState> states = probe.latched(Topics.PARAMETERS);
    if (states.isEmpty()) {
      throw new InputException("no node on " + bus.address().text() + " shows parameters;"
          + " a run in lockstep takes them at its start (--param) and records them");
    }
    return states;
  }

  private static ParameterState require(SortedMap<String, ParameterState> states, String node) {
    ParameterState state = states.get(node);
    if (state == null) {
      throw new InputException("node " + node + " shows no parameters"
          + Suggestions.hint(node, states.keySet()) + "\n  nodes with parameters: "
          + String.join(", ", states.keySet()));
    }
    return state;
  }

  private static Entry require(ParameterState state, String name) {
    List<String> known =
        state.entries().stream().map(entry -> entry.descriptor().name()).toList();
    return state
        .find(name)
        .orElseThrow(() -> new InputException("node " + state.node() + " has no parameter " + name
            + Suggestions.hint(name, known) + "\n  there are: " + String.join(", ", known)));
  }

  private int failed(String why) {
    PrintWriter err = err();
    err.println("error: " + why);
    err.flush();
    return ExitCode.ERROR;
  }
}
