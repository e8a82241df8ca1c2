package io.camber.bus.transport;

/** Sees every message of a run in commit order: recorders, hash chains, counters. Called on the executor's thread. */
@FunctionalInterface
public interface MessageListener {
  void onMessage(BusMessage<?> message);
}
