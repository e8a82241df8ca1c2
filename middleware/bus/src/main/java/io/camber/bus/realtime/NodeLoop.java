package io.camber.bus.realtime;

import io.camber.bus.Clock;
import io.camber.bus.node.Agenda;
import io.camber.bus.node.NodeBody;
import io.camber.bus.node.NodeCall;
import io.camber.bus.node.NodeReply;
import io.camber.bus.node.NodeReply.Outgoing;
import io.camber.bus.node.Port;
import io.camber.bus.shm.file.Mapping;
import io.camber.bus.transport.BusMessage;
import io.camber.bus.transport.WireEvent;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One node's thread: lets in what arrives, calls the node, sends what it publishes, sleeps. */
final class NodeLoop implements Runnable, Arrivals {
  private static final Logger LOG = LoggerFactory.getLogger(NodeLoop.class);
  private static final long WAIT_NS_MAX = Heartbeat.PERIOD_NS;
  private static final long STATISTICS_NS = 10_000_000L;

  private final String name;
  private final NodeBody body;
  private final NodeTiming timing;
  private final Delivery delivery;
  private final Clock clock;
  private final CountDownLatch connected = new CountDownLatch(1);

  private final ArrayDeque<Outgoing> held = new ArrayDeque<>();
  private final List<NodeCall.Item> due = new ArrayList<>();
  private int done;
  private final BooleanSupplier ready = this::isReady;

  private Agenda agenda = new Agenda(List.of(), 1, 0, 0);
  private volatile TopicWatch watch;
  private long nextBeatNs = Long.MIN_VALUE;
  private volatile boolean stopRequested;
  private volatile Optional<RuntimeException> failure = Optional.empty();
  private volatile NodeStatistics statistics;
  private long nowNs;
  private boolean isJustRead;
  private long nextStatisticsNs = Long.MIN_VALUE;
  private long calls;
  private long busyNs;
  private long callNsMax;
  private long lateNsMax;
  private long refused;

  NodeLoop(String name, NodeBody body, NodeTiming timing, Delivery delivery, Clock clock) {
    this.name = name;
    this.body = body;
    this.timing = timing;
    this.delivery = delivery;
    this.clock = clock;
    this.watch = new TopicWatch(name, agenda, delivery);
    this.statistics = snapshot();
  }

  @Override
  public void run() {
    try {
      start();
      while (!stopRequested && failure.isEmpty()) {
        turnOrFault();
      }
    } catch (RuntimeException e) {
      LOG.error("node {} ends", name, e);
      failure = Optional.of(e);
    } catch (Error e) {
      LOG.error("node {} ends", name, e);
      failure = Optional.of(new IllegalStateException(e.toString(), e));
    } finally {
      connected.countDown();
      statistics = snapshot();
      sayGoodbye();
      delivery.close();
    }
  }

  /** What a node says at its end leaves at once. */
  private void sayGoodbye() {
    try {
      body.finish(Math.max(0, clock.timeNs())).outgoing().forEach(this::send);
    } catch (RuntimeException | Error e) {
      LOG.error("node {} cannot say that it ends", name, e);
    }
  }

  private void start() {
    NodeBody.Started started = body.start(Math.max(0, clock.timeNs()));
    List<Port> ports = started.ports();
    agenda = new Agenda(ports, timing.ticksWaitingMax(), 0, clock.timeNs());
    watch = new TopicWatch(name, agenda, delivery);
    delivery.connect(ports);
    sendAll(started.reply());
    accept(started.reply(), clock.timeNs());
    connected.countDown();
  }

  /** The platform may report a page that vanished late, in this thread: an early wake-up, whose cause the next poll finds. */
  private void turnOrFault() {
    try {
      turn();
    } catch (InternalError e) {
      if (!Mapping.isFault(e)) {
        throw e;
      }
      LOG.warn("node {} goes on after a fault of mapped memory", name, e);
    }
  }

  /**
   * Reads the clock once, or not at all right after a call, whose end has just been read: what arrives during one poll
   * arrives, for the node, at the same time, or at the end of the call before.
   */
  private void turn() {
    nowNs = isJustRead ? nowNs : clock.timeNs();
    isJustRead = false;
    beat(nowNs);
    delivery.poll(this);
    release(nowNs);
    watch.look(nowNs);
    agenda.fire(nowNs);
    if (agenda.hasWork() || done < due.size()) {
      call(nowNs);
    } else {
      isJustRead = false; // a loaned message may have called during the poll, and now time passes
      tellStatistics(nowNs);
      long next = Math.min(agenda.nextNs(), nextReleaseNs());
      long untilNext = next == Long.MAX_VALUE ? WAIT_NS_MAX : next - nowNs;
      delivery.bell().await(ready, Math.min(untilNext, nextBeatNs - nowNs));
    }
  }

