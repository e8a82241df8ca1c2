package io.camber.app.sweep.search;

import io.camber.app.sweep.run.CaseResult;
import io.camber.evaluation.judgement.Outcome;
import java.util.Locale;
import java.util.Map;

/** What a search makes small. */
public enum SearchMetric {
  /**
   * The smallest time to collision, as the jury measures it; of storyboards alone at the rate at which two come nearer. Runs in
   * which nobody was on a collision course come after all others, the nearest misses first.
   */
  MIN_TTC("s"),
  /** The smallest distance between the ego and anybody; of storyboards alone between any two of whom one moves. */
  MIN_DISTANCE("m"),
  /** The mean of all scores of the jury. */
  SCORE("");

  /** Nobody came near: as good as it gets. */
  static final double NEVER = 1000.0;

  /** Left out or broken: no better place to look than any other. */
  public static final double USELESS = 1e6;

  private static final String TTC = "ttc.min";

  /** The jury's, of every driven run. */
  private static final String TTC_SCORE = "ttc.score";

  private static final String SCORES = ".score";

  private final String unit;

  SearchMetric(String unit) {
    this.unit = unit;
  }

  /** As people type it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public String unit() {
    return unit;
  }

  /** Whether the entities of a run must be watched beyond what every run tells. */
  public boolean needsWatching() {
    return this != SCORE;
  }

  /** A driven run, in which the jury found none, is far from all that have one; a storyboard alone has nobody's verdict. */
  private static double withoutTtc(Map<String, Double> metrics) {
    return metrics.containsKey(TTC_SCORE)
        ? NEVER + metrics.getOrDefault(CaseResult.CLOSEST_DISTANCE, NEVER)
        : metrics.getOrDefault(CaseResult.CLOSEST_TTC, NEVER);
  }

  /** The value of a run, small for bad ones. */
  public double of(CaseResult result) {
    if (result.outcome() == Outcome.INVALID || result.outcome() == Outcome.ERROR) {
      return USELESS;
    }
    Map<String, Double> metrics = result.metrics();
    return switch (this) {
      case MIN_TTC -> metrics.getOrDefault(TTC, withoutTtc(metrics));
      case MIN_DISTANCE -> metrics.getOrDefault(CaseResult.CLOSEST_DISTANCE, NEVER);
      case SCORE ->
        metrics.entrySet().stream()
            .filter(entry -> entry.getKey().endsWith(SCORES))
            .mapToDouble(Map.Entry::getValue)
            .average()
            .orElse(USELESS);
    };
  }
}
