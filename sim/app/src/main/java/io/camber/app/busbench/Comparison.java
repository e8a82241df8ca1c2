package io.camber.app.busbench;

import java.util.List;
import java.util.Optional;

/** A cell with the figures of all who were there. */
record Comparison(Cell cell, List<Series> series) {
  Comparison {
    series = List.copyOf(series);
  }

  Optional<Series> find(String name) {
    return series.stream().filter(each -> each.name().equals(name)).findFirst();
  }

  List<Ratio> ratios() {
    return cell.bars().stream().flatMap(bar -> Ratio.of(this, bar).stream()).toList();
  }
}
