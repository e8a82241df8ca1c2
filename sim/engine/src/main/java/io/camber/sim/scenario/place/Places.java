package io.camber.sim.scenario.place;

import io.camber.sim.scenario.document.Node;
import io.camber.sim.scenario.document.Plays;

/** Reads Position elements. */
@Plays("Position")
public final class Places {
  private Places() {}

  /** Reads the content of an element of type Position. */
  public static Place read(Node position) {
    Node kind = position.choice();
    return switch (kind.name()) {
      case "WorldPosition" -> WorldPlace.read(kind);
      case "LanePosition" -> LanePlace.read(kind);
      case "RoadPosition" -> RoadPlace.read(kind);
      case "RelativeWorldPosition" -> RelativeWorldPlace.read(kind);
      case "RelativeObjectPosition" -> RelativeObjectPlace.read(kind);
      case "RelativeLanePosition" -> RelativeLanePlace.read(kind);
      case "RelativeRoadPosition" -> RelativeRoadPlace.read(kind);
      case "RoutePosition" -> RoutePlace.read(kind);
      case "TrajectoryPosition" -> TrajectoryPlace.read(kind);
      case "GeoPosition" -> GeoPlace.read(kind);
      default -> throw kind.error("<" + kind.name() + "> is not a position");
    };
  }
}
