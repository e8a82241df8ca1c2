package io.camber.perception;

import java.util.OptionalDouble;

/** An endless road along the x axis: lanes toward +x for y below 0 and toward -x above. */
public record StraightRoad(double yMin, double yMax) implements RoadContext {
  @Override
  public Surface surfaceAt(double x, double y) {
    double outside = Math.max(0.0, Math.max(yMin - y, y - yMax));
    if (outside == 0.0) {
      return Surface.ROAD;
    }
    return outside <= 1.5 ? Surface.VERGE : outside <= 4.0 ? Surface.WALKWAY : Surface.OUTSIDE;
  }

  @Override
  public OptionalDouble laneYaw(double x, double y) {
    boolean near = y > yMin - 3.0 && y < yMax + 3.0;
    return near ? OptionalDouble.of(y > 0.0 ? Math.PI : 0.0) : OptionalDouble.empty();
  }
}
