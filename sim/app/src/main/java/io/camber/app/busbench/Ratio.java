package io.camber.app.busbench;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/**
 * Camber's figure divided by that of the best of some rivals.
 *
 * @param rivals those that were there
 * @param ofMedians Camber's median by the best median
 * @param byRepetition each repetition's own; NaN where one is missing
 */
record Ratio(Bar bar, List<String> rivals, double ofMedians, List<Double> byRepetition) {
  Ratio {
    rivals = List.copyOf(rivals);
    byRepetition = List.copyOf(byRepetition);
  }

  /** Empty when Camber has no figure or none of the rivals has. */
  static Optional<Ratio> of(Comparison comparison, Bar bar) {
    List<Series> rivals = bar.rivals().stream()
        .flatMap(name -> comparison.find(name).stream())
        .filter(series -> !Double.isNaN(series.median()))
        .toList();
    Optional<Series> camber = comparison.find(Camber.NAME);
    if (rivals.isEmpty() || camber.isEmpty() || Double.isNaN(camber.get().median())) {
      return Optional.empty();
    }
    Work work = comparison.cell().work();
    int repetitions = camber.get().repetitions().size();
    List<Double> each = new ArrayList<>();
    for (int i = 0; i < repetitions; i++) {
      int at = i;
      each.add(camber.get().repetitions().get(at).value()
          / best(work, rivals, series -> series.repetitions().get(at).value()));
    }
    return Optional.of(new Ratio(
        bar,
        rivals.stream().map(Series::name).toList(),
        camber.get().median() / best(work, rivals, Series::median),
        each));
  }

  private static double best(Work work, List<Series> rivals, ToDoubleFunction<Series> figure) {
    var figures = rivals.stream().mapToDouble(figure).filter(value -> !Double.isNaN(value));
    OptionalDouble best = work.isRoundTrip() ? figures.min() : figures.max();
    return best.orElse(Double.NaN);
  }

  String against() {
    return rivals.size() == 1 ? rivals.get(0) : "the best of " + String.join(", ", rivals);
  }
}
