package io.camber.map.road;

import io.camber.geometry.Vec3;
import java.util.List;

/**
 * One painted stripe as it lies on the road: the middle line of the paint in the map frame. Dashes come as separate stripes,
 * double lines as two.
 *
 * @param type the mark the stripe belongs to
 * @param widthM width of the paint
 */
public record Marking(
    String roadId, MarkType type, MarkColor color, double widthM, List<Vec3> points) {
  public Marking {
    points = List.copyOf(points);
  }
}
