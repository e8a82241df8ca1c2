package io.camber.sim.fault.stream;

/** Where messages go on. */
public interface Outlet<T> {
  /** Sends a message now. */
  void send(T value, long stampNs);

  /** Sends a message after a while. */
  void sendLater(long delayNs, T value, long stampNs);
}
