package io.camber.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class ArcTableTest {
  private static final int NODES = 60;

  private final Random random = new Random(1);
  private final double[] stations = new double[NODES];
  private final CenterLine.Foot[] feet = new CenterLine.Foot[NODES];

  /** A line through nodes that turns by up to {@code bend} at each; between them it is asked for its speed alone. */
  private ArcTable line(double bend, double stepM) {
    double x = 0.0;
    double y = 0.0;
    double yaw = 0.0;
    for (int i = 0; i < NODES; i++) {
      stations[i] = i;
      feet[i] = new CenterLine.Foot(x, y, StrictMath.cos(yaw), StrictMath.sin(yaw), stepM);
      yaw += bend * (2.0 * random.nextDouble() - 1.0);
      x += stepM * StrictMath.cos(yaw);
      y += stepM * StrictMath.sin(yaw);
    }
    return ArcTable.of(stations.clone(), s -> feet[(int) Math.rint(s)]);
  }

  private int nearestOfAll(double x, double y) {
    int best = 0;
    for (int i = 1; i < NODES; i++) {
      best = squared(i, x, y) < squared(best, x, y) ? i : best;
    }
    return best;
  }

  private double squared(int i, double x, double y) {
    double dx = x - feet[i].x();
    double dy = y - feet[i].y();
    return dx * dx + dy * dy;
  }

  private void agreesWithAll(ArcTable table, double spreadM) {
    for (int i = 0; i < 300; i++) {
      CenterLine.Foot near = feet[random.nextInt(NODES)];
      double x = near.x() + spreadM * random.nextGaussian();
      double y = near.y() + spreadM * random.nextGaussian();
      assertThat(table.nearestS(x, y)).isEqualTo(nearestOfAll(x, y));
    }
  }

  @Test
  void findsTheNearestNodeOfALineHoweverItWinds() {
    for (double bend : new double[] {0.0, 0.05, 0.5, 1.5, 3.0}) {
      for (int i = 0; i < 20; i++) {
        ArcTable table = line(bend, 2.0);
        agreesWithAll(table, 1.0);
        agreesWithAll(table, 40.0);
      }
    }
  }

  @Test
  void takesTheFirstOfEquallyNearNodes() {
    ArcTable table = line(0.0, 2.0);

    assertThat(table.nearestS(3.0, 5.0)).isEqualTo(1.0);
    assertThat(table.nearestS(101.0, -0.5)).isEqualTo(50.0);
    assertThat(line(0.0, 0.0).nearestS(7.0, 7.0)).isZero();
  }
}
