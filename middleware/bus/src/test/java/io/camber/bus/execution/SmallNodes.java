package io.camber.bus.execution;

import io.camber.bus.Node;
import io.camber.bus.Publisher;
import io.camber.bus.Topic;
import java.util.List;
import java.util.Optional;

/** Small nodes that the tests of the lockstep executor are made of. */
final class SmallNodes {
  private static final long MS = 1_000_000L;

  private SmallNodes() {}

  static LockstepExecutor executor(int threads) {
    return new LockstepExecutor(new LockstepConfig(1, threads, true, Optional.empty()));
  }

  static Node ticker(long periodMs, Topic<String> topic) {
    return context -> {
      Publisher<String> publisher = context.publisher(topic);
      context.timer(periodMs * MS, 0, time -> publisher.publish(time / MS + "ms", time));
    };
  }

  static Node sensor(Topic<String> topic) {
    return context -> {
      Publisher<String> publisher = context.publisher(topic);
      context.timer(10 * MS, 0, time -> publisher.publishSample("s", time));
    };
  }

  static Node relay(Topic<String> from, Topic<String> to) {
    return context -> {
      Publisher<String> publisher = context.publisher(to);
      context.subscribe(
          from, (text, envelope) -> publisher.publish(text, envelope.measurementTimeNs()));
    };
  }

  static Node listener(Topic<String> topic, List<String> seen) {
    return context -> context.subscribe(
        topic, (text, envelope) -> seen.add(context.clock().timeNs() / MS + ":" + text));
  }
}
