package io.camber.jury.result;

import io.camber.evaluation.judgement.MetricBook;
import io.camber.evaluation.judgement.Outcome;
import io.camber.evaluation.judgement.Owner;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What came of one run.
 *
 * @param hash over every message; equal hashes, equal runs
 * @param metrics those that were measured
 * @param made under which circumstances
 */
public record RunRecord(
    RunKey key,
    Outcome outcome,
    String reason,
    String hash,
    SortedMap<String, Double> metrics,
    Circumstances made) {
  public RunRecord {
    metrics = Collections.unmodifiableSortedMap(new TreeMap<>(metrics));
  }

  /** Of a run of which nobody knows more. */
  public RunRecord(
      RunKey key, Outcome outcome, String reason, String hash, SortedMap<String, Double> metrics) {
    this(key, outcome, reason, hash, metrics, Circumstances.UNKNOWN);
  }

  RunRecord in(String sweep) {
    return new RunRecord(key, outcome, reason, hash, metrics, made.in(sweep));
  }

  /** The same with the name of its sweep in its key. */
  RunRecord apart() {
    RunKey named =
        new RunKey(key.scenario(), (key.variant() + " group " + made.group()).strip(), key.seed());
    return new RunRecord(named, outcome, reason, hash, metrics, made);
  }

  /** As {@link #metric}, but NaN for what a run that was given true objects cannot say: nothing about perception. */
  public double earned(String name) {
    boolean isGiven = key.variant().startsWith("TRUTH")
        && MetricBook.find(name).map(entry -> entry.owner() == Owner.PERCEPTION).orElse(false);
    return isGiven ? Double.NaN : metric(name);
  }

  /** NaN when it was not measured. */
  public double metric(String name) {
    return metrics.getOrDefault(name, Double.NaN);
  }
}
