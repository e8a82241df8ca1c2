package io.camber.evaluation.forecast;

import io.camber.geometry.Vec2;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** One possible future: where somebody would be at each of the times asked about, and perhaps at later ones. Never changes. */
public final class Mode {
  private final double probability;
  private final double[] x;
  private final double[] y;

  /** @param positions at the times asked about */
  public Mode(double probability, List<Vec2> positions) {
    this(
        probability,
        positions.stream().mapToDouble(Vec2::x).toArray(),
        positions.stream().mapToDouble(Vec2::y).toArray());
  }

  /** Coordinates at the times asked about; nobody else may write to the arrays from now on. */
  public Mode(double probability, double[] x, double[] y) {
    this.probability = probability;
    this.x = x;
    this.y = y;
  }

  /** The same modes, the likeliest first, of equally likely ones the first. */
  public static List<Mode> likeliestFirst(List<Mode> modes) {
    List<Mode> sorted = new ArrayList<>(modes);
    sorted.sort(Comparator.comparingDouble(Mode::probability).reversed());
    return sorted;
  }

  /** Of all modes of a forecast they sum to 1. */
  public double probability() {
    return probability;
  }

  /** At that step. */
  public Vec2 position(int step) {
    return new Vec2(x[step], y[step]);
  }

  double distanceM(int step, double toX, double toY) {
    return Math.sqrt(squaredM(step, toX, toY));
  }

  double squaredM(int step, double toX, double toY) {
    double dx = x[step] - toX;
    double dy = y[step] - toY;
    return dx * dx + dy * dy;
  }
}
