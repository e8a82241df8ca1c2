package io.camber.map.road;

import io.camber.geometry.Pose3;
import io.camber.geometry.Size3;
import io.camber.geometry.Vec3;
import java.util.List;
import java.util.Optional;

/**
 * A thing of the map: pole, building, barrier, crosswalk, parking space. {@code pose} is the middle of its base in the map
 * frame; {@code size} is its box there (a round object has equal length and width, {@code radiusM} above 0).
 *
 * @param outline corners of the base in the map frame, in order, empty when the file gives only a box
 * @param closed true when the outline's last corner joins the first
 * @param parking for parking spaces that say who may use them
 * @param validity lanes the object counts for; empty means all
 */
public record MapObject(
    String id,
    String name,
    String roadId,
    ObjectKind kind,
    String type,
    Orientation orientation,
    double s,
    double t,
    Pose3 pose,
    Size3 size,
    double radiusM,
    List<Vec3> outline,
    boolean closed,
    Optional<ParkingSpace> parking,
    List<LaneRange> validity) {
  public MapObject {
    outline = List.copyOf(outline);
    validity = List.copyOf(validity);
  }
}
