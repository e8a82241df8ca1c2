package io.camber.app.rig;

import io.camber.app.simulation.NodeNames;
import io.camber.app.simulation.Simulation;
import io.camber.app.simulation.SimulationOptions;
import io.camber.app.simulation.StandardTopics;
import io.camber.app.simulation.WarmUp;
import io.camber.bus.node.NodeSpec;
import io.camber.bus.realtime.NodeTiming;
import io.camber.bus.realtime.RealtimeConfig;
import io.camber.bus.realtime.RealtimeExecutor;
import io.camber.bus.realtime.RunClock;
import io.camber.bus.remote.NodeHost;
import io.camber.bus.remote.Patience;
import io.camber.bus.transport.Waiting;
import io.camber.bus.transport.Wire;
import io.camber.bus.transport.WireException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Nodes of a run in this process, called in lockstep by an executor elsewhere, or on the wall clock. */
public final class HostedNodes {
  private static final Logger LOG = LoggerFactory.getLogger(HostedNodes.class);
  private static final long LOOK_MS = 200;
  private static final long REST_NS_MAX = 1_000_000_000L;

  private HostedNodes() {}

  /** Serves in lockstep until the executor says stop, or, for a child of the executor's process, until that is gone. */
  public static void serve(
      List<String> names, BusAddress address, SimulationOptions options, boolean isChild)
      throws InterruptedException {
    List<NodeSpec> specs = new Simulation(options).nodes(names);
    Optional<ProcessHandle> parent = ProcessHandle.current().parent();
    Patience patience = new Patience(
        "the executor",
        Long.MAX_VALUE,
        () -> !isChild || (parent.isPresent() && parent.get().isAlive()),
        System::nanoTime);
    List<Thread> threads = new ArrayList<>();
    try (Wire wire = address.open(new WireLog())) {
      for (NodeSpec spec : specs) {
        Thread thread = new Thread(() -> serve(spec, wire, patience), "camber-" + spec.name());
        threads.add(thread);
        thread.start();
      }
      for (Thread thread : threads) {
        thread.join();
      }
    }
  }

  private static void serve(NodeSpec spec, Wire wire, Patience patience) {
    try (NodeHost host = new NodeHost(spec, Catalog::topic, wire, Waiting.HYBRID, patience)) {
      host.run();
    } catch (WireException e) {
      LOG.error("node {} ends: {}", spec.name(), e.getMessage());
    }
  }

  /**
   * Runs nodes on the wall clock from the run's start signal on, until this process is asked to end or, as a child, its
   * parent is gone. A rehearsal before the run warms them.
   *
   * @param names of nodes; {@code -}: warm up now and read the names from standard input when the time comes
   * @param isGentle whether to warm up beside a run that needs the processor more
   */
  public static void run(
      List<String> names,
      BusAddress address,
      SimulationOptions options,
      boolean isChild,
      boolean isGentle)
      throws InterruptedException {
    End end = End.arm(isChild);
    try {
      boolean isSpare = names.equals(List.of(GroupProcesses.SPARE));
      if (isSpare) {
        WarmUp.run(options, NodeNames.all(), isGentle ? resting(end::isAsked) : end::isAsked);
      }
      try (Wire wire = address.open(new WireLog())) {
        Optional<Assignment> wanted =
            isSpare ? assignment(wire) : Optional.of(new Assignment(names, Map.of()));
        if (wanted.isPresent()) {
          SimulationOptions complete = options.withNodeParameters(wanted.get().parameters());
          run(wanted.get().nodes(), wire, complete, end);
        }
      }
    } finally {
      end.finish();
    }
  }

  /** Rests three times as long as was worked since it was asked last. */
  private static BooleanSupplier resting(BooleanSupplier stopped) {
    long[] restedNs = {System.nanoTime()};
    return () -> {
      long workedNs = System.nanoTime() - restedNs[0];
      LockSupport.parkNanos(Math.min(REST_NS_MAX, 3 * workedNs));
      restedNs[0] = System.nanoTime();
      return stopped.getAsBoolean();
    };
  }

  /** The next line of standard input; empty when the parent has no more to say. */
  private static Optional<Assignment> assignment(Wire wire) {
    StartSignal.Shown ready = StartSignal.show(wire, StartSignal.spareName());
    try {
      BufferedReader input =
          new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
      return Optional.ofNullable(input.readLine()).map(Assignment::parse);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      ready.close();
    }
  }

  /** Rehearses as often as it is asked to, then takes part in the run. */
  private static void run(List<String> names, Wire wire, SimulationOptions options, End end)
      throws InterruptedException {
    boolean isRehearsing = true;
    while (isRehearsing) {
      List<NodeSpec> specs = new Simulation(options).nodes(names);
      List<String> complete = specs.stream().map(NodeSpec::name).toList();
      Optional<StartSignal.Start> start = StartSignal.await(wire, complete, end::isAsked);
      if (start.isPresent()) {
        play(specs, wire, options, start.get(), end);
      }
      isRehearsing = start.isPresent() && start.get().isRehearsal();
    }
  }

  private static void play(
      List<NodeSpec> specs, Wire wire, SimulationOptions options, StartSignal.Start start, End end)
      throws InterruptedException {
    RealtimeConfig config = new RealtimeConfig(options.seed(), true, StandardTopics.REALTIME);
    RunClock clock = RunClock.since(start.epochNs());
    try (RealtimeExecutor executor = RealtimeExecutor.over(wire, config, clock)) {
      specs.forEach(spec -> executor.add(spec, NodeTiming.of(spec)));
      executor.start();
      while (!end.awaitAsked(LOOK_MS) && executor.failures().isEmpty() && !start.isOver()) {
        LOG.trace("{}", executor.statistics());
      }
    }
  }
}
