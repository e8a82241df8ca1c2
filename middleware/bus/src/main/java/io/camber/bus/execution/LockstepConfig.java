package io.camber.bus.execution;

import io.camber.bus.HealthReport;
import io.camber.bus.Topic;
import io.camber.bus.node.RunTerms;
import java.util.Optional;

/**
 * How a lockstep run is made.
 *
 * @param seed of the run; every node draws its own streams from it
 * @param threads that may run nodes, the caller's included; the bytes do not depend on it
 * @param encode whether every message is encoded and hashed; off only when nobody records or compares
 * @param healthTopic where health reports go, if anywhere
 */
public record LockstepConfig(
    long seed, int threads, boolean encode, Optional<Topic<HealthReport>> healthTopic) {
  public LockstepConfig {
    if (threads < 1 || threads > 64) {
      throw new IllegalArgumentException("threads=" + threads + " is outside [1, 64]");
    }
  }

  /** What every node of the run has in common. */
  public RunTerms terms() {
    RunTerms.Encoding encoding = encode ? RunTerms.Encoding.HASHED : RunTerms.Encoding.NONE;
    return new RunTerms(seed, encoding, healthTopic);
  }
}
