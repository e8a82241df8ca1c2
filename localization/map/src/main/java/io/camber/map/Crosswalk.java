package io.camber.map;

import io.camber.geometry.Vec2;
import java.util.List;

/** A pedestrian crossing: its ground polygon in the map frame, counter-clockwise. */
public record Crosswalk(String id, String roadId, List<Vec2> outline) {
  public Crosswalk {
    outline = List.copyOf(outline);
  }
}
