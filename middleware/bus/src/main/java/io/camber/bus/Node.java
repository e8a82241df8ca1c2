package io.camber.bus;

/** A participant. It owns no thread: the runtime threads it, or the simulator steps it, and it cannot tell which. */
@FunctionalInterface
public interface Node {
  /** Declares publishers, subscriptions and timers on the context. Called once, before any handler. */
  void start(NodeContext context);
}
