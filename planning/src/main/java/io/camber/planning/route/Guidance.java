package io.camber.planning.route;

import java.util.List;

/**
 * Where the route leads from here.
 *
 * @param stops on the reference line, ordered by station
 * @param laneIds lanes of the route in order
 * @param reachesGoal false when the mission has no goal or no way leads there
 * @param change the lane change that comes next, if any
 * @param fresh true when the line is not that of the last call
 */
public record Guidance(
    ReferenceLine line,
    List<StopPoint> stops,
    List<String> laneIds,
    boolean reachesGoal,
    LaneChangeWish change,
    boolean fresh) {
  public Guidance {
    stops = List.copyOf(stops);
    laneIds = List.copyOf(laneIds);
  }
}
