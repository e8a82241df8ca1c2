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
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Drives on the wall clock. What happens depends on the machine; nothing is hashed. */
final class RealtimeDrive {
  private static final long LEAD_NS = 500_000_000L;
  private static final long LOOK_MS = 100;
  private static final long SETTLE_MS = 300;
  private static final double NS = 1e-9;

  /** At ten calls a second a planner takes some seconds to be compiled, the more the fewer cores there are. */
  private static final double REHEARSAL_S = 15.0;

  private final DrivePlan plan;
  private final Optional<RealtimeHosts> hosts;
  private final Progress progress;
  private final Interruption interruption;
  private final AtomicLong messages = new AtomicLong();

  RealtimeDrive(
      DrivePlan plan, Optional<RealtimeHosts> hosts, Progress progress, Interruption interruption) {
    this.plan = plan;
    this.hosts = hosts;
    this.progress = progress;
    this.interruption = interruption;
  }

  Drive drive() {
    List<NodeSpec> here = placeElsewhere();
    try {
      warm(here);
      long epochNs = hosts
          .map(processes -> processes.begin(interruption::happened))
          .orElse(RunClock.wallNs() + LEAD_NS);
      return drive(plan, here, epochNs, progress);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while the run was going", e);
    }
  }

  /** One process warms by itself; several rehearse together, each with no more than its own nodes. */
  private void warm(List<NodeSpec> here) throws InterruptedException {
    List<String> names = here.stream().map(NodeSpec::name).toList();
    if (hosts.isEmpty()) {
      WarmUp.run(plan.options(), names, interruption::happened);
      return;
    }
    double lengthS = Math.min(REHEARSAL_S, plan.options().untilS());
    try (Rehearsal rehearsal = WarmUp.rehearsal(plan.options().withUntilS(lengthS))) {
      List<NodeSpec> rehearsing = rehearsal.plan().nodes().stream()
          .filter(node -> names.contains(node.name()))
          .toList();
      long epochNs = hosts.get().rehearse(Math.round(lengthS / NS), interruption::happened);
      drive(rehearsal.plan(), rehearsing, epochNs, Progress.SILENT);
    } catch (IOException e) {
      throw new UncheckedIOException("the rehearsal's log cannot be written", e);
    }
    messages.set(0);
  }

  private Drive drive(DrivePlan what, List<NodeSpec> here, long epochNs, Progress told)
      throws InterruptedException {
    RunClock clock = RunClock.since(epochNs);
    CountDownLatch finished = new CountDownLatch(1);
    RealtimeConfig config =
        new RealtimeConfig(what.options().seed(), true, StandardTopics.REALTIME);
    try (RealtimeExecutor executor = hosts
        .map(
            processes -> RealtimeExecutor.over(processes.wire(), processes.events(), config, clock))
        .orElseGet(() -> RealtimeExecutor.inProcess(config, clock))) {
      executor.listen("jury", topics(), message -> show(what, message));
      here.forEach(node -> executor.add(node, NodeTiming.of(node)));
      WorldNode world = what.worldNode(finished::countDown);
      executor.add(WorldNodes.world(world), NodeTiming.CATCHING_UP);
      executor.start();
      while (!finished.await(LOOK_MS, TimeUnit.MILLISECONDS)
          && !interruption.happened()
          && failure(executor).isEmpty()) {
        told.at(
            what.world().timeNs() * NS, what.options().untilS(), Math.max(0, clock.timeNs()) * NS);
      }
      Thread.sleep(SETTLE_MS);
      return new Drive(
          what.world().timeNs(),
          failure(executor),
          failures(executor, clock),
          Optional.of(world.pacing()),
          "",
          messages.get());
    }
  }

  /** Starts the processes of nodes that live elsewhere and returns the others. */
  private List<NodeSpec> placeElsewhere() {
    progress.note(hosts.isPresent() ? "bringing up and warming processes" : "warming up");
    if (hosts.isEmpty()) {
      return plan.nodes();
    }
    hosts.get().announce(plan.nodes());
    return plan.nodes().stream().filter(node -> !hosts.get().host(node)).toList();
  }

  private static List<Topic<?>> topics() {
    return Topics.all();
  }

  private void show(DrivePlan what, BusMessage<?> message) {
    messages.incrementAndGet();
    hosts.ifPresent(processes -> processes.listener().onMessage(message));
    for (MessageListener listener : what.listeners()) {
      listener.onMessage(message);
    }
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
