package io.camber.sim.fault.stream;

/** One fault at work on the messages of one topic. Owned by one thread. */
@FunctionalInterface
public interface Gate<T> {
  /** Takes a message and sends on what the fault leaves of it. */
  void pass(T value, long stampNs, long nowNs, Outlet<T> next);

  /** Sends on what is still held back, when the fault is over. */
  default void release(Outlet<T> next) {}
}
