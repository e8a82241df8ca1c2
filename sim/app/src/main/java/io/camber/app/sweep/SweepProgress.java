package io.camber.app.sweep;

import io.camber.app.sweep.plan.SweepCase;
import io.camber.app.sweep.run.CaseResult;
import java.util.List;

/** Told about a sweep while it goes on, on the thread that called it. */
public interface SweepProgress {
  /** Says nothing. */
  SweepProgress SILENT = new SweepProgress() {};

  /** What is about to be done. */
  default void note(String what) {}

  /** A run has ended. */
  default void done(SweepCase run, CaseResult result) {}

  /** What was found, line by line, once all runs are there. */
  default void found(List<String> findings) {}

  /** Called some 20 times a second. */
  default void at(SweepCount count) {}

  /** It is over, or interrupted; the process does not end before this returns. */
  default void end(SweepSummary summary) {}
}
