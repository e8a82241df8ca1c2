package io.camber.bus;

/** Takes back what was asked for, if it has not happened yet. */
@FunctionalInterface
public interface Cancellation {
  void cancel();
}
