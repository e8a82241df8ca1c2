package io.camber.app.simulation;

import java.util.Optional;

/** Which clock a run follows and where its nodes live. */
public sealed interface RunMode {
  /** Logical clock, bit-identical. */
  record Lockstep(NodeBodies bodies) implements RunMode {}

  /**
   * Wall clock.
   *
   * @param hosts processes for the nodes; absent: all in this one
   */
  record Realtime(Optional<RealtimeHosts> hosts) implements RunMode {}
}
