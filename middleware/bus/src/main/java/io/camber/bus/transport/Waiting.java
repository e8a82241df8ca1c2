package io.camber.bus.transport;

/** How a node's thread waits for its inputs: latency against processor time. */
public enum Waiting {
  /** Never sleeps: about a tenth of a microsecond, one core. */
  SPIN,
  /** Spins for some microseconds, then sleeps. */
  HYBRID,
  /** Sleeps at once: tens of microseconds, no idle load. */
  BLOCK
}
