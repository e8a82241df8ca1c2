package io.camber.bus.execution;

import io.camber.bus.Clock;
import io.camber.bus.Envelope;
import io.camber.bus.Handler;
import io.camber.bus.Health;
import io.camber.bus.Latest;
import io.camber.bus.NodeContext;
import io.camber.bus.Origins;
import io.camber.bus.Publisher;
import io.camber.bus.Service;
import io.camber.bus.ServiceClient;
import io.camber.bus.ServiceHandler;
import io.camber.bus.TimerHandler;
import io.camber.bus.Topic;
import io.camber.bus.transport.BusMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;

/**
 * One node in a lockstep run. The executor's thread fills the inbox and freezes the latest values; a call of the node then
 * runs on any thread, and the executor's thread collects what it published. The two sides never run at the same time on
 * the same field: the hand-over is the task.
 */
final class NodeRuntime implements NodeContext {
  private final NodeSpec spec;
  private final LockstepExecutor executor;
  private final Inbox inbox = new Inbox();
  private final Outbox outbox = new Outbox();
  private final List<LatestCell<?>> latests = new ArrayList<>();
  private final List<NodeTimer> timers = new ArrayList<>();
  private final NodeHealth health;

  private long callTimeNs;
  private Origins origins = Origins.NONE;
  private boolean observing;
  private boolean failed;
  private @Nullable FutureTask<Optional<RuntimeException>> task;

  NodeRuntime(NodeSpec spec, LockstepExecutor executor) {
    this.spec = spec;
    this.executor = executor;
    var topic = executor.config().healthTopic();
    if (topic.isPresent()) {
      NodePublisher<io.camber.bus.HealthReport> publisher = new NodePublisher<>(this, topic.get());
      this.health =
          new NodeHealth(name(), this::nowNs, report -> publisher.publish(report, report.timeNs()));
    } else {
      this.health = new NodeHealth(name(), this::nowNs, report -> {});
    }
  }

  // ---- what the node sees

  @Override
  public String name() {
    return spec.name();
  }

  @Override
  public Clock clock() {
    return this::nowNs;
  }

  private long nowNs() {
    return callTimeNs;
  }

  @Override
  public <T> Publisher<T> publisher(Topic<T> topic) {
    refuseClosed(topic.name());
    return new NodePublisher<>(this, topic);
  }

  @Override
  public <T> void subscribe(Topic<T> topic, Handler<T> handler) {
    attach(topic, handler, true);
  }

  @Override
  public <T> void observe(Topic<T> topic, Handler<T> handler) {
    attach(topic, handler, false);
  }

  private <T> void attach(Topic<T> topic, Handler<T> handler, boolean isWork) {
    refuseClosed(topic.name());
    Object source = new Object();
    executor.transport().attach(topic, message -> {
      if (!expired(message)) {
        inbox.add(
            new Inbox.Call(source, () -> handle(message, handler, isWork), isWork),
            topic.qos().depth());
      }
    });
  }

  private boolean expired(BusMessage<?> message) {
    long lifespanNs = message.topic().qos().lifespanNs();
    return lifespanNs > 0 && executor.timeNs() - message.envelope().publishTimeNs() > lifespanNs;
  }

  private <T> void handle(BusMessage<T> message, Handler<T> handler, boolean isWork) {
    origins = message.envelope().origins();
    observing = !isWork;
    handler.handle(message.value(), message.envelope());
    observing = false;
  }

  @Override
  public <T> Latest<T> latest(Topic<T> topic) {
    refuseClosed(topic.name());
    LatestCell<T> cell = new LatestCell<>(read -> origins = origins.merge(read));
    latests.add(cell);
    executor.transport().attach(topic, cell::arrive);
    return cell;
  }

  @Override
  public void timer(long periodNs, long offsetNs, TimerHandler handler) {
    timers.add(new NodeTimer(periodNs, offsetNs, handler));
  }

  @Override
  public <R extends Record> R config(R defaults) {
    return ConfigRecords.override(defaults, spec.overrides(), name());
  }

  @Override
  public Health health() {
    return health;
  }

  @Override
  public long seed(String purpose) {
    return Seeds.mix(executor.config().seed(), name() + "/" + purpose);
  }

  @Override
  public <Q, A> void serve(Service<Q, A> service, ServiceHandler<Q, A> handler) {
    executor.services().serve(service, this, handler);
  }

  @Override
  public <Q, A> ServiceClient<Q, A> client(Service<Q, A> service) {
    return executor.services().client(service, this);
  }

  private void refuseClosed(String topic) {
    if (spec.isClosed(topic)) {
      throw new IllegalStateException(
          "node " + name() + " belongs to the stack and may not use " + topic);
    }
  }

  // ---- what its publishers need

  Outbox outbox() {
    return outbox;
  }

  Origins origins() {
    return origins;
  }

  boolean encodes() {
    return executor.config().encode();
  }

  long publishTimeNs() {
    return callTimeNs + spec.latencyNs();
  }

  void requirePublishing(String topic) {
    if (observing) {
      throw new IllegalStateException(
          "node " + name() + " publishes on " + topic + " while it only observes");
    }
  }

  /** Lets one message in as work, outside any subscription. */
  void enqueue(Object source, BusMessage<?> message, Runnable action) {
    Envelope envelope = message.envelope();
    inbox.add(
        new Inbox.Call(
            source,
            () -> {
              origins = envelope.origins();
              action.run();
            },
            true),
        Integer.MAX_VALUE);
  }

  // ---- what the executor does

  void start(long timeNs) {
    callTimeNs = timeNs;
    spec.factory().create(this).start(this);
  }

  NodeSpec spec() {
    return spec;
  }

  boolean hasWork() {
    return !failed && inbox.hasWork();
  }

  boolean isRunning() {
    return task != null;
  }

  /** When what the running call publishes is due. */
  long dueNs() {
    return callTimeNs + spec.latencyNs();
  }

  long nextTimerNs() {
    long next = Long.MAX_VALUE;
    for (int i = 0; i < timers.size(); i++) {
      next = Math.min(next, timers.get(i).nextNs());
    }
    return failed ? Long.MAX_VALUE : next;
  }

  void fireTimers(long timeNs) {
    for (NodeTimer timer : timers) {
      if (timer.nextNs() == timeNs) {
        inbox.add(timer.take(), 1);
      }
    }
  }

  /** Freezes the inputs and hands back the call, ready to run on any thread. */
  FutureTask<Optional<RuntimeException>> call(long timeNs) {
    callTimeNs = timeNs;
    latests.forEach(LatestCell::freeze);
    List<Inbox.Call> calls = inbox.drain();
    FutureTask<Optional<RuntimeException>> call = new FutureTask<>(() -> run(calls));
    task = call;
    return call;
  }

  private Optional<RuntimeException> run(List<Inbox.Call> calls) {
    try {
      for (Inbox.Call call : calls) {
        origins = Origins.NONE;
        call.action().run();
      }
      return Optional.empty();
    } catch (RuntimeException e) {
      return Optional.of(e);
    }
  }

  /** Waits for the running call, or runs it here when no thread has begun it. Afterwards the node is not running. */
  Optional<NodeFailure> join() {
    FutureTask<Optional<RuntimeException>> call = task;
    if (call == null) {
      return Optional.empty();
    }
    task = null;
    call.run();
    try {
      Optional<RuntimeException> thrown = call.get();
      failed = thrown.isPresent();
      return thrown.map(cause -> new NodeFailure(name(), callTimeNs, cause));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while node " + name() + " was running", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("node " + name() + " broke the runtime", e.getCause());
    }
  }

  long overruns() {
    return inbox.overruns();
  }
}
