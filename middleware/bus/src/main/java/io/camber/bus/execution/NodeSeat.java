package io.camber.bus.execution;

import io.camber.bus.Clock;
import io.camber.bus.Topic;
import io.camber.bus.node.Agenda;
import io.camber.bus.node.NodeBody;
import io.camber.bus.node.NodeCall;
import io.camber.bus.node.NodeCall.Item;
import io.camber.bus.node.NodeReply;
import io.camber.bus.node.NodeReply.Outgoing;
import io.camber.bus.node.NodeSpec;
import io.camber.bus.node.Port;
import io.camber.bus.transport.Transport;
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
  /** A tick that comes while the last one of its timer still waits takes its place. */
  private static final int TICKS_WAITING_MAX = 1;

  private final NodeSpec spec;
  private final NodeBody body;
  private final Clock clock;

  private Agenda agenda = new Agenda(List.of(), 1, 0, 0);
  private List<Outgoing> outgoing = List.of();
  private long callTimeNs;
  private boolean failed;
  private @Nullable FutureTask<NodeReply> task;

  NodeSeat(NodeSpec spec, NodeBody body, Clock clock) {
    this.spec = spec;
    this.body = body;
    this.clock = clock;
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
    agenda = new Agenda(started.ports(), TICKS_WAITING_MAX, timeNs, timeNs);
    for (int i = 0; i < started.ports().size(); i++) {
      connect(i, started.ports().get(i), transport, services);
    }
    accept(started.reply(), timeNs);
  }

  private void connect(int number, Port port, Transport transport, ServiceDirectory services) {
    if (port instanceof Port.Input input) {
      receive(number, input.topic(), transport);
    } else if (port instanceof Port.Server server) {
      services.serve(server.service().name(), this, number);
    } else if (port instanceof Port.Client client) {
      services.ask(client.service().name(), this, number);
    }
  }

  private <T> void receive(int number, Topic<T> topic, Transport transport) {
    transport.attach(topic, message -> agenda.arrive(number, message, clock.timeNs()));
  }

  /** Lets one item in as work, outside any topic. */
  void admit(Item item) {
    agenda.admit(item);
  }

  boolean hasWork() {
    return !failed && agenda.hasWork();
  }

  boolean hasFailed() {
    return failed;
  }

  boolean isRunning() {
    return task != null;
  }

  /** When what the last call published is due. */
  long dueNs() {
    return callTimeNs + spec.latencyNs();
  }

  long nextTimerNs() {
    return failed ? Long.MAX_VALUE : agenda.nextNs();
  }

  void fireTimers(long timeNs) {
    agenda.fire(timeNs);
  }

  /** Freezes the inputs and hands back the call, ready to run on any thread. */
  FutureTask<NodeReply> call(long timeNs) {
    callTimeNs = timeNs;
    NodeCall call = agenda.take(timeNs);
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
    agenda.wakeAt(reply.wakeNs(), nowNs);
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
    return agenda.overruns();
  }
}