  private void beat(long now) {
    if (now >= nextBeatNs) {
      nextBeatNs = now + Heartbeat.PERIOD_NS;
      delivery.beat();
    }
  }

  /** Takes in what happened on the wire, on any thread. */
  void hear(WireEvent event) {
    if (watch.hear(event)) {
      delivery.bell().ring();
    }
  }

  /** Asked again and again while there is nothing to do; what comes next is prepared meanwhile. */
  private boolean isReady() {
    if (stopRequested || watch.hasNews() || delivery.hasMessages().getAsBoolean()) {
      return true;
    }
    delivery.prepare();
    return false;
  }

  /** Calls the node with one item at a time, so that what it publishes leaves before the next handler runs. */
  private void call(long now) {
    long startNs = now;
    agenda.drainTo(due, now); // behind what a fault has left
    while (done < due.size() && failure.isEmpty()) {
      NodeCall.Item item = due.get(done++);
      if (isTick(item)) {
        lateNsMax = Math.max(lateNsMax, startNs - item.number());
      }
      NodeReply reply = body.call(new NodeCall(startNs, List.of(item)));
      sendAll(reply);
      long endNs = clock.timeNs(); // while what was sent is on its way
      accept(reply, endNs);
      calls++;
      busyNs += endNs - startNs;
      callNsMax = Math.max(callNsMax, endNs - startNs);
      startNs = endNs;
    }
    due.clear();
    done = 0;
    nowNs = startNs;
    isJustRead = true;
    tellStatistics(startNs);
  }

  /** Not after every call: whoever asks wants to know how things go, and the figures are a new object each time. */
  private void tellStatistics(long now) {
    if (now >= nextStatisticsNs) {
      nextStatisticsNs = now + STATISTICS_NS;
      statistics = snapshot();
    }
  }

  private void send(Outgoing outgoing) {
    if (!delivery.send(outgoing)) {
      refused++;
    }
  }

  /** Sends what has been held long enough. */
  private void release(long now) {
    while (nextReleaseNs() <= now) {
      send(held.removeFirst());
    }
  }

  private long nextReleaseNs() {
    Outgoing first = held.peekFirst();
    return first == null ? Long.MAX_VALUE : first.message().envelope().publishTimeNs();
  }

  private boolean isTick(NodeCall.Item item) {
    return item.port() >= 0 && agenda.ports().get(item.port()) instanceof Port.Timer;
  }

  private void sendAll(NodeReply reply) {
    List<Outgoing> outgoing = reply.outgoing();
    for (int i = 0; i < outgoing.size(); i++) {
      if (timing.holdNs() == 0) {
        send(outgoing.get(i));
      } else {
        held.addLast(outgoing.get(i));
      }
    }
  }

  private void accept(NodeReply reply, long endNs) {
    agenda.wakeAt(reply.wakeNs(), endNs);
    if (reply.failure().isPresent()) {
      LOG.error("node {} failed and falls silent", name, reply.failure().get());
      failure = reply.failure();
    }
  }

  @Override
  public void message(int port, BusMessage<?> message) {
    if (agenda.ports().get(port) instanceof Port.Input) {
      agenda.arrive(port, message, nowNs);
    } else {
      agenda.admit(NodeCall.Item.message(port, message));
    }
  }

  @Override
  public void loaned(int port, BusMessage<?> message) {
    agenda.arrive(port, message, nowNs);
    agenda.fire(nowNs);
    call(nowNs);
  }

  @Override
  public void answer(int port, long question, BusMessage<?> message) {
    agenda.admit(NodeCall.Item.answer(port, question, message));
  }

  /** Waits until the node has started and its ports are connected. */
  void awaitConnected() throws InterruptedException {
    connected.await();
  }

  void requestStop() {
    stopRequested = true;
    delivery.bell().ring();
  }

  String name() {
    return name;
  }

  /** What the node threw, if it has failed. */
  Optional<RuntimeException> failure() {
    return failure;
  }

  NodeStatistics statistics() {
    return statistics;
  }

  private NodeStatistics snapshot() {
    return new NodeStatistics(
        name,
        calls,
        busyNs,
        callNsMax,
        lateNsMax,
        agenda.overruns(),
        agenda.expired(),
        delivery.malformed(),
        refused);
  }
}
