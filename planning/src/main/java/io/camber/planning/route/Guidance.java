package io.camber.planning.route;

import java.util.List;

/**
 * Where the route leads from here.
 *
 * @param s station of the pose asked for
 * @param stops on the reference line, ordered by station
 * @param laneIds lanes of the route in order
 * @param reachesGoal false when the mission has no goal or no way leads there
 * @param change the lane change that comes next, if any
 */
public record Guidance(
    ReferenceLine line,
    double s,
    List<StopPoint> stops,
    List<String> laneIds,
    boolean reachesGoal,
    LaneChangeWish change) {
  public Guidance {
    stops = List.copyOf(stops);
    laneIds = List.copyOf(laneIds);
  }
}
