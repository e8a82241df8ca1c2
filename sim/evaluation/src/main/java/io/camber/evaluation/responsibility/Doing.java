package io.camber.evaluation.responsibility;

/** Whose doing a danger is, the gravest for the ego first. */
enum Doing {
  /** The ego crossed the threshold and does not answer properly, though its response time is over. */
  EGO,
  /** The other crossed the threshold. */
  OTHER,
  /** It was so when the two were first seen. */
  GIVEN,
  /** The ego crossed the threshold, but answers properly or has still time to. */
  ANSWERED;

  /** As it stands in names of metrics. */
  String label() {
    return switch (this) {
      case EGO -> "ego";
      case OTHER -> "other";
      case GIVEN -> "given";
      case ANSWERED -> "answered";
    };
  }
}
