package io.camber.app.sweep.search;

/**
 * What a search is made of.
 *
 * @param budget distinct runs at most
 * @param seed of the search; that of the runs is the sweep's
 */
public record SearchOptions(SearchMetric metric, int budget, long seed) {
  /** More runs than this are a sweep. */
  public static final int BUDGET_MAX = 100_000;

  public SearchOptions {
    if (budget < 1 || budget > BUDGET_MAX) {
      throw new IllegalArgumentException(
          "budget=" + budget + " is outside [1, " + BUDGET_MAX + "]");
    }
  }

  /** The command line's part of it. */
  public String command() {
    return "--search --metric " + metric.word() + " --budget " + budget + " --search-seed " + seed;
  }
}
