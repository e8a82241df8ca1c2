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
import io.camber.bus.transport.WireEvents;
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
import java.util.concurrent.atomic.AtomicBoolean;
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

  /**
   * Serves in lockstep until the executor says stop, this process is asked to end or its launcher is gone.
   *
   * @param launcher who started this process for a run of its own; empty: somebody else, who may end
   * @return whether every node came to an orderly end
   */
  public static boolean serve(
      List<String> names,
      BusAddress address,
      SimulationOptions options,
      Optional<Launcher> launcher)
      throws InterruptedException {
    End end = End.arm(launcher);
    AtomicBoolean isOrderly = new AtomicBoolean(true);
    try (Wire wire = address.open(new WireLog())) {
      List<Thread> threads = new ArrayList<>();
      for (NodeSpec spec : new Simulation(options).nodes(names)) {
        Thread thread = new Thread(
            () -> {
              if (!serve(spec, wire, end)) {
                isOrderly.set(false);
              }
            },
            "camber-" + spec.name());
        threads.add(thread);
        thread.start();
      }
      for (Thread thread : threads) {
        thread.join();
      }
    } finally {
      end.finish();
    }
    return isOrderly.get();
  }

  private static boolean serve(NodeSpec spec, Wire wire, End end) {
    Patience patience =
        new Patience("the executor", Long.MAX_VALUE, () -> !end.isAsked(), System::nanoTime);
    try (NodeHost host = new NodeHost(spec, Catalog::topic, wire, Waiting.HYBRID, patience)) {
      host.run();
      return !host.hasFailed();
    } catch (WireException e) {
      LOG.error("node {} ends: {}", spec.name(), e.getMessage());
    } catch (RuntimeException | Error e) {
      LOG.error("node {} ends", spec.name(), e);
    }
    return false;
  }

  /**
   * Runs nodes on the wall clock from the run's start signal on, until this process is asked to end or its launcher is
   * gone. A rehearsal before the run warms them.
   *
   * @param names of nodes; {@code -}: warm up now and read the names from standard input when the time comes
   * @param launcher who started this process for a run of its own
   * @param isGentle whether to warm up beside a run that needs the processor more
   * @return whether every node came to an orderly end
   */
  public static boolean run(
      List<String> names,
      BusAddress address,
      SimulationOptions options,
      Optional<Launcher> launcher,
      boolean isGentle)
      throws InterruptedException {
    End end = End.arm(launcher);
    WireEvents events = new WireEvents(new WireLog());
    try {
      boolean isSpare = names.equals(List.of(GroupProcesses.SPARE));
      if (isSpare) {
        WarmUp.run(options, NodeNames.all(), isGentle ? resting(end::isAsked) : end::isAsked);
      }
      try (Wire wire = address.open(events)) {
        Optional<Assignment> wanted =
            isSpare ? assignment(wire) : Optional.of(new Assignment(names, Map.of()));
        if (wanted.isEmpty()) {
          return true;
        }
        SimulationOptions complete = options.withNodeParameters(wanted.get().parameters());
        return run(wanted.get().nodes(), wire, events, complete, end);
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
  private static boolean run(
      List<String> names, Wire wire, WireEvents events, SimulationOptions options, End end)
      throws InterruptedException {
    boolean isOrderly = true;
    boolean isRehearsing = true;
    while (isRehearsing) {
      List<NodeSpec> specs = new Simulation(options).nodes(names);
      List<String> complete = specs.stream().map(NodeSpec::name).toList();
      Optional<StartSignal.Start> start = StartSignal.await(wire, complete, end::isAsked);
      if (start.isPresent()) {
        isOrderly = play(specs, wire, events, options.seed(), start.get(), end);
      }
      isRehearsing = start.isPresent() && start.get().isRehearsal();
    }
    return isOrderly;
  }

  /** Until the end is asked for, the rehearsal is over or a node failed; whether none did. */
  static boolean play(
      List<NodeSpec> specs,
      Wire wire,
      WireEvents events,
      long seed,
      StartSignal.Start start,
      End end)
      throws InterruptedException {
    RealtimeConfig config = new RealtimeConfig(seed, true, StandardTopics.REALTIME);
    RunClock clock = RunClock.since(start.epochNs());
    try (RealtimeExecutor executor = RealtimeExecutor.over(wire, events, config, clock)) {
      specs.forEach(spec -> executor.add(spec, NodeTiming.of(spec)));
      executor.start();
      while (!end.awaitAsked(LOOK_MS) && executor.failures().isEmpty() && !start.isOver()) {
        LOG.trace("{}", executor.statistics());
      }
      return executor.failures().isEmpty();
    }
  }
}
