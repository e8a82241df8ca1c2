package io.camber.evaluation;

import java.util.Map;

/**
 * What the jury insists on.
 *
 * @param progressRequired whether standing still without a reason fails the drive
 * @param sampleNs time between the instants that metrics look at; nuPlan's is 0.1 s
 * @param computeNs declared time between a node's call and its output, by node; empty where nothing is declared, as on the wall
 *     clock
 */
public record JuryConfig(boolean progressRequired, long sampleNs, Map<String, Long> computeNs) {
  /** 10 Hz, progress required, nothing declared. */
  public static final JuryConfig DEFAULT = new JuryConfig(true, 100_000_000L, Map.of());

  public JuryConfig {
    if (sampleNs < 1) {
      throw new IllegalArgumentException("sampleNs=" + sampleNs + " is less than 1");
    }
    computeNs = Map.copyOf(computeNs);
  }

  /** The same with what nodes declare. */
  public JuryConfig withComputeNs(Map<String, Long> declared) {
    return new JuryConfig(progressRequired, sampleNs, declared);
  }
}
