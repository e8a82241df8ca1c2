package io.camber.map.road;

import io.camber.geometry.Pose3;
import java.util.Optional;

/**
 * A traffic light or sign. {@code s}, {@code t} are road coordinates of its place; {@code pose} is the middle of its lower
 * edge in the map frame, x axis facing the traffic it is meant for.
 *
 * @param dynamic true for traffic lights
 * @param type code of the country's catalogue, such as 1000001 (light), 206 (stop), 205 (yield), 274 (speed limit)
 * @param value as in the file, NaN when absent
 * @param heightM of the signal itself, 0 when the file is silent
 * @param widthM of the signal itself, 0 when the file is silent
 */
public record Signal(
    String id,
    String name,
    String roadId,
    double s,
    double t,
    Orientation orientation,
    boolean dynamic,
    String country,
    String type,
    String subtype,
    double value,
    String unit,
    String text,
    Pose3 pose,
    double heightM,
    double widthM) {

  /** What this signal may make a car stop for; empty for all other signs, and for lights that are not for cars. */
  public Optional<StopKind> stopKind() {
    if (dynamic) {
      return isCarLight() ? Optional.of(StopKind.LIGHT) : Optional.empty();
    }
    return switch (type) {
      case "206", "R1-1" -> Optional.of(StopKind.STOP);
      case "205", "R1-2" -> Optional.of(StopKind.YIELD);
      default -> Optional.empty();
    };
  }

  /**
   * Lights have codes from 1000000 on in the standard's own catalogue; those left out here are for pedestrians, bicycles and
   * trams. Other dynamic codes are variable signs. A dynamic signal without a code is taken as a light.
   */
  private boolean isCarLight() {
    return switch (type) {
      case "1000002", "1000007", "1000013", "1000014", "1000015" -> false;
      case "", "-1", "none" -> true;
      default -> type.startsWith("10000") && type.length() == 7;
    };
  }

  /** The same signal at another pose. */
  public Signal withPose(Pose3 other) {
    return new Signal(
        id,
        name,
        roadId,
        s,
        t,
        orientation,
        dynamic,
        country,
        type,
        subtype,
        value,
        unit,
        text,
        other,
        heightM,
        widthM);
  }
}
