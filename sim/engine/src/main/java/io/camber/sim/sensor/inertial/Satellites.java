package io.camber.sim.sensor.inertial;

import io.camber.geometry.Vec2;
import io.camber.geometry.Vec3;
import io.camber.sim.scene.Hash;
import java.util.Optional;

/**
 * Which satellites a receiver hears among buildings, and what their detours make of the fix. A satellite behind a wall that
 * another wall mirrors is heard too far away by the detour; one in sight and mirrored is heard slightly too far. The errors of
 * the ranges become an error of the place by least squares, as a receiver solves it (Kaplan, Hegarty, Understanding GPS, 2nd ed.,
 * section 7.3). The sky is one of twelve satellites spread evenly, turned by the seed.
 */
final class Satellites {
  /** What buildings do to a fix. */
  record Effect(Vec3 errorM, double extraStdM, int heard) {}

  private static final int COUNT = 12;
  private static final double ELEVATION_MIN = 0.26;
  private static final double ELEVATION_MAX = 1.4;
  private static final double GOLDEN = 2.399963;

  /** Three coordinates and the clock. */
  private static final int UNKNOWNS = 4;

  /** A mirrored signal beside a direct one moves the correlation peak by this share of what it does alone. */
  private static final double BESIDE_DIRECT = 0.2;

  private final Facades facades;
  private final double share;
  private final double turn;

  /** A receiver that takes a share of a detour as range. */
  Satellites(Facades facades, double share, long seed) {
    this.facades = facades;
    this.share = share;
    turn = 2.0 * Math.PI * Hash.unit(Hash.mix(seed));
  }

  /** The effect at a place; empty with fewer than four satellites. */
  Optional<Effect> at(Vec3 place) {
    double[][] normal = new double[UNKNOWNS][UNKNOWNS + 1];
    double sum = 0.0;
    int heard = 0;
    for (int i = 0; i < COUNT; i++) {
      double elevation =
          ELEVATION_MIN + (ELEVATION_MAX - ELEVATION_MIN) * Math.sqrt((i + 0.5) / COUNT);
      double azimuth = turn + GOLDEN * i;
      Vec2 towards = new Vec2(StrictMath.cos(azimuth), StrictMath.sin(azimuth));
      double tangent = StrictMath.tan(elevation);
      boolean isHidden = facades.hides(place, towards, tangent);
      double echo = facades.echoM(place, towards, tangent);
      if (isHidden && echo == 0.0) {
        continue;
      }
      heard++;
      double range = share * echo * (isHidden ? 1.0 : BESIDE_DIRECT);
      sum += range * range;
      double cosine = StrictMath.cos(elevation);
      double[] row = {-cosine * towards.x(), -cosine * towards.y(), -StrictMath.sin(elevation), 1.0
      };
      for (int a = 0; a < UNKNOWNS; a++) {
        for (int b = 0; b < UNKNOWNS; b++) {
          normal[a][b] += row[a] * row[b];
        }
        normal[a][UNKNOWNS] += row[a] * range;
      }
    }
    if (heard < UNKNOWNS || !solve(normal)) {
      return Optional.empty();
    }
    return Optional.of(new Effect(
        new Vec3(normal[0][UNKNOWNS], normal[1][UNKNOWNS], normal[2][UNKNOWNS]),
        Math.sqrt(sum / heard),
        heard));
  }

  /** Gauss with pivots; false when the satellites lie on a line. The last column becomes the solution. */
  private static boolean solve(double[][] m) {
    for (int column = 0; column < UNKNOWNS; column++) {
      int pivot = column;
      for (int row = column + 1; row < UNKNOWNS; row++) {
        if (Math.abs(m[row][column]) > Math.abs(m[pivot][column])) {
          pivot = row;
        }
      }
      double[] swapped = m[column];
      m[column] = m[pivot];
      m[pivot] = swapped;
      if (Math.abs(m[column][column]) < 1e-6) {
        return false;
      }
      for (int row = 0; row < UNKNOWNS; row++) {
        double factor = row == column ? 0.0 : m[row][column] / m[column][column];
        for (int k = column; factor != 0.0 && k <= UNKNOWNS; k++) {
          m[row][k] -= factor * m[column][k];
        }
      }
    }
    for (int row = 0; row < UNKNOWNS; row++) {
      m[row][UNKNOWNS] /= m[row][row];
    }
    return true;
  }
}
