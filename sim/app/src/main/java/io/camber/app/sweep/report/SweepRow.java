package io.camber.app.sweep.report;

import io.camber.app.sweep.plan.SweepCase;
import io.camber.app.sweep.run.CaseResult;
import io.camber.evaluation.judgement.Outcome;

/** A run and what came of it. */
public record SweepRow(SweepCase run, CaseResult result) {
  boolean isBad() {
    return result.isBad();
  }

  /** Whether there was a run to judge at all. */
  boolean counts() {
    return result.outcome() != Outcome.INVALID;
  }

  String value(String parameter) {
    return parameter.equals(ResultTable.SEED)
        ? Long.toString(run.seed())
        : run.parameters().getOrDefault(parameter, "");
  }
}
