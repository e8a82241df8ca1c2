package io.camber.bus;

/** Receives the ticks of a timer. */
@FunctionalInterface
public interface TimerHandler {
  void tick(long timeNs);
}
