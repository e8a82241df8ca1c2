package io.camber.jury.suite;

import io.camber.evaluation.judgement.Outcome;
import io.camber.jury.result.RunRecord;
import io.camber.jury.result.RunSet;
import java.util.Comparator;
import java.util.List;

/**
 * What the runs of a suite say together.
 *
 * @param suite name and version
 * @param notes what was left out and why
 */
public record SuiteResult(String suite, RunSet runs, List<String> notes) {
  public SuiteResult {
    notes = List.copyOf(notes);
  }

  public int count(Outcome outcome) {
    return (int)
        runs.runs().values().stream().filter(run -> run.outcome() == outcome).count();
  }

  /** True when something failed or broke. */
  public boolean isBad() {
    return count(Outcome.FAIL) + count(Outcome.ERROR) > 0;
  }

  public Ladder ladder() {
    return Ladder.of(runs);
  }

  public Interventions interventions() {
    return Interventions.of(runs);
  }

  /** Broken runs first, then by closed-loop score and time to collision. */
  public List<RunRecord> worst(int most) {
    return runs.runs().values().stream()
        .sorted(Comparator.comparingInt((RunRecord run) -> rank(run.outcome()))
            .thenComparingDouble(run -> value(run, "score.cls"))
            .thenComparingDouble(run -> value(run, "ttc.min"))
            .thenComparing(RunRecord::key))
        .limit(most)
        .toList();
  }

  private static int rank(Outcome outcome) {
    return switch (outcome) {
      case ERROR -> 0;
      case FAIL -> 1;
      case PASS -> 2;
      case INVALID -> 3;
    };
  }

  private static double value(RunRecord run, String metric) {
    double value = run.metric(metric);
    return Double.isNaN(value) ? Double.MAX_VALUE : value;
  }
}
