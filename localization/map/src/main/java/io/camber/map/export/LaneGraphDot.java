package io.camber.map.export;

import io.camber.map.LaneSegment;
import io.camber.map.RoadMap;

/** The drivable part of the lane graph in Graphviz's language: arrows to successors, dashed lines between neighbours. */
public final class LaneGraphDot {
  private LaneGraphDot() {}

  public static String of(RoadMap map) {
    StringBuilder dot = new StringBuilder("digraph lanes {\n  node [shape=box];\n");
    for (LaneSegment lane : map.lanes()) {
      if (!lane.isDrivable()) {
        continue;
      }
      String id = JsonText.quoted(lane.id());
      dot.append("  ").append(id);
      dot.append(lane.inJunction() ? " [style=filled, fillcolor=lightgrey];\n" : ";\n");
      for (String next : lane.successors()) {
        if (map.lane(next).isDrivable()) {
          dot.append("  ")
              .append(id)
              .append(" -> ")
              .append(JsonText.quoted(next))
              .append(";\n");
        }
      }
      lane.rightNeighbour()
          .ifPresent(right -> dot.append("  ")
              .append(id)
              .append(" -> ")
              .append(JsonText.quoted(right))
              .append(" [dir=none, style=dashed, constraint=false];\n"));
    }
    return dot.append("}\n").toString();
  }
}
