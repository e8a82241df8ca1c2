package io.camber.map.road;

import java.util.List;
import java.util.Optional;

/**
 * A junction and its connections.
 *
 * @param span the stretch of the main road, of virtual junctions only
 */
public record Junction(
    String id,
    String name,
    JunctionKind kind,
    List<Connection> connections,
    List<JunctionPriority> priorities,
    List<CrossPath> crossPaths,
    Optional<VirtualSpan> span) {
  public Junction {
    connections = List.copyOf(connections);
    priorities = List.copyOf(priorities);
    crossPaths = List.copyOf(crossPaths);
  }

  /** A common junction of connections alone. */
  public Junction(String id, String name, List<Connection> connections) {
    this(id, name, JunctionKind.DEFAULT, connections, List.of(), List.of(), Optional.empty());
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
