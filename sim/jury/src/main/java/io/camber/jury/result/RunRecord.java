package io.camber.jury.result;

import io.camber.evaluation.judgement.Outcome;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What came of one run.
 *
 * @param hash over every message; equal hashes, equal runs
 * @param metrics those that were measured
 */
public record RunRecord(
    RunKey key, Outcome outcome, String reason, String hash, SortedMap<String, Double> metrics) {
  public RunRecord {
    metrics = Collections.unmodifiableSortedMap(new TreeMap<>(metrics));
  }

  /** NaN when it was not measured. */
  public double metric(String name) {
    return metrics.getOrDefault(name, Double.NaN);
  }
}
