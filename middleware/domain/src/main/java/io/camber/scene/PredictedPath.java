package io.camber.scene;

import io.camber.geometry.Numbers;
import java.util.List;

/** One mode of a future: a name for people, a probability, points in rising time. */
public record PredictedPath(String mode, double probability, List<PredictedPoint> points) {
  public PredictedPath {
    Numbers.within("probability", probability, 0.0, 1.0);
    points = List.copyOf(points);
  }
}
