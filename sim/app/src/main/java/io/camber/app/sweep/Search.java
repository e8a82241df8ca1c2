package io.camber.app.sweep;

import io.camber.app.sweep.plan.SweepPlan;
import io.camber.app.sweep.run.CaseResult;
import io.camber.app.sweep.search.EvolutionSearch;
import io.camber.app.sweep.search.SearchMetric;
import io.camber.app.sweep.search.SearchOptions;
import io.camber.app.sweep.search.SearchSpace;
import io.camber.app.sweep.search.SearchStep;
import io.camber.diagnostics.InputException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongFunction;

/** The course of a search through the runs of a plan: which to make next, and what came of those made. */
final class Search {
  private final SearchOptions options;
  private final EvolutionSearch evolution;
  private final Map<Long, Double> known = new LinkedHashMap<>();
  private final List<SearchStep> course = new ArrayList<>();
  private int generation;
  private double best = Double.POSITIVE_INFINITY;

  Search(SearchOptions options, SweepPlan plan) {
    this.options = options;
    requireSearchable(plan);
    this.evolution =
        new EvolutionSearch(new SearchSpace(plan.sources().get(0).space()), options.seed());
  }

  private static void requireSearchable(SweepPlan plan) {
    if (plan.sources().size() != 1) {
      throw new InputException("--search looks through the parameters of one scenario; "
          + plan.sources().size() + " were named");
    }
    if (plan.seeds().count() != 1) {
      throw new InputException("--search makes its runs with one seed; give --seeds one, as 7");
    }
    if (new SearchSpace(plan.sources().get(0).space()).dimension() == 0) {
      throw new InputException(plan.sources().get(0).file()
          + ": nothing varies; give --param NAME=LOWER..UPPER:STEP, or a distribution");
    }
  }

  /** Numbers of the runs to make next; empty when the budget is spent or there is nothing left to look at. */
  List<Long> next() {
    int left = options.budget() - known.size();
    if (left <= 0) {
      return List.of();
    }
    List<Long> wanted = evolution.next(known);
    return wanted.subList(0, Math.min(left, wanted.size()));
  }

  /** Takes in the runs that {@link #next} asked for, in its order. False when some have no result. */
  boolean take(List<Long> asked, LongFunction<Optional<CaseResult>> results) {
    for (long run : asked) {
      if (results.apply(run).isEmpty()) {
        return false;
      }
    }
    generation++;
    for (long run : asked) {
      double value = options.metric().of(results.apply(run).orElseThrow());
      known.put(run, value);
      best = Math.min(best, value);
      course.add(new SearchStep(generation, run, value, best));
    }
    return true;
  }

  /** Every run so far, in the order in which they were asked for. */
  List<SearchStep> course() {
    return List.copyOf(course);
  }

  /** The command line's part of it. */
  String command() {
    return options.command();
  }

  SearchMetric metric() {
    return options.metric();
  }
}
