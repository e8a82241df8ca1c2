package io.camber.jury.suite;

import io.camber.evaluation.judgement.Outcome;
import io.camber.jury.result.Repeats;
import io.camber.jury.result.RunRecord;
import io.camber.jury.result.RunSet;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

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

  /** True when something failed or broke, a scenario was not driven at all, or a run did not repeat. */
  public boolean isBad() {
    return count(Outcome.FAIL) + count(Outcome.ERROR) > 0
        || !undriven().isEmpty()
        || !unsteady().isEmpty();
  }

  /** Scenarios none of whose runs came to be: a single combination of parameters may make no scenario, all of them may not. */
  public SortedSet<String> undriven() {
    SortedSet<String> names = new TreeSet<>();
    runs.runs().keySet().forEach(key -> names.add(key.scenario()));
    runs.runs().values().stream()
        .filter(run -> run.outcome() != Outcome.INVALID)
        .forEach(run -> names.remove(run.key().scenario()));
    return names;
  }

  /** Runs that came out otherwise when they were driven again to keep their logs. */
  public List<String> unsteady() {
    return runs.runs().values().stream()
        .filter(run -> run.metric(Repeats.DIFFERS) > 0.0)
        .map(run -> run.key().text())
        .toList();
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
      case INVALID -> 2;
      case PASS -> 3;
    };
  }

  private static double value(RunRecord run, String metric) {
    double value = run.metric(metric);
    return Double.isNaN(value) ? Double.MAX_VALUE : value;
  }
}
