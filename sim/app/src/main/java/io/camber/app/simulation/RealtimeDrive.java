package io.camber.app.simulation;

import io.camber.bus.Topic;
import io.camber.bus.execution.NodeFailure;
import io.camber.bus.node.NodeSpec;
import io.camber.bus.realtime.NodeTiming;
import io.camber.bus.realtime.RealtimeConfig;
import io.camber.bus.realtime.RealtimeExecutor;
import io.camber.bus.realtime.RunClock;
import io.camber.bus.transport.BusMessage;
import io.camber.bus.transport.MessageListener;
import io.camber.messages.Topics;
import io.camber.sim.node.WorldNode;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Drives on the wall clock. What happens depends on the machine; nothing is hashed. */
final class RealtimeDrive {
  private static final long STARTUP_NS = 3_000_000_000L;
  private static final long LOOK_MS = 100;
  private static final long SETTLE_MS = 300;
  private static final double NS = 1e-9;

  private final DrivePlan plan;
  private final Optional<RealtimeHosts> hosts;
  private final Progress progress;
  private final Interruption interruption;
  private final CountDownLatch finished = new CountDownLatch(1);
  private final AtomicLong messages = new AtomicLong();

  RealtimeDrive(
      DrivePlan plan, Optional<RealtimeHosts> hosts, Progress progress, Interruption interruption) {
    this.plan = plan;
    this.hosts = hosts;
    this.progress = progress;
    this.interruption = interruption;
  }

  Drive drive() {
    long epochNs = RunClock.wallNs() + hosts.map(RealtimeHosts::startupNs).orElse(STARTUP_NS);
    RunClock clock = RunClock.since(epochNs);
    RealtimeConfig config =
        new RealtimeConfig(plan.options().seed(), true, StandardTopics.REALTIME);
    try (RealtimeExecutor executor = hosts
        .map(processes -> RealtimeExecutor.over(processes.wire(), config, clock))
        .orElseGet(() -> RealtimeExecutor.inProcess(config, clock))) {
      executor.listen("jury", topics(), this::show);
      hosts.ifPresent(processes -> processes.begin(plan.nodes()));
      for (NodeSpec node : plan.nodes()) {
        place(executor, node, epochNs);
      }
      executor.add(
          WorldNodes.world(
              new WorldNode(plan.world(), plan.mapFile(), plan.untilNs(), finished::countDown)),
          NodeTiming.CATCHING_UP);
      executor.start();
      await(executor, clock);
      return new Drive(
          plan.world().timeNs(), failure(executor), failures(executor, clock), "", messages.get());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while the run was going", e);
    }
  }

  private void place(RealtimeExecutor executor, NodeSpec node, long epochNs) {
    boolean isHosted = hosts.isPresent() && hosts.get().host(node, epochNs);
    if (!isHosted) {
      executor.add(node, NodeTiming.of(node));
    }
  }

  private static List<Topic<?>> topics() {
    return Topics.all();
  }

  private void show(BusMessage<?> message) {
    messages.incrementAndGet();
    for (MessageListener listener : plan.listeners()) {
      listener.onMessage(message);
    }
  }

  private void await(RealtimeExecutor executor, RunClock clock) throws InterruptedException {
    while (!finished.await(LOOK_MS, TimeUnit.MILLISECONDS)
        && !interruption.happened()
        && failure(executor).isEmpty()) {
      double nowS = plan.world().timeNs() * NS;
      progress.at(nowS, plan.options().untilS(), Math.max(0, clock.timeNs()) * NS);
    }
    Thread.sleep(SETTLE_MS);
  }

  /** The world's or the jury's failure ends the run; a node of the stack only falls silent. */
  private static Optional<String> failure(RealtimeExecutor executor) {
    return executor.failures().stream()
        .filter(
            failed -> failed.node().equals(NodeNames.WORLD) || failed.node().equals(NodeNames.JURY))
        .map(failed -> "node " + failed.node() + " failed: " + failed.cause().getMessage())
        .findFirst();
  }

  private static List<NodeFailure> failures(RealtimeExecutor executor, RunClock clock) {
    return executor.failures().stream()
        .map(failed -> new NodeFailure(failed.node(), clock.timeNs(), failed.cause()))
        .toList();
  }
}
