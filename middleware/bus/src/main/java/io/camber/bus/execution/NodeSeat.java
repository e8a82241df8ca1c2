package io.camber.bus.execution;

import io.camber.bus.Qos;
import io.camber.bus.Topic;
import io.camber.bus.node.NodeBody;
import io.camber.bus.node.NodeCall;
import io.camber.bus.node.NodeCall.Item;
import io.camber.bus.node.NodeReply;
import io.camber.bus.node.NodeReply.Outgoing;
import io.camber.bus.node.NodeSpec;
import io.camber.bus.node.Port;
import io.camber.bus.transport.Transport;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;

/**
 * A node's place at the executor's table. The executor's thread fills the inbox; a call of the node's body then runs on any
 * thread, and the executor's thread collects the reply. The two sides never touch the same thing at the same time: the
 * hand-over is the task.
 */
final class NodeSeat {
  private final NodeSpec spec;
  private final NodeBody body;
  private final Inbox inbox = new Inbox();
  private final List<NewestValue> newest = new ArrayList<>();
  private final List<NodeTimer> timers = new ArrayList<>();

  private List<Outgoing> outgoing = List.of();
  private long callTimeNs;
  private long wakeNs = Long.MAX_VALUE;
  private boolean failed;
  private @Nullable FutureTask<NodeReply> task;

  NodeSeat(NodeSpec spec, NodeBody body) {
    this.spec = spec;
    this.body = body;
  }

  NodeSpec spec() {
    return spec;
  }

  String name() {
    return spec.name();
  }

  /** Starts the node and connects its ports. */
  void start(long timeNs, Transport transport, ServiceDirectory services) {
    callTimeNs = timeNs;
    NodeBody.Started started = body.start(timeNs);
    for (int i = 0; i < started.ports().size(); i++) {
      connect(i, started.ports().get(i), transport, services);
    }
    accept(started.reply(), timeNs);
  }

  private void connect(int number, Port port, Transport transport, ServiceDirectory services) {
    if (port instanceof Port.Input input) {
      connectInput(number, input.topic(), input.use(), transport);
    } else if (port instanceof Port.Timer timer) {
      timers.add(new NodeTimer(number, timer));
    } else if (port instanceof Port.Server server) {
      services.serve(server.service().name(), this, number);
    } else if (port instanceof Port.Client client) {
      services.ask(client.service().name(), this, number);
    }
  }

  private <T> void connectInput(
      int number, Topic<T> topic, Port.Use use, Transport transport) {
    if (use == Port.Use.LATEST) {
      NewestValue value = new NewestValue(number);
      newest.add(value);
      transport.attach(topic, value::arrive);
      return;
    }
    Qos qos = topic.qos();
    boolean isWork = use == Port.Use.WORK;
    transport.attach(
        topic, message -> inbox.add(Item.message(number, message), isWork, qos.depth()));
  }

  /** Lets one item in as work, outside any topic. */
  void admit(Item item) {
    inbox.add(item, true, Integer.MAX_VALUE);
  }

  boolean hasWork() {
    return !failed && inbox.hasWork();
  }

  boolean isRunning() {
    return task != null;
  }

  /** When what the last call published is due. */
  long dueNs() {
    return callTimeNs + spec.latencyNs();
  }

  long nextTimerNs() {
    long next = wakeNs;
    for (int i = 0; i < timers.size(); i++) {
      next = Math.min(next, timers.get(i).nextNs());
    }
    return failed ? Long.MAX_VALUE : next;
  }

  void fireTimers(long timeNs) {
    for (int i = 0; i < timers.size(); i++) {
      NodeTimer timer = timers.get(i);
      if (timer.nextNs() == timeNs) {
        inbox.add(timer.take(), true, 1);
      }
    }
    wakeIfDue(timeNs);
  }

  /** Freezes the inputs and hands back the call, ready to run on any thread. */
  FutureTask<NodeReply> call(long timeNs) {
    callTimeNs = timeNs;
    List<Item> items = new ArrayList<>();
    newest.forEach(value -> value.drainTo(items));
    inbox.drainTo(items, timeNs);
    NodeCall call = new NodeCall(timeNs, items);
    FutureTask<NodeReply> running = new FutureTask<>(() -> body.call(call));
    task = running;
    return running;
  }

  /** Waits for the running call, or runs it here when no thread has begun it. Afterwards the node is not running. */
  Optional<NodeFailure> join(long nowNs) {
    FutureTask<NodeReply> running = task;
    if (running == null) {
      return Optional.empty();
    }
    task = null;
    running.run();
    try {
      NodeReply reply = running.get();
      accept(reply, nowNs);
      failed = reply.failure().isPresent();
      return reply.failure().map(cause -> new NodeFailure(name(), callTimeNs, cause));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while node " + name() + " was running", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("node " + name() + " broke the runtime", e.getCause());
    }
  }

  private void accept(NodeReply reply, long nowNs) {
    outgoing = reply.outgoing();
    wakeNs = reply.wakeNs();
    wakeIfDue(nowNs);
  }

  private void wakeIfDue(long nowNs) {
    if (wakeNs <= nowNs) {
      wakeNs = Long.MAX_VALUE;
      admit(Item.wake(nowNs));
    }
  }

  boolean hasOutgoing() {
    return !outgoing.isEmpty();
  }

  List<Outgoing> takeOutgoing() {
    List<Outgoing> taken = outgoing;
    outgoing = List.of();
    return taken;
  }

  long overruns() {
    return inbox.overruns();
  }
}
