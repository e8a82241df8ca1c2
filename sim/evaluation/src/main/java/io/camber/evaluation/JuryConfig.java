package io.camber.evaluation;

/**
 * What the jury insists on.
 *
 * @param progressRequired whether standing still without a reason fails the drive
 * @param sampleNs time between the instants that metrics look at; nuPlan's is 0.1 s
 */
public record JuryConfig(boolean progressRequired, long sampleNs) {
  /** 10 Hz, progress required. */
  public static final JuryConfig DEFAULT = new JuryConfig(true, 100_000_000L);

  public JuryConfig {
    if (sampleNs < 1) {
      throw new IllegalArgumentException("sampleNs=" + sampleNs + " is less than 1");
    }
  }
}
