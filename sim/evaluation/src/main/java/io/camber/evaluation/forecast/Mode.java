package io.camber.evaluation.forecast;

import io.camber.geometry.Vec2;
import java.util.List;

/** One possible future: where somebody would be at each of the times asked about. */
public record Mode(double probability, List<Vec2> positions) {
  public Mode {
    positions = List.copyOf(positions);
  }
}
