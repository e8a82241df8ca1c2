package io.camber.app.sweep.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Which parameters matter: those whose values differ most in the share of bad runs come first. */
final class Influence {
  private Influence() {}

  /** Names of the parameters that have more than one value in the rows. */
  static List<String> ranked(List<SweepRow> rows, List<String> parameters) {
    List<String> varied = new ArrayList<>();
    for (String parameter : parameters) {
      if (Bins.of(rows, parameter).labels().size() > 1) {
        varied.add(parameter);
      }
    }
    // the sort is stable: parameters without influence keep their order
    varied.sort(Comparator.comparingDouble((String parameter) -> -spread(rows, parameter)));
    return varied;
  }

  /** Variance of the share between the values, weighted by their runs. */
  private static double spread(List<SweepRow> rows, String parameter) {
    Tally[] tallies = Tally.along(rows, parameter, Bins.of(rows, parameter), SweepRow::isBad);
    double runs = 0.0;
    double bad = 0.0;
    for (Tally tally : tallies) {
      runs += tally.runs();
      bad += tally.bad();
    }
    double mean = bad / Math.max(1.0, runs);
    double sum = 0.0;
    for (Tally tally : tallies) {
      if (tally.runs() > 0) {
        sum += tally.runs() * (tally.share() - mean) * (tally.share() - mean);
      }
    }
    return sum / Math.max(1.0, runs);
  }
}
