package io.camber.app.command.option;

import io.camber.app.input.Suggestions;
import io.camber.app.rig.BusAddress;
import io.camber.app.rig.BusKind;
import io.camber.app.rig.RigPlan;
import io.camber.app.simulation.NodeNames;
import io.camber.diagnostics.InputException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the nodes of a run live, when not all in one process. */
public final class RigChoice {
  @Option(
      names = "--processes",
      paramLabel = "BUS",
      description = "every node in a process of its own, on this bus: shm, or udp; changes no byte")
  private @Nullable BusKind processes;

  @Option(
      names = "--bus",
      paramLabel = "ADDRESS",
      description = "the bus to meet on, such as shm:NAME (default: a new one)")
  private @Nullable String bus;

  @Option(
      names = "--elsewhere",
      split = ",",
      paramLabel = "NODE",
      description = "nodes that 'camber node host' runs on the bus; stack: all of the car")
  private List<String> elsewhere = List.of();

  /** Absent when all nodes live in this process. */
  public Optional<RigPlan> plan() {
    if (processes == null && bus == null) {
      if (!elsewhere.isEmpty()) {
        throw new InputException("--elsewhere needs --bus ADDRESS, where the nodes are met");
      }
      return Optional.empty();
    }
    for (String node : elsewhere) {
      if (!node.equals(RigPlan.STACK) && !NodeNames.all().contains(node)) {
        throw new InputException("--elsewhere " + node + ": no such node"
            + Suggestions.hint(node, NodeNames.all()) + "\n  there are: " + RigPlan.STACK + ", "
            + String.join(", ", NodeNames.all()));
      }
    }
    BusAddress address = bus != null
        ? BusAddress.parse(bus)
        : BusAddress.ofNewBus(processes == null ? BusKind.SHM : processes);
    return Optional.of(
        processes != null
            ? RigPlan.processForEach(address, elsewhere)
            : new RigPlan(address, List.of(), elsewhere));
  }
}
