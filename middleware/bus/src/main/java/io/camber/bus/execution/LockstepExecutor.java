package io.camber.bus.execution;

import io.camber.bus.Clock;
import io.camber.bus.node.LocalNode;
import io.camber.bus.node.NodeBody;
import io.camber.bus.node.NodeReply.Outgoing;
import io.camber.bus.node.NodeReply.Recipient;
import io.camber.bus.node.NodeSpec;
import io.camber.bus.node.RunTerms;
import io.camber.bus.transport.BusMessage;
import io.camber.bus.transport.InProcessTransport;
import io.camber.bus.transport.MessageListener;
import io.camber.bus.transport.Transport;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * Runs nodes on a logical clock. A node called at {@code t} works on inputs frozen at {@code t}; what it publishes appears
 * at {@code t} plus its declared latency, and until then it takes no further call if it published anything. All that is
 * due at one time is committed in the order in which the nodes were added. Which thread runs a call, and when, therefore
 * changes nothing: the bytes are the same on any number of threads.
 *
 * <p>One step: commit what is due, fire timers, call every node that has work, commit the nodes without latency, repeat
 * until nobody has work, move the clock to the next due time.
 */
public final class LockstepExecutor implements Clock, AutoCloseable {
  private static final int ROUNDS_MAX = 1000;

  private final RunTerms terms;
  private final Transport transport = new InProcessTransport();
  private final ServiceDirectory services = new ServiceDirectory();
  private final List<NodeSeat> nodes = new ArrayList<>();
  private final List<MessageListener> listeners = new ArrayList<>();
  private final List<NodeFailure> failures = new ArrayList<>();
  private final @Nullable ExecutorService pool;
  private long timeNs;
  private boolean started;
  private volatile boolean stopRequested;

  public LockstepExecutor(LockstepConfig config) {
    this.terms = config.terms();
    this.pool = config.threads() == 1
        ? null
        : Executors.newFixedThreadPool(config.threads() - 1, this::daemon);
  }

  private Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "camber-node");
    thread.setDaemon(true);
    return thread;
  }

  /** Adds a node of this process; the order of adding breaks ties. */
  public void add(NodeSpec spec) {
    add(spec, new LocalNode(spec, terms, callNs -> callNs + spec.latencyNs()));
  }

  /** Adds a node whose body is somewhere else; the factory of the spec is not used. */
  public void add(NodeSpec spec, NodeBody body) {
    if (nodes.stream().anyMatch(node -> node.name().equals(spec.name()))) {
      throw new IllegalArgumentException("two nodes are called " + spec.name());
    }
    nodes.add(new NodeSeat(spec, body, this));
  }

  /** Adds a listener that sees every message in commit order. */
  public void addListener(MessageListener listener) {
    listeners.add(listener);
  }

  /** Lets the clock begin at another time than 0; before the first run. */
  public void startAt(long beginNs) {
    if (started || beginNs < 0) {
      throw new IllegalStateException("beginNs=" + beginNs + " is negative or the run has begun");
    }
    timeNs = beginNs;
  }

  @Override
  public long timeNs() {
    return timeNs;
  }

  /** Asks the run to end after the current time; may be called from any thread. */
  public void requestStop() {
    stopRequested = true;
  }

  public boolean isStopRequested() {
    return stopRequested;
  }

  /** Nodes that fell silent because a handler threw, in order of time. */
  public List<NodeFailure> failures() {
    return List.copyOf(failures);
  }

  /** Messages that fell from full queues, over all nodes. */
  public long overruns() {
    return nodes.stream().mapToLong(NodeSeat::overruns).sum();
  }

  /**
   * Runs until the clock passes {@code endNs}, a stop is requested or nothing is left to happen.
   *
   * @throws NodeFailureException when an essential node fails
   */
  public void runUntil(long endNs) {
    if (!started) {
      started = true;
      nodes.forEach(node -> node.start(timeNs, transport, services));
      nodes.forEach(this::commit);
    }
    while (timeNs <= endNs) {
      step();
      long next = nextTimeNs();
      if (stopRequested || next == Long.MAX_VALUE || next > endNs) {
        return;
      }
      timeNs = next;
    }
  }

  private void step() {
    for (NodeSeat node : nodes) {
      if (node.isRunning() && node.dueNs() == timeNs) {
        join(node);
      }
    }
    for (NodeSeat node : nodes) {
      if (!node.isRunning() && node.dueNs() <= timeNs) {
        commit(node);
      }
    }
    nodes.forEach(node -> node.fireTimers(timeNs));
    for (int round = 0; callReady(); round++) {
      if (round == ROUNDS_MAX) {
        throw new IllegalStateException("nodes without latency keep calling each other at " + timeNs
            + " ns; give one of them a latency");
      }
    }
  }

  private boolean callReady() {
    boolean called = false;
    for (NodeSeat node : nodes) {
      if (node.hasWork() && isFree(node)) {
        called = true;
        var call = node.call(timeNs);
        if (pool != null) {
          pool.execute(call);
        }
      }
    }
    for (NodeSeat node : nodes) {
      if (node.isRunning() && node.dueNs() == timeNs) {
        join(node);
        commit(node);
      }
    }
    return called;
  }

  /** A node is free when its last call has ended well and what it published, if anything, has been committed. */
  private boolean isFree(NodeSeat node) {
    if (node.isRunning()) {
      join(node);
    }
    return !node.hasFailed() && !node.hasOutgoing();
  }

  private void join(NodeSeat node) {
    Optional<NodeFailure> failure = node.join(timeNs);
    if (failure.isEmpty()) {
      return;
    }
    failures.add(failure.get());
    if (node.spec().essential()) {
      throw new NodeFailureException(failure.get());
    }
  }

  private void commit(NodeSeat node) {
    if (!node.hasOutgoing()) {
      return;
    }
    for (Outgoing item : node.takeOutgoing()) {
      for (int i = 0; i < listeners.size(); i++) {
        listeners.get(i).onMessage(item.message());
      }
      deliver(item.message(), item.recipient());
    }
  }

  private void deliver(BusMessage<?> message, Recipient recipient) {
    if (recipient instanceof Recipient.Server server) {
      services.deliver(message, server);
    } else if (recipient instanceof Recipient.Asker asker) {
      services.deliver(message, asker);
    } else {
      transport.send(message);
    }
  }

  private long nextTimeNs() {
    long next = Long.MAX_VALUE;
    for (NodeSeat node : nodes) {
      next = Math.min(next, node.nextTimerNs());
      if (node.isRunning() || node.hasOutgoing()) {
        next = Math.min(next, node.dueNs());
      }
    }
    return next;
  }

  /** Ends the run: waits for running calls and drops what they publish. */
  @Override
  public void close() {
    for (NodeSeat node : nodes) {
      node.join(timeNs);
    }
    if (pool != null) {
      pool.shutdown();
    }
    transport.close();
  }
}
