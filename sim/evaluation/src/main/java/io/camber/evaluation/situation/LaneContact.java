package io.camber.evaluation.situation;

import io.camber.map.LanePosition;
import java.util.Optional;

/**
 * How the ego stands on the road.
 *
 * @param center the drivable lane under the box centre, one of its own direction preferred
 * @param againstLane true when every drivable lane under the centre runs the other way
 * @param cornerOutsideM how far the farthest corner lies outside the drivable area, 0 inside
 * @param areaOutsideM2 how much of the footprint lies outside of it, by 216 points spread over it
 * @param withinOneLane true when all corners lie in one lane or one row of connected lanes
 * @param speedLimitMps at the centre; infinite when the map is silent
 */
public record LaneContact(
    Optional<LanePosition> center,
    boolean againstLane,
    double cornerOutsideM,
    double areaOutsideM2,
    boolean withinOneLane,
    double speedLimitMps) {
  /** Far from any road: a map without lanes, or nowhere. */
  public static final LaneContact NONE =
      new LaneContact(Optional.empty(), false, 0.0, 0.0, true, Double.POSITIVE_INFINITY);

  public boolean inJunction() {
    return center.isPresent() && center.get().lane().inJunction();
  }
}
