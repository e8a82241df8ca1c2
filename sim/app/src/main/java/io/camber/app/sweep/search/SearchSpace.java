package io.camber.app.sweep.search;

import io.camber.sim.scenario.distribution.Axis;
import io.camber.sim.scenario.distribution.ParameterSpace;
import java.util.ArrayList;
import java.util.List;

/**
 * The combinations of a parameter space as cells of a cube: each axis that varies, of numbers or of words, is cut into as many
 * equal parts as it has values.
 */
public final class SearchSpace {
  private final long[] sizes;
  /** Axes with more than one value. */
  private final List<Integer> varied = new ArrayList<>();

  public SearchSpace(ParameterSpace space) {
    List<Axis> axes = space.axes();
    sizes = new long[axes.size()];
    for (int i = 0; i < sizes.length; i++) {
      sizes[i] = axes.get(i).size();
      if (sizes[i] > 1) {
        varied.add(i);
      }
    }
  }

  /** How many axes vary. */
  public int dimension() {
    return varied.size();
  }

  /** Number of the combination whose cell holds a point of the cube from 0 to 1. */
  public long combination(double[] point) {
    long combination = 0;
    int next = 0;
    for (int i = 0; i < sizes.length; i++) {
      long place = 0;
      if (next < varied.size() && varied.get(next) == i) {
        place = Math.max(0, Math.min(sizes[i] - 1, (long) (point[next] * sizes[i])));
        next++;
      }
      combination = combination * sizes[i] + place;
    }
    return combination;
  }
}
