package io.camber.evaluation.report;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is known about a run besides its judgement.
 *
 * @param scenario as given on the command line
 * @param hash over every message of the run
 * @param versions of the parts, such as {@code camber} and {@code java}
 * @param command that reproduces the run
 * @param truthPerception true when the stack was given true objects instead of sensor data
 */
public record RunFacts(
    String scenario,
    long seed,
    double simulatedS,
    double wallS,
    String hash,
    SortedMap<String, String> versions,
    String command,
    boolean truthPerception) {
  public RunFacts {
    versions = Collections.unmodifiableSortedMap(new TreeMap<>(versions));
  }

  /** NaN for a run that took no time. */
  public double realTimeFactor() {
    return wallS > 0.0 ? simulatedS / wallS : Double.NaN;
  }
}
