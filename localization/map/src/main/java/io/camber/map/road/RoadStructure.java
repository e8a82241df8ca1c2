package io.camber.map.road;

import java.util.List;

/**
 * A stretch of road inside a tunnel or on a bridge.
 *
 * @param type the file's word, such as standard, underpass, concrete
 * @param validity lanes concerned; empty means all
 */
public record RoadStructure(
    Kind kind,
    String id,
    String name,
    double s,
    double lengthM,
    String type,
    List<LaneRange> validity) {
  public RoadStructure {
    validity = List.copyOf(validity);
  }

  /** Tunnel or bridge. */
  public enum Kind {
    TUNNEL,
    BRIDGE
  }

  /** Whether a lane is inside or upon it at a road station. */
  public boolean covers(int laneNumber, double roadS) {
    return roadS >= s && roadS <= s + lengthM && LaneRange.anyHolds(validity, laneNumber);
  }
}
