package io.camber.app.sweep.run;

import io.camber.app.sweep.plan.SweepCase;
import java.util.function.BooleanSupplier;

/** Makes one run. Called by several threads at once. */
public interface CaseRunner {
  /**
   * Makes the run and says what came of it; may throw anything, which is then the run's error.
   *
   * @param givenUp turns true when nobody waits for the result any more; long runs look now and then and end early
   */
  CaseResult run(SweepCase run, BooleanSupplier givenUp);

  /** The same for calls of one thread, between which it may remember something. */
  default CaseRunner ofOneThread() {
    return this;
  }
}
