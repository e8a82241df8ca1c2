package io.camber.map.geometry;

import java.util.function.DoubleUnaryOperator;

/** Gauss-Legendre quadrature with eight nodes: exact for polynomials up to degree 15 (Abramowitz, Stegun 1964, table 25.4). */
final class Quadrature {
  static final double[] NODES = {
    -0.9602898564975363,
    -0.7966664774136267,
    -0.5255324099163290,
    -0.1834346424956498,
    0.1834346424956498,
    0.5255324099163290,
    0.7966664774136267,
    0.9602898564975363
  };
  static final double[] WEIGHTS = {
    0.1012285362903763, 0.2223810344533745, 0.3137066458778873, 0.3626837833783620,
    0.3626837833783620, 0.3137066458778873, 0.2223810344533745, 0.1012285362903763
  };

  private Quadrature() {}

  static double integrate(DoubleUnaryOperator function, double from, double to) {
    double middle = 0.5 * (from + to);
    double half = 0.5 * (to - from);
    double sum = 0.0;
    for (int i = 0; i < NODES.length; i++) {
      sum += WEIGHTS[i] * function.applyAsDouble(middle + half * NODES[i]);
    }
    return half * sum;
  }
}
