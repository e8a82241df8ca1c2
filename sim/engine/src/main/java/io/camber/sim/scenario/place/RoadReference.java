package io.camber.sim.scenario.place;

import io.camber.map.road.Road;
import io.camber.sim.scenario.document.Node;
import io.camber.sim.scenario.entity.Stage;

/** The road a position names, and the place in the file that names it. */
record RoadReference(String roadId, Node node) {
  static RoadReference read(Node node) {
    return new RoadReference(node.text("roadId"), node);
  }

  Road on(Stage stage) {
    return stage
        .net()
        .map()
        .findRoad(roadId)
        .orElseThrow(
            () -> node.error("the map " + stage.net().map().name() + " has no road " + roadId));
  }
}
