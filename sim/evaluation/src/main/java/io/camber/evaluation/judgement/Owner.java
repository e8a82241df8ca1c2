package io.camber.evaluation.judgement;

import java.util.Locale;

/** The component that answers for a metric. */
public enum Owner {
  LOCALIZATION,
  PERCEPTION,
  PREDICTION,
  PLANNING,
  CONTROL,
  SYSTEM;

  /** As it stands in results. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
