package io.camber.bus.execution;

import io.camber.bus.HealthReport;
import io.camber.bus.Topic;
import io.camber.bus.node.RunTerms;
import io.camber.bus.node.RuntimeTopics;
import java.util.Optional;

/**
 * How a lockstep run is made.
 *
 * @param seed of the run; every node draws its own streams from it
 * @param threads that may run nodes, the caller's included; the bytes do not depend on it
 * @param encode whether every message is encoded and hashed; off only when nobody records or compares
 * @param topics what the runtime itself publishes on
 */
public record LockstepConfig(long seed, int threads, boolean encode, RuntimeTopics topics) {
  public LockstepConfig {
    if (threads < 1 || threads > 64) {
      throw new IllegalArgumentException("threads=" + threads + " is outside [1, 64]");
    }
  }

  /** A run whose runtime reports health alone, if anything. */
  public LockstepConfig(
      long seed, int threads, boolean encode, Optional<Topic<HealthReport>> healthTopic) {
    this(seed, threads, encode, RuntimeTopics.ofHealth(healthTopic));
  }

  /** What every node of the run has in common. */
  public RunTerms terms() {
    RunTerms.Encoding encoding = encode ? RunTerms.Encoding.HASHED : RunTerms.Encoding.NONE;
    return new RunTerms(seed, encoding, topics);
  }
}
