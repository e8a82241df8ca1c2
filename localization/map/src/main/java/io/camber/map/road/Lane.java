package io.camber.map.road;

import io.camber.map.geometry.Profile;
import java.util.List;

/**
 * A lane of one lane section, as the file describes it. Stations are those of the road.
 *
 * @param number positive left of the reference line, 0 the centre lane without width
 * @param width width over s, or with {@code border} the t of the outer border over s
 * @param level true for lanes that stay level where the road is banked
 * @param reversed true when traffic runs against the side's usual direction
 * @param predecessors lanes that continue this one at its lower s end
 */
public record Lane(
    int number,
    LaneType type,
    boolean level,
    boolean reversed,
    Profile width,
    boolean border,
    List<LaneHeight> heights,
    List<RoadMark> marks,
    List<SpeedLimit> speedLimits,
    List<Integer> predecessors,
    List<Integer> successors) {
  public Lane {
    heights = List.copyOf(heights);
    marks = List.copyOf(marks);
    speedLimits = List.copyOf(speedLimits);
    predecessors = List.copyOf(predecessors);
    successors = List.copyOf(successors);
  }

  /** Height above the road plane at a fraction of the width, 0 at the inner border and 1 at the outer one. */
  double heightAt(double s, double fraction) {
    double found = 0.0;
    for (LaneHeight height : heights) {
      if (height.s() <= s + 1e-9) {
        found = height.innerM() + fraction * (height.outerM() - height.innerM());
      }
    }
    return found;
  }
}
