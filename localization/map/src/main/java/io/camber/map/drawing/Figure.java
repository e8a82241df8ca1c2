package io.camber.map.drawing;

import io.camber.geometry.Vec2;
import java.awt.Color;
import java.util.List;

/** Something drawn over the map: a filled polygon in the map frame. */
public record Figure(List<Vec2> outline, Color color) {
  public Figure {
    outline = List.copyOf(outline);
  }
}
