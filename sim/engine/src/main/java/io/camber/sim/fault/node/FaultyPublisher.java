package io.camber.sim.fault.node;

import io.camber.bus.NodeContext;
import io.camber.bus.Publisher;
import io.camber.bus.Topic;
import io.camber.sim.fault.stream.Gate;
import io.camber.sim.fault.stream.Gates;
import io.camber.sim.fault.stream.Outlet;
import io.camber.sim.fault.stream.Surroundings;
import io.camber.truth.FaultTruth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Sends what the faults leave of the messages; faults act one after the other in the order they were named. */
final class FaultyPublisher<T> implements Publisher<T> {
  private record Work<T>(FaultTruth fault, Optional<Gate<T>> gate) {}

  private final NodeContext context;
  private final Topic<T> topic;
  private final Optional<String> name;
  private final Publisher<T> publisher;
  private final FaultWatch watch;
  private final Surroundings surroundings;
  private final List<Work<T>> works = new ArrayList<>();

  FaultyPublisher(
      NodeContext context, Topic<T> topic, FaultWatch watch, Surroundings surroundings) {
    this.context = context;
    this.topic = topic;
    this.watch = watch;
    this.surroundings = surroundings;
    name = StreamNames.of(topic);
    publisher = context.publisher(topic);
  }

  @Override
  public void publish(T value, long measurementTimeNs) {
    start(value, measurementTimeNs, publisher::publish);
  }

  @Override
  public void publishSample(T value, long measurementTimeNs) {
    start(value, measurementTimeNs, publisher::publishSample);
  }

  /** How a message leaves. */
  @FunctionalInterface
  private interface Exit<T> {
    void leave(T value, long stampNs);
  }

  private void start(T value, long stampNs, Exit<T> exit) {
    surroundings.notice(value);
    if (!watch.isMute()) {
      learn();
      pass(0, value, stampNs, exit);
    }
  }

  /** Makes gates for faults that were not known yet. */
  private void learn() {
    List<FaultTruth> faults = watch.faults();
    for (int i = works.size(); i < faults.size(); i++) {
      FaultTruth fault = faults.get(i);
      boolean isMeant = name.isPresent() && name.get().equals(fault.target());
      works.add(
          new Work<>(fault, isMeant ? Gates.of(topic, fault, surroundings) : Optional.empty()));
    }
  }

  /** Lets a message through the gates from {@code first} on. */
  private void pass(int first, T value, long stampNs, Exit<T> exit) {
    for (int i = first; i < works.size(); i++) {
      Work<T> work = works.get(i);
      if (work.gate().isPresent()) {
        Outlet<T> rest = rest(i + 1, exit);
        if (work.fault().isActive(watch.nowNs())) {
          work.gate().get().pass(value, stampNs, watch.nowNs(), rest);
          return;
        }
        work.gate().get().release(rest);
      }
    }
    exit.leave(value, stampNs);
  }

  private Outlet<T> rest(int first, Exit<T> exit) {
    return new Outlet<>() {
      @Override
      public void send(T value, long stampNs) {
        pass(first, value, stampNs, exit);
      }

      @Override
      public void sendLater(long delayNs, T value, long stampNs) {
        context.after(delayNs, () -> pass(first, value, stampNs, exit));
      }
    };
  }
}
