package io.camber.sim.dynamics.manoeuvre;

import io.camber.geometry.Vec2;
import java.util.List;

/**
 * A line of a plot.
 *
 * @param isReference true for what is expected, false for what the vehicle did
 */
public record Curve(String name, boolean isReference, List<Vec2> points) {
  public Curve {
    points = List.copyOf(points);
  }

  /** What the vehicle did. */
  public static Curve driven(String name, List<Vec2> points) {
    return new Curve(name, false, points);
  }

  /** What is expected. */
  public static Curve expected(String name, List<Vec2> points) {
    return new Curve(name, true, points);
  }
}
