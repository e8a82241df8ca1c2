package io.camber.bus;

/** The run's clock: simulation time, replay time or wall time, always nanoseconds. */
@FunctionalInterface
public interface Clock {
  long timeNs();
}
