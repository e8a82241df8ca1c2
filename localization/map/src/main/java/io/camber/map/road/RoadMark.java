package io.camber.map.road;

import java.util.List;

/**
 * A mark along the outer border of a lane, from road station {@code s} until the next mark of the lane begins.
 *
 * @param widthM width of one stripe
 * @param stripes the stripes in detail; empty when the file names only the type
 * @param explicit true when each stripe is painted once, at its own place, instead of repeating
 */
public record RoadMark(
    double s,
    MarkType type,
    MarkColor color,
    boolean bold,
    double widthM,
    LaneChange laneChange,
    List<MarkStripe> stripes,
    boolean explicit) {
  public RoadMark {
    stripes = List.copyOf(stripes);
  }
}
