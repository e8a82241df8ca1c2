package io.camber.evaluation.report.drawing;

import java.util.ArrayList;
import java.util.List;

/** Places values between two drawing coordinates. */
record Axis(ValueRange range, double start, double end) {
  double place(double value) {
    return start + (value - range.min()) / (range.max() - range.min()) * (end - start);
  }

  /** Round values inside the range, about {@code count} of them. */
  List<Double> ticks(int count) {
    double rough = (range.max() - range.min()) / count;
    double power = StrictMath.pow(10.0, Math.floor(StrictMath.log10(rough)));
    double share = rough / power;
    double step = power * (share <= 1.0 ? 1.0 : share <= 2.0 ? 2.0 : share <= 5.0 ? 5.0 : 10.0);
    List<Double> ticks = new ArrayList<>();
    long last = (long) Math.floor(range.max() / step + 1e-9);
    for (long i = (long) Math.ceil(range.min() / step - 1e-9); i <= last; i++) {
      double tick = i * step;
      ticks.add(Math.rint(tick / step * 1e6) / 1e6 * step);
    }
    return ticks;
  }
}
