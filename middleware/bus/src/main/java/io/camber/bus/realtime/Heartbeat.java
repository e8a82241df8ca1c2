package io.camber.bus.realtime;

import io.camber.bus.Qos;
import io.camber.bus.transport.WireTopic;

/**
 * The sign that a node works: its own thread sends an empty message between two calls, so that a node that is stopped, hangs
 * in a handler or waits for a lock gives none. {@link HeartbeatReader} hears them.
 */
final class Heartbeat {
  /** Carries nothing. */
  static final WireTopic TOPIC = new WireTopic("/alive", "camber.alive", 1, Qos.SENSOR);

  /** The longest time between two beats of a node that is not in a handler. */
  static final long PERIOD_NS = 100_000_000L;

  /**
   * Without a beat for so long a node counts as fallen silent: five periods, as on two busy cores a node may wait for a
   * collector or for the processor for two of them.
   */
  static final long LEASE_NS = 5 * PERIOD_NS;

  private Heartbeat() {}
}
