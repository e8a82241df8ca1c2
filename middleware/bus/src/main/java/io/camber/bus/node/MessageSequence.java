package io.camber.bus.node;

/** Counts what a node publishes on one topic, over all of its publishers there. */
final class MessageSequence {
  private long next;

  long peek() {
    return next;
  }

  long take() {
    return next++;
  }
}
