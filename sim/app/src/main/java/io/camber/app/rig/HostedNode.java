package io.camber.app.rig;

import io.camber.app.simulation.Simulation;
import io.camber.app.simulation.SimulationOptions;
import io.camber.bus.node.NodeSpec;
import io.camber.bus.realtime.NodeTiming;
import io.camber.bus.realtime.RealtimeConfig;
import io.camber.bus.realtime.RealtimeExecutor;
import io.camber.bus.realtime.RunClock;
import io.camber.bus.remote.NodeHost;
import io.camber.bus.remote.Patience;
import io.camber.bus.transport.Waiting;
import io.camber.bus.transport.Wire;
import io.camber.messages.Topics;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One node of a run in this process, called in lockstep by the executor in another. */
public final class HostedNode {
  private static final Logger LOG = LoggerFactory.getLogger(HostedNode.class);
  private static final long LOOK_MS = 200;
  private static final long CLOSE_S = 4;

  private HostedNode() {}

  /** Serves until the executor says stop or its process is gone. */
  public static void serve(String name, BusAddress address, SimulationOptions options) {
    NodeSpec spec = new Simulation(options).node(name);
    Optional<ProcessHandle> parent = ProcessHandle.current().parent();
    Patience patience = new Patience(
        "the executor of node " + name,
        Long.MAX_VALUE,
        () -> parent.isEmpty() || parent.get().isAlive(),
        System::nanoTime);
    try (Wire wire = address.open(new WireLog());
        NodeHost host = new NodeHost(spec, Catalog::topic, wire, Waiting.HYBRID, patience)) {
      host.run();
    }
  }

  /**
   * Runs the node on the wall clock until this process is asked to end or its parent is gone.
   *
   * @param epochNs when the run's clock shows 0, since 1970-01-01T00:00Z
   */
  public static void run(String name, BusAddress address, SimulationOptions options, long epochNs)
      throws InterruptedException {
    NodeSpec spec = new Simulation(options).node(name);
    RealtimeConfig config =
        new RealtimeConfig(options.seed(), true, Optional.of(Topics.DIAGNOSTICS));
    try (Wire wire = address.open(new WireLog());
        RealtimeExecutor executor = RealtimeExecutor.over(wire, config, RunClock.since(epochNs))) {
      executor.add(spec, NodeTiming.SKIPPING);
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
