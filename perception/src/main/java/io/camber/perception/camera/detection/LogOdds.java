package io.camber.perception.camera.detection;

import java.util.List;

/** A line that turns a sum into the log odds of being right (Platt 1999), fitted by Newton's method with a weak pull to 1 and 0. */
record LogOdds(double slope, double offset) {
  private static final int STEPS = 30;
  private static final double PULL = 1e-3;

  /** A sum and whether it was right. */
  record Case(double sum, boolean isRight) {}

  /** The likeliest line; without a single right case one that never believes. */
  static LogOdds fit(List<Case> cases) {
    if (cases.stream().noneMatch(Case::isRight)) {
      return new LogOdds(0.0, -9.0);
    }
    double slope = 1.0;
    double offset = 0.0;
    for (int step = 0; step < STEPS; step++) {
      double gs = PULL * (1.0 - slope);
      double go = -PULL * offset;
      double hss = PULL;
      double hso = 0.0;
      double hoo = PULL;
      for (Case each : cases) {
        double p = 1.0 / (1.0 + StrictMath.exp(-(slope * each.sum() + offset)));
        double residual = (each.isRight() ? 1.0 : 0.0) - p;
        double curve = p * (1.0 - p);
        gs += residual * each.sum();
        go += residual;
        hss += curve * each.sum() * each.sum();
        hso += curve * each.sum();
        hoo += curve;
      }
      double determinant = hss * hoo - hso * hso;
      slope += (hoo * gs - hso * go) / determinant;
      offset += (hss * go - hso * gs) / determinant;
    }
    return new LogOdds(slope, offset);
  }
}
