package io.camber.localization.odometry;

import io.camber.geometry.Pose2;
import io.camber.localization.leastsquares.NormalEquations;
import java.util.Arrays;
import java.util.Optional;

/** Turns and moves a sweep in the plane until it fits a {@link CellMap}, by Gauss-Newton with a Geman-McClure kernel. */
final class ScanMatcher {
  private static final int ROUNDS = 12;

  /** Wide first, so that a guess that is 20 cm off is still drawn in. */
  private static final double[] KERNELS = {100.0, 100.0, 36.0, 36.0, 9.0};

  private static final double THIN_M = 0.4;
  private static final int THIN_SIDE = 310;
  private static final int THIN_LAYERS = 16;
  private static final int POINTS_MIN = 150;
  private static final double FITTING_SHARE_MIN = 0.5;

  /** Looser than this it has found no hold along some direction. */
  private static final double STD_M_MAX = 0.05;

  private final int[] seen = new int[THIN_SIDE * THIN_SIDE * THIN_LAYERS];
  private int stamp;
  private int[] chosen = new int[4096];
  private int size;

  /** Where the sweep is, seen from the map; empty when they do not fit together. */
  Optional<Fit> match(CellMap map, Cloud sweep, Pose2 guess) {
    thin(sweep);
    double x = guess.x();
    double y = guess.y();
    double yaw = guess.yaw();
    NormalEquations equations = new NormalEquations(3);
    int fitting = 0;
    int used = 0;
    for (int round = 0; round < ROUNDS; round++) {
      equations = new NormalEquations(3);
      fitting = 0;
      used = 0;
      double kernel = KERNELS[Math.min(round, KERNELS.length - 1)];
      double c = StrictMath.cos(yaw);
      double s = StrictMath.sin(yaw);
      for (int k = 0; k < size; k++) {
        int i = chosen[k];
        double rx = c * sweep.x[i] - s * sweep.y[i];
        double ry = s * sweep.x[i] + c * sweep.y[i];
        int cell = map.nearest(rx + x, ry + y, sweep.z[i]);
        if (cell >= 0) {
          used++;
          fitting += pull(equations, map, cell, rx, ry, x, y, kernel);
        }
      }
      double[] step = equations.solve();
      if (used < POINTS_MIN || !Double.isFinite(step[0] + step[1] + step[2])) {
        return Optional.empty();
      }
      x += step[0];
      y += step[1];
      yaw += step[2];
    }
    double[][] covariance = equations.covariance();
    boolean isHeld = covariance[0][0] < STD_M_MAX * STD_M_MAX
        && covariance[1][1] < STD_M_MAX * STD_M_MAX
        && fitting >= FITTING_SHARE_MIN * used;
    return isHeld
        ? Optional.of(new Fit(
            new Pose2(x, y, yaw),
            Math.sqrt(covariance[0][0]),
            Math.sqrt(covariance[1][1]),
            Math.sqrt(covariance[2][2])))
        : Optional.empty();
  }

  /** A pose with its standard deviations, as far as points were independent. */
  record Fit(Pose2 pose, double stdX, double stdY, double stdYaw) {}

  /** Adds a point's equations; 1 when it fits. */
  private static int pull(
      NormalEquations equations,
      CellMap map,
      int cell,
      double rx,
      double ry,
      double x,
      double y,
      double kernel) {
    double dx = map.value(cell, 0) - rx - x;
    double dy = map.value(cell, 1) - ry - y;
    double ixx = map.value(cell, 2);
    double ixy = map.value(cell, 3);
    double iyy = map.value(cell, 4);
    double square = ixx * dx * dx + 2.0 * ixy * dx * dy + iyy * dy * dy;
    double share = kernel / (kernel + square);
    double weight = share * share;
    // Cholesky rows of the information matrix make two scalar equations of one.
    double l11 = Math.sqrt(ixx);
    if (l11 > 1e-6) {
      double l21 = ixy / l11;
      equations.add(new double[] {l11, l21, -l11 * ry + l21 * rx}, l11 * dx + l21 * dy, weight);
      double rest = Math.sqrt(Math.max(0.0, iyy - l21 * l21));
      equations.add(new double[] {0.0, rest, rest * rx}, rest * dy, weight);
    } else {
      double l22 = Math.sqrt(iyy);
      equations.add(new double[] {0.0, l22, l22 * rx}, l22 * dy, weight);
    }
    return square < 9.0 ? 1 : 0;
  }

  /** The first point of each small cell. */
  private void thin(Cloud cloud) {
    stamp++;
    size = 0;
    for (int i = 0; i < cloud.size; i++) {
      double z = cloud.z[i];
      if (z < CellMap.LOWEST_M || z >= CellMap.HIGHEST_M) {
        continue;
      }
      int column = (int) Math.floor(cloud.x[i] / THIN_M) + THIN_SIDE / 2;
      int row = (int) Math.floor(cloud.y[i] / THIN_M) + THIN_SIDE / 2;
      int layer = (int) (z / THIN_M);
      if (column < 0
          || row < 0
          || column >= THIN_SIDE
          || row >= THIN_SIDE
          || layer >= THIN_LAYERS) {
        continue;
      }
      int cell = (layer * THIN_SIDE + row) * THIN_SIDE + column;
      if (seen[cell] != stamp) {
        seen[cell] = stamp;
        if (size == chosen.length) {
          chosen = Arrays.copyOf(chosen, 2 * size);
        }
        chosen[size++] = i;
      }
    }
  }
}
