package io.camber.app.sweep.run;

import io.camber.evaluation.judgement.Outcome;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What came of one run. Holds nothing that depends on the machine or the time it took.
 *
 * @param hash of what happened; equal hashes, equal runs; empty when the run did not come to its end
 * @param metrics figures by name, those without a value left out
 */
public record CaseResult(
    long index, Outcome outcome, String reason, String hash, SortedMap<String, Double> metrics) {
  /** Pairs of entities that touched. */
  public static final String COLLISIONS = "collisions";

  /** What the careful driver keeps from who cuts in, negative when that driver collides; absent without a cut-in. */
  public static final String CAREFUL_DRIVER_GAP = "carefulDriver.gapMin";

  /** The same of the fuzzy driver. */
  public static final String FUZZY_DRIVER_GAP = "fuzzyDriver.gapMin";

  /** How near entities came to each other; only where a search asks for it. */
  public static final String CLOSEST_DISTANCE = "closest.distance";

  /** The smallest time to contact at the rate at which two came nearer; only where a search asks for it. */
  public static final String CLOSEST_TTC = "closest.ttc";

  /** Parts of the scenario without full effect. */
  public static final String WARNINGS = "warnings";

  public static final String DURATION = "durationS";

  public CaseResult {
    metrics = new TreeMap<>(metrics);
  }

  /** A run that the tool could not finish. */
  public static CaseResult error(long index, String reason) {
    return new CaseResult(index, Outcome.ERROR, reason, "", new TreeMap<>());
  }

  /** A combination that makes no scenario. */
  public static CaseResult invalid(long index, String reason) {
    return new CaseResult(index, Outcome.INVALID, reason, "", new TreeMap<>());
  }

  /** Whether somebody should look at it: a failure, an error, or a collision with nobody to judge it. */
  public boolean isBad() {
    return outcome == Outcome.FAIL
        || outcome == Outcome.ERROR
        || metrics.getOrDefault(COLLISIONS, 0.0) > 0.0;
  }
}
