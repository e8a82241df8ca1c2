package io.camber.planning;

import java.util.List;

/** Lanes of a route in order, and whether they lead to the mission's goal. Empty before the first plan. */
public record RouteView(List<String> laneIds, boolean reachesGoal) {
  public static final RouteView NONE = new RouteView(List.of(), false);

  public RouteView {
    laneIds = List.copyOf(laneIds);
  }
}
