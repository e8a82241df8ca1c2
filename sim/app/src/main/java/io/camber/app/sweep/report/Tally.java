package io.camber.app.sweep.report;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/**
 * How many of some runs are bad.
 *
 * @param left runs that were left out as invalid
 */
record Tally(int runs, int bad, int left) {
  static final Tally EMPTY = new Tally(0, 0, 0);

  Tally with(SweepRow row, Predicate<SweepRow> isBad) {
    return row.counts()
        ? new Tally(runs + 1, bad + (isBad.test(row) ? 1 : 0), left)
        : new Tally(runs, bad, left + 1);
  }

  double share() {
    return runs == 0 ? Double.NaN : (double) bad / runs;
  }

  /** Tallies of the runs at each value of a parameter. */
  static Tally[] along(
      List<SweepRow> rows, String parameter, Bins bins, Predicate<SweepRow> isBad) {
    Tally[] tallies = new Tally[bins.labels().size()];
    Arrays.fill(tallies, EMPTY);
    for (SweepRow row : rows) {
      int bin = bins.of(row.value(parameter));
      tallies[bin] = tallies[bin].with(row, isBad);
    }
    return tallies;
  }

  /** White where all is well, through yellow to a dark red where nothing is; grey where nothing ran. */
  String color() {
    if (runs == 0) {
      return "#d8dbe0";
    }
    double t = share();
    double[] green = {232, 245, 233};
    double[] amber = {255, 193, 77};
    double[] red = {178, 24, 43};
    double[] from = t < 0.5 ? green : amber;
    double[] to = t < 0.5 ? amber : red;
    double k = t < 0.5 ? t * 2.0 : t * 2.0 - 1.0;
    StringBuilder color = new StringBuilder("#");
    for (int i = 0; i < 3; i++) {
      color.append(String.format(Locale.ROOT, "%02x", Math.round(from[i] + k * (to[i] - from[i]))));
    }
    return color.toString();
  }
}
