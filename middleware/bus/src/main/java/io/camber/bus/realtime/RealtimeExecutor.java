package io.camber.bus.realtime;

import io.camber.bus.Clock;
import io.camber.bus.Topic;
import io.camber.bus.node.LocalNode;
import io.camber.bus.node.NodeBody;
import io.camber.bus.node.NodeSpec;
import io.camber.bus.node.RunTerms;
import io.camber.bus.transport.MessageListener;
import io.camber.bus.transport.Wire;
import io.camber.bus.transport.WireEvent;
import io.camber.bus.transport.WireEvents;
import io.camber.bus.transport.WireListener;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Runs nodes on the wall clock, one thread each. A node whose handler throws falls silent and the others go on; whoever
 * owns the executor looks at {@link #failures}.
 */
public final class RealtimeExecutor implements AutoCloseable {
  private static final long JOIN_MS = 5_000;

  private final RunTerms terms;
  private final Clock clock;
  private final @Nullable Wire wire;
  private final Exchange exchange = new Exchange();
  private final List<NodeLoop> loops = new ArrayList<>();
  private final List<Thread> threads = new ArrayList<>();

  private final WireListener ear = this::hear;
  private final Optional<WireEvents> events;

  private RealtimeExecutor(
      RealtimeConfig config, Clock clock, @Nullable Wire wire, Optional<WireEvents> events) {
    this.events = events;
    this.terms = new RunTerms(
        config.seed(),
        wire == null && config.encode() ? RunTerms.Encoding.PLAIN : RunTerms.Encoding.NONE,
        config.topics());
    this.clock = clock;
    this.wire = wire;
  }

  /** All nodes in this process: values are handed over, nothing is encoded. */
  public static RealtimeExecutor inProcess(RealtimeConfig config, Clock clock) {
    return new RealtimeExecutor(config, clock, null, Optional.empty());
  }

  /** Nodes of this process and of others; the wire stays the caller's to close. */
  public static RealtimeExecutor over(Wire wire, RealtimeConfig config, Clock clock) {
    return new RealtimeExecutor(config, clock, wire, Optional.empty());
  }

  /** The same; nodes that watch topics are told at once what {@code events} of that wire are about. */
  public static RealtimeExecutor over(
      Wire wire, WireEvents events, RealtimeConfig config, Clock clock) {
    return new RealtimeExecutor(config, clock, wire, Optional.of(events));
  }

  private void hear(WireEvent event) {
    loops.forEach(loop -> loop.hear(event));
  }

  /** Adds a node; it runs from {@link #start} on. */
  public void add(NodeSpec spec, NodeTiming timing) {
    add(
        spec.name(),
        new LocalNode(spec, terms, callNs -> Math.max(callNs + timing.holdNs(), clock.timeNs())),
        timing);
  }

  /**
   * Adds an ear for topics, which sees every message in order of arrival, on a thread of its own. It keeps up to ten
   * seconds of messages waiting; what falls after that is counted as its overruns.
   */
  public void listen(String name, List<? extends Topic<?>> topics, MessageListener listener) {
    add(name, new ListeningBody(topics, listener), NodeTiming.SKIPPING);
  }

  private void add(String name, NodeBody body, NodeTiming timing) {
    Delivery delivery = wire == null
        ? new ExchangeDelivery(name, exchange)
        : new WireDelivery(name, wire, timing.waiting());
    NodeLoop loop = new NodeLoop(name, body, timing, delivery, clock);
    loops.add(loop);
    threads.add(thread(loop, timing));
  }

  /** Priorities only hint to the scheduler which node matters more; nothing here relies on them. */
  @SuppressWarnings("ThreadPriorityCheck")
  private static Thread thread(NodeLoop loop, NodeTiming timing) {
    Thread thread = new Thread(loop, "camber-" + loop.name());
    thread.setPriority(timing.threadPriority());
    thread.setDaemon(true);
    return thread;
  }

  /** Starts every node, in the order of adding, each connected before the next one starts. */
  public void start() throws InterruptedException {
    events.ifPresent(all -> all.add(ear));
    for (int i = 0; i < loops.size(); i++) {
      threads.get(i).start();
      loops.get(i).awaitConnected();
    }
  }

  /** What nodes threw; each of them has fallen silent. */
  public List<NodeFailure> failures() {
    List<NodeFailure> failures = new ArrayList<>();
    for (NodeLoop loop : loops) {
      Optional<RuntimeException> thrown = loop.failure();
      thrown.ifPresent(cause -> failures.add(new NodeFailure(loop.name(), cause)));
    }
    return failures;
  }

  /** A node and what it threw. */
  public record NodeFailure(String node, RuntimeException cause) {}

  /** What each node has done up to some 10 ms ago, in the order of adding. */
  public List<NodeStatistics> statistics() {
    return loops.stream().map(NodeLoop::statistics).toList();
  }

  /** Stops every node after its current call. */
  @Override
  public void close() {
    events.ifPresent(all -> all.remove(ear));
    loops.forEach(NodeLoop::requestStop);
    try {
      for (Thread thread : threads) {
        thread.join(JOIN_MS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
