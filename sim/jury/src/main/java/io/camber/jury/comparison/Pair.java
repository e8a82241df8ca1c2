package io.camber.jury.comparison;

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

  private static boolean passed(RunRecord run) {
    return run.outcome() == io.camber.evaluation.judgement.Outcome.PASS;
  }
}
