package io.camber.map.road;

import java.util.List;

/** A junction and the roads that lead through it. */
public record Junction(String id, String name, List<String> connectingRoadIds) {
  public Junction {
    connectingRoadIds = List.copyOf(connectingRoadIds);
  }
}
