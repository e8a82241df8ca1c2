package io.camber.app.command.run;

import io.camber.app.sweep.search.SearchMetric;
import io.camber.app.sweep.search.SearchOptions;
import io.camber.diagnostics.InputException;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Whether and how a sweep looks for the worst, as said on the command line. */
final class SweepSearch {
  @Option(
      names = "--search",
      description =
          "look for the worst combination instead of making them all: --metric, --budget, --search-seed")
  private boolean search;

  @Option(
      names = "--metric",
      paramLabel = "NAME",
      description = "what a search makes small: min_ttc (default), min_distance or score")
  private SearchMetric metric = SearchMetric.MIN_TTC;

  @Option(
      names = "--budget",
      paramLabel = "N",
      description = "runs of a search at most (default: 200)")
  private int budget = 200;

  @Option(
      names = {"--search-seed", "--seed"},
      paramLabel = "N",
      description = "seed of a search: equal seeds make the same runs (default: 1)")
  private long searchSeed = 1;

  /** What is looked for; empty when all runs are wanted. */
  Optional<SearchOptions> options() {
    try {
      return search ? Optional.of(new SearchOptions(metric, budget, searchSeed)) : Optional.empty();
    } catch (IllegalArgumentException e) {
      throw new InputException("the command line asks for the impossible: " + e.getMessage(), e);
    }
  }
}
