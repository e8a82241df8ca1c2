package io.camber.motion;

import java.util.List;

/** Lane segments to drive, in order; ids are those of the map's lane graph. */
public record Route(long timeNs, List<String> laneIds, boolean reachesGoal) {
  public Route {
    laneIds = List.copyOf(laneIds);
  }
}
