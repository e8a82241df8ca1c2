package io.camber.bus.transport;

/** How a node's thread waits for its inputs: latency against processor time. */
public enum Waiting {
  /** Never sleeps: about a tenth of a microsecond, one core. */
  SPIN,
  /** Spins for tens of microseconds, then sleeps. */
  HYBRID,
  /** Looks no longer than falling asleep would take, then sleeps: no idle load. */
  BLOCK
}
