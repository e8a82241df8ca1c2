package io.camber.evaluation.judgement;

/** How a drive ended. */
public enum Outcome {
  /** No hard limit was broken. */
  PASS,
  /** A hard limit was broken. */
  FAIL,
  /** The scenario gave nothing to judge. */
  INVALID,
  /** The tool broke. */
  ERROR
}
