package io.camber.evaluation.odometry;

import java.util.List;

/**
 * The rigid motion that brings one row of positions closest to another in the sense of least squares, without scale. Horn 1987:
 * the rotation is the quaternion that belongs to the largest eigenvalue of a symmetric matrix of the correlations.
 */
final class Alignment {
  private static final int SWEEPS_MAX = 50;
  private static final double SMALL = 1e-30;

  private Alignment() {}

  /** Takes positions of {@code from} to those of {@code to}; both are of one length and not empty. */
  static Rigid of(List<Rigid> from, List<Rigid> to) {
    double[] fromMiddle = middle(from);
    double[] toMiddle = middle(to);
    double[][] s = new double[3][3];
    for (int i = 0; i < from.size(); i++) {
      for (int row = 0; row < 3; row++) {
        for (int column = 0; column < 3; column++) {
          s[row][column] += (from.get(i).translation(row) - fromMiddle[row])
              * (to.get(i).translation(column) - toMiddle[column]);
        }
      }
    }
    double[][] n = {
      {s[0][0] + s[1][1] + s[2][2], s[1][2] - s[2][1], s[2][0] - s[0][2], s[0][1] - s[1][0]},
      {s[1][2] - s[2][1], s[0][0] - s[1][1] - s[2][2], s[0][1] + s[1][0], s[2][0] + s[0][2]},
      {s[2][0] - s[0][2], s[0][1] + s[1][0], s[1][1] - s[0][0] - s[2][2], s[1][2] + s[2][1]},
      {s[0][1] - s[1][0], s[2][0] + s[0][2], s[1][2] + s[2][1], s[2][2] - s[0][0] - s[1][1]}
    };
    double[] turn = largestEigenvector(n);
    double[] moved =
        Rigid.ofQuaternion(turn, new double[3]).apply(fromMiddle[0], fromMiddle[1], fromMiddle[2]);
    double[] shift = new double[3];
    for (int axis = 0; axis < 3; axis++) {
      shift[axis] = toMiddle[axis] - moved[axis];
    }
    return Rigid.ofQuaternion(turn, shift);
  }

  private static double[] middle(List<Rigid> poses) {
    double[] middle = new double[3];
    for (Rigid pose : poses) {
      for (int axis = 0; axis < 3; axis++) {
        middle[axis] += pose.translation(axis) / poses.size();
      }
    }
    return middle;
  }

  /** Jacobi's rotations on a symmetric matrix of four rows, which they turn into a diagonal one. */
  private static double[] largestEigenvector(double[][] a) {
    double[][] v = {{1, 0, 0, 0}, {0, 1, 0, 0}, {0, 0, 1, 0}, {0, 0, 0, 1}};
    for (int sweep = 0; sweep < SWEEPS_MAX && offDiagonal(a) > SMALL; sweep++) {
      for (int p = 0; p < 3; p++) {
        for (int q = p + 1; q < 4; q++) {
          rotate(a, v, p, q);
        }
      }
    }
    int best = 0;
    for (int i = 1; i < 4; i++) {
      best = a[i][i] > a[best][best] ? i : best;
    }
    return new double[] {v[0][best], v[1][best], v[2][best], v[3][best]};
  }

  private static double offDiagonal(double[][] a) {
    double sum = 0.0;
    for (int p = 0; p < 3; p++) {
      for (int q = p + 1; q < 4; q++) {
        sum += a[p][q] * a[p][q];
      }
    }
    return sum;
  }

  private static void rotate(double[][] a, double[][] v, int p, int q) {
    if (a[p][q] == 0.0) {
      return;
    }
    double theta = (a[q][q] - a[p][p]) / (2.0 * a[p][q]);
    double t = Math.copySign(1.0, theta) / (Math.abs(theta) + Math.sqrt(theta * theta + 1.0));
    double c = 1.0 / Math.sqrt(t * t + 1.0);
    double s = t * c;
    for (int k = 0; k < 4; k++) {
      double left = a[k][p];
      a[k][p] = c * left - s * a[k][q];
      a[k][q] = s * left + c * a[k][q];
    }
    for (int k = 0; k < 4; k++) {
      double upper = a[p][k];
      a[p][k] = c * upper - s * a[q][k];
      a[q][k] = s * upper + c * a[q][k];
      double left = v[k][p];
      v[k][p] = c * left - s * v[k][q];
      v[k][q] = s * left + c * v[k][q];
    }
  }
}
