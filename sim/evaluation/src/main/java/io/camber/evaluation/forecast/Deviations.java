package io.camber.evaluation.forecast;

import io.camber.geometry.Vec2;
import java.util.ArrayList;
import java.util.List;

/** How far the modes of a forecast were from what then happened, step by step. Owned by one thread. */
public final class Deviations {
  private final List<Mode> modes;
  private final List<Vec2> actual = new ArrayList<>();
  private final List<double[]> sumsM = new ArrayList<>();

  /** @param modes the likeliest first */
  public Deviations(List<Mode> modes) {
    this.modes = List.copyOf(modes);
  }

  /** Takes in where the object was at the next step; every mode must go as far. */
  public void add(Vec2 position) {
    int step = actual.size();
    double[] sums = new double[modes.size()];
    for (int i = 0; i < sums.length; i++) {
      double before = step == 0 ? 0.0 : sumsM.get(step - 1)[i];
      sums[i] = before + modes.get(i).positions().get(step).distanceTo(position);
    }
    actual.add(position);
    sumsM.add(sums);
  }

  /** Steps taken in. */
  public int steps() {
    return actual.size();
  }

  List<Mode> modes() {
    return modes;
  }

  Vec2 actual(int step) {
    return actual.get(step);
  }

  /** Mean distance of a mode over the first steps. */
  public double meanM(int mode, int steps) {
    return sumsM.get(steps - 1)[mode] / steps;
  }

  /** Distance of a mode at the last of the first steps. */
  public double finalM(int mode, int steps) {
    return modes.get(mode).positions().get(steps - 1).distanceTo(actual.get(steps - 1));
  }
}
