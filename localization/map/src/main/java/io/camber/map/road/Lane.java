package io.camber.map.road;

import io.camber.map.geometry.Profile;
import java.util.List;
import java.util.Optional;

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
    List<LaneMaterial> materials,
    List<LaneAccess> accesses,
    List<Integer> predecessors,
    List<Integer> successors) {
  public Lane {
    heights = List.copyOf(heights);
    marks = List.copyOf(marks);
    speedLimits = List.copyOf(speedLimits);
    materials = List.copyOf(materials);
    accesses = List.copyOf(accesses);
    predecessors = List.copyOf(predecessors);
    successors = List.copyOf(successors);
  }

  Lane withLinks(List<Integer> otherPredecessors, List<Integer> otherSuccessors) {
    return new Lane(
        number,
        type,
        level,
        reversed,
        width,
        border,
        heights,
        marks,
        speedLimits,
        materials,
        accesses,
        otherPredecessors,
        otherSuccessors);
  }

  /** What the lane is made of at a road station; empty when the file is silent. */
  public Optional<LaneMaterial> materialAt(double s) {
    return LaneMaterial.at(materials, s);
  }

  /** Whether a kind of road user, in the file's words (bus, truck, bicycle), may use the lane at a road station. */
  public boolean permits(String user, double s) {
    return LaneAccess.permits(accesses, user, s);
  }

  /** Height above the road plane at a fraction of the width, 0 at the inner border and 1 at the outer one. */
  double heightAt(double s, double fraction) {
    if (heights.isEmpty() || s < heights.get(0).s() - 1e-9) {
      return 0.0;
    }
    int i = 0;
    while (i + 1 < heights.size() && heights.get(i + 1).s() <= s) {
      i++;
    }
    double here = heights.get(i).at(fraction);
    if (i + 1 == heights.size()) {
      return here;
    }
    LaneHeight next = heights.get(i + 1);
    double along = (s - heights.get(i).s()) / (next.s() - heights.get(i).s());
    return here + along * (next.at(fraction) - here);
  }
}
