package io.camber.sim.scenario.condition;

import io.camber.sim.scenario.document.Node;
import io.camber.sim.scenario.entity.DistanceKind;
import io.camber.sim.scenario.entity.Distances.Measure;
import io.camber.sim.scenario.entity.Frame;

/** Reads how a condition measures distance; "alongRoute" is what version 1.0 says for the road's coordinate system. */
final class Measures {
  private Measures() {}

  static Measure read(Node node, DistanceKind kindByDefault) {
    boolean old = node.has("alongRoute") && node.truth("alongRoute", false);
    boolean silent = !node.has("coordinateSystem") && !node.has("relativeDistanceType");
    Frame frame =
        node.oneOf("coordinateSystem", Frame.class, old && silent ? Frame.ROAD : Frame.ENTITY);
    DistanceKind kind = node.oneOf(
        "relativeDistanceType",
        DistanceKind.class,
        old && silent ? DistanceKind.LONGITUDINAL : kindByDefault);
    node.ignoreAttributes("routingAlgorithm");
    return new Measure(frame, kind, node.truth("freespace", false));
  }
}
