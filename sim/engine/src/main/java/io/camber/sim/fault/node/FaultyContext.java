package io.camber.sim.fault.node;

import io.camber.bus.Cancellation;
import io.camber.bus.ForwardingContext;
import io.camber.bus.Handler;
import io.camber.bus.Latest;
import io.camber.bus.NodeContext;
import io.camber.bus.Publisher;
import io.camber.bus.QosHandler;
import io.camber.bus.TimerHandler;
import io.camber.bus.Topic;
import io.camber.sim.fault.stream.Surroundings;
import java.util.List;

/** What a node at fault sees of the bus. Keeps closed what is closed to the node, since the context below it is open. */
final class FaultyContext extends ForwardingContext {
  private final List<String> closedPrefixes;
  private final FaultWatch watch;
  private final Surroundings surroundings;

  FaultyContext(
      NodeContext context,
      List<String> closedPrefixes,
      FaultWatch watch,
      Surroundings surroundings) {
    super(context);
    this.closedPrefixes = closedPrefixes;
    this.watch = watch;
    this.surroundings = surroundings;
  }

  private void refuseClosed(String topic) {
    if (closedPrefixes.stream().anyMatch(topic::startsWith)) {
      throw new IllegalStateException(
          "node " + name() + " belongs to the stack and may not use " + topic);
    }
  }

  @Override
  public <T> Publisher<T> publisher(Topic<T> topic) {
    refuseClosed(topic.name());
    return new FaultyPublisher<>(context, topic, watch, surroundings);
  }

  @Override
  public <T> void subscribe(Topic<T> topic, Handler<T> handler) {
    refuseClosed(topic.name());
    context.subscribe(topic, heard(handler));
  }

  @Override
  public <T> void subscribeLoaned(Topic<T> topic, Handler<T> handler) {
    refuseClosed(topic.name());
    context.subscribeLoaned(topic, heard(handler));
  }

  @Override
  public <T> void observe(Topic<T> topic, Handler<T> handler) {
    refuseClosed(topic.name());
    context.observe(topic, heard(handler));
  }

  private <T> Handler<T> heard(Handler<T> handler) {
    return (value, envelope) -> {
      watch.dieIfDue();
      if (!watch.isDeaf()) {
        handler.handle(value, envelope);
      }
    };
  }

  @Override
  public <T> Latest<T> latest(Topic<T> topic) {
    refuseClosed(topic.name());
    return new FaultyLatest<>(context.latest(topic), watch);
  }

  @Override
  public void timer(long periodNs, long offsetNs, TimerHandler handler) {
    context.timer(periodNs, offsetNs, timeNs -> {
      watch.dieIfDue();
      handler.tick(timeNs);
    });
  }

  @Override
  public Cancellation after(long delayNs, Runnable action) {
    return context.after(delayNs, () -> {
      watch.dieIfDue();
      action.run();
    });
  }

  @Override
  public void watch(Topic<?> topic, QosHandler handler) {
    refuseClosed(topic.name());
    context.watch(topic, handler);
  }
}
