package io.camber.map.road;

import java.util.List;

/**
 * A way for pedestrians across the roads of a junction.
 *
 * @param crossingRoadId the road that is walked on
 * @param ends where it meets other roads: its start, then its end, as far as the file says
 */
public record CrossPath(String id, String crossingRoadId, List<End> ends) {
  public CrossPath {
    ends = List.copyOf(ends);
  }

  /** Lane {@code fromLane} of road {@code roadId} at station {@code s} runs into lane {@code toLane} of the crossing road. */
  public record End(String roadId, double s, int fromLane, int toLane) {}
}
