package io.camber.bus.node;

import io.camber.bus.Service;
import io.camber.bus.Topic;

/** Something that a node declared to be called for. */
public sealed interface Port {
  /** Messages of a topic. */
  record Input(Topic<?> topic, Use use) implements Port {}

  /** Ticks at {@code offsetNs}, {@code offsetNs + periodNs} and so on. */
  record Timer(long periodNs, long offsetNs) implements Port {
    public Timer {
      if (periodNs <= 0 || offsetNs < 0) {
        throw new IllegalArgumentException(
            "periodNs=" + periodNs + ", offsetNs=" + offsetNs + " is not a timer");
      }
    }
  }

  /** Questions of a service that this node answers. */
  record Server(Service<?, ?> service) implements Port {}

  /** Answers to questions that this node asked. */
  record Client(Service<?, ?> service) implements Port {}

  /** What befalls the node's subscriptions of a topic. */
  record Watch(Topic<?> topic) implements Port {}

  /** What a message on an input does. */
  enum Use {
    /** Calls the node. */
    WORK,
    /** Calls the node, which keeps nothing of the value beyond the call. */
    LOANED,
    /** Waits for the next call and comes before it, in order. */
    OBSERVED,
    /** Waits for the next call; only the newest is handed over. */
    LATEST;

    /** Whether a message is a reason to call the node. */
    public boolean isWork() {
      return this == WORK || this == LOANED;
    }
  }
}
