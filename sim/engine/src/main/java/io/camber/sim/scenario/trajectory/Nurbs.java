package io.camber.sim.scenario.trajectory;

import java.util.List;

/** De Boor's algorithm for rational B-splines in homogeneous coordinates (Piegl and Tiller, The NURBS Book, ch. 4). */
final class Nurbs {
  private Nurbs() {}

  /** For every control point the sampled parameter at which its basis function is largest. */
  static double[] peaks(int degree, int count, double[] knots, int steps) {
    double first = knots[degree];
    double last = knots[count];
    double[] peaks = new double[count];
    double[] values = new double[count];
    for (int i = 0; i <= steps; i++) {
      double u = first + (last - first) * i / steps;
      for (int j = 0; j < count; j++) {
        double value = basis(j, degree, u, knots, count);
        if (value > values[j]) {
          values[j] = value;
          peaks[j] = u;
        }
      }
    }
    return peaks;
  }

  /** The basis function N of control point i (recursion of Cox and de Boor, ch. 2, eq. 2.5); the last one is closed. */
  private static double basis(int i, int degree, double u, double[] knots, int count) {
    if (degree == 0) {
      boolean atEnd = u >= knots[count] && i == count - 1;
      return (u >= knots[i] && u < knots[i + 1]) || atEnd ? 1.0 : 0.0;
    }
    double left = knots[i + degree] - knots[i];
    double right = knots[i + degree + 1] - knots[i + 1];
    double value = 0.0;
    if (left > 0.0) {
      value += (u - knots[i]) / left * basis(i, degree - 1, u, knots, count);
    }
    if (right > 0.0) {
      value += (knots[i + degree + 1] - u) / right * basis(i + 1, degree - 1, u, knots, count);
    }
    return value;
  }

  /** x and y at parameter {@code u}. */
  static double[] at(
      double u, int degree, List<Vertex> controls, double[] weights, double[] knots) {
    int n = controls.size() - 1;
    int span = degree;
    while (span < n && u >= knots[span + 1]) {
      span++;
    }
    double[][] d = new double[degree + 1][];
    for (int j = 0; j <= degree; j++) {
      int index = span - degree + j;
      Vertex control = controls.get(index);
      double w = weights[index];
      d[j] = new double[] {control.x() * w, control.y() * w, w};
    }
    for (int r = 1; r <= degree; r++) {
      for (int j = degree; j >= r; j--) {
        int left = span - degree + j;
        double width = knots[left + degree - r + 1] - knots[left];
        double a = width == 0.0 ? 0.0 : (u - knots[left]) / width;
        for (int k = 0; k < 3; k++) {
          d[j][k] = (1.0 - a) * d[j - 1][k] + a * d[j][k];
        }
      }
    }
    double[] p = d[degree];
    return new double[] {p[0] / p[2], p[1] / p[2]};
  }
}
