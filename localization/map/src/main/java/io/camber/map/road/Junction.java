package io.camber.map.road;

import java.util.List;

/** A junction and its connections. */
public record Junction(String id, String name, List<Connection> connections) {
  public Junction {
    connections = List.copyOf(connections);
  }

  public List<String> connectingRoadIds() {
    return connections.stream().map(Connection::connectingRoadId).distinct().toList();
  }

  /**
   * A way from an incoming road into the junction.
   *
   * @param contact the end of the connecting road that meets the incoming one
   */
  public record Connection(
      String incomingRoadId,
      String connectingRoadId,
      ContactPoint contact,
      List<LaneLink> laneLinks) {
    public Connection {
      laneLinks = List.copyOf(laneLinks);
    }
  }

  /** Lane {@code from} of the incoming road runs into lane {@code to} of the connecting road. */
  public record LaneLink(int from, int to) {}
}
