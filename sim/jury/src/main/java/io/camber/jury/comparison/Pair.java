package io.camber.jury.comparison;

import io.camber.evaluation.judgement.Outcome;
import io.camber.jury.result.RunRecord;

/** The same scenario with the same seed, before and after. */
public record Pair(RunRecord before, RunRecord after) {
  public boolean isChanged() {
    return !before.hash().equals(after.hash()) || before.outcome() != after.outcome();
  }

  boolean isBroken() {
    return passed(before) && !passed(after);
  }

  boolean isFixed() {
    return !passed(before) && passed(after);
  }

  /** True when the run no longer comes to a judged end: it drove before and now ends in an error or makes no scenario. */
  boolean isLost() {
    return judged(before) && !judged(after);
  }

  /** True when a run that still comes to a judged end no longer measures what it did before. */
  boolean isGone(String metric) {
    return !isLost() && !Double.isNaN(before.metric(metric)) && Double.isNaN(after.metric(metric));
  }

  private static boolean judged(RunRecord run) {
    return run.outcome() == Outcome.PASS || run.outcome() == Outcome.FAIL;
  }

  private static boolean passed(RunRecord run) {
    return run.outcome() == Outcome.PASS;
  }
}
