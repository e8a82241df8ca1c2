package io.camber.app.rig;

import io.camber.app.simulation.Simulation;
import io.camber.app.simulation.SimulationOptions;
import io.camber.app.simulation.StandardTopics;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Nodes of a run in this process, called in lockstep by an executor elsewhere, or on the wall clock. */
public final class HostedNodes {
  private static final Logger LOG = LoggerFactory.getLogger(HostedNodes.class);
  private static final long LOOK_MS = 200;
  private static final long CLOSE_S = 4;

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
   * Runs the nodes on the wall clock until this process is asked to end or its parent is gone.
   *
   * @param epochNs when the run's clock shows 0, since 1970-01-01T00:00Z
   */
  public static void run(
      List<String> names, BusAddress address, SimulationOptions options, long epochNs)
      throws InterruptedException {
    List<NodeSpec> specs = new Simulation(options).nodes(names);
    RealtimeConfig config = new RealtimeConfig(options.seed(), true, StandardTopics.REALTIME);
    try (Wire wire = address.open(new WireLog());
        RealtimeExecutor executor = RealtimeExecutor.over(wire, config, RunClock.since(epochNs))) {
      specs.forEach(spec -> executor.add(spec, NodeTiming.of(spec)));
      executor.start();
      awaitEnd(executor);
    }
  }

  private static void awaitEnd(RealtimeExecutor executor) throws InterruptedException {
    CountDownLatch ending = new CountDownLatch(1);
    CountDownLatch closed = new CountDownLatch(1);
    Thread hook = new Thread(
        () -> {
          ending.countDown();
          awaitClose(closed);
        },
        "camber-end");
    Runtime.getRuntime().addShutdownHook(hook);
    Optional<ProcessHandle> parent = ProcessHandle.current().parent();
    while (!ending.await(LOOK_MS, TimeUnit.MILLISECONDS)
        && (parent.isEmpty() || parent.get().isAlive())
        && executor.failures().isEmpty()) {
      LOG.trace("{}", executor.statistics());
    }
    executor.close();
    closed.countDown();
  }

  private static void awaitClose(CountDownLatch closed) {
    try {
      if (!closed.await(CLOSE_S, TimeUnit.SECONDS)) {
        System.err.println("error: the node did not close within " + CLOSE_S + " s");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
