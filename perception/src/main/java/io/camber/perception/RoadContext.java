package io.camber.perception;

import java.util.OptionalDouble;

/** The map as perception uses it, in map coordinates. */
public interface RoadContext {
  /** Knows nothing: every place may be road, no lane has a direction. For driving before a map or a pose arrived. */
  RoadContext UNMAPPED = new RoadContext() {
    @Override
    public Surface surfaceAt(double x, double y) {
      return Surface.ROAD;
    }

    @Override
    public OptionalDouble laneYaw(double x, double y) {
      return OptionalDouble.empty();
    }

    @Override
    public boolean isMapped() {
      return false;
    }
  };

  Surface surfaceAt(double x, double y);

  /** Driving direction of the lane at a place, if the place is on or right beside a driving lane. */
  OptionalDouble laneYaw(double x, double y);

  /** False when answers carry no knowledge. */
  default boolean isMapped() {
    return true;
  }
}
