package io.camber.sim.scenario.trajectory;

import java.util.List;

/** De Boor's algorithm for rational B-splines in homogeneous coordinates (Piegl and Tiller, The NURBS Book, ch. 4). */
final class Nurbs {
  private Nurbs() {}

  /** x, y and time at parameter {@code u}. */
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
      d[j] = new double[] {control.x() * w, control.y() * w, control.timeS() * w, w};
    }
    for (int r = 1; r <= degree; r++) {
      for (int j = degree; j >= r; j--) {
        int left = span - degree + j;
        double width = knots[left + degree - r + 1] - knots[left];
        double a = width == 0.0 ? 0.0 : (u - knots[left]) / width;
        for (int k = 0; k < 4; k++) {
          d[j][k] = (1.0 - a) * d[j - 1][k] + a * d[j][k];
        }
      }
    }
    double[] p = d[degree];
    return new double[] {p[0] / p[3], p[1] / p[3], p[2] / p[3]};
  }
}
