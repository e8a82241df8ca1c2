package io.camber.sim.scenario.place;

import io.camber.sim.scenario.document.Node;
import io.camber.sim.scenario.document.Plays;
import io.camber.sim.scenario.road.RoadCursor;

/**
 * The Orientation of a position; angles NaN where the file is silent.
 *
 * @param relative true when the angles count from the reference that the kind of position defines
 */
@Plays("Orientation")
record Turn(double yaw, double pitch, double roll, boolean relative) {
  /** Whether an orientation is relative to its reference or to the map frame. */
  enum Reference {
    RELATIVE,
    ABSOLUTE
  }

  static Turn read(Node position) {
    return position
        .find("Orientation")
        .map(node -> new Turn(
            node.finite("h", Double.NaN),
            node.finite("p", Double.NaN),
            node.finite("r", Double.NaN),
            node.oneOf("type", Reference.class, Reference.ABSOLUTE) == Reference.RELATIVE))
        .orElse(new Turn(Double.NaN, Double.NaN, Double.NaN, true));
  }

  /** The same in axes that are turned by {@code angle}; for absolute angles. */
  Turn turnedBy(double angle) {
    return new Turn(yaw + angle, pitch, roll, relative);
  }

  boolean hasYaw() {
    return !Double.isNaN(yaw);
  }

  double yawOrZero() {
    return hasYaw() ? yaw : 0.0;
  }

  /** Turns the cursor from {@code base}, an angle relative to increasing s of the road. */
  void applyToRoad(RoadCursor cursor, double base) {
    if (hasYaw() && !relative) {
      cursor.setYaw(yaw);
    } else {
      cursor.setRelativeYaw(base + yawOrZero());
    }
    lean(cursor);
  }

  /** Turns the cursor from {@code base}, an angle of the map frame. */
  void applyToMap(RoadCursor cursor, double base) {
    cursor.setYaw(hasYaw() && !relative ? yaw : base + yawOrZero());
    lean(cursor);
  }

  private void lean(RoadCursor cursor) {
    if (!Double.isNaN(pitch) || !Double.isNaN(roll)) {
      double p = Double.isNaN(pitch) ? cursor.pitch() : relative ? cursor.pitch() + pitch : pitch;
      double r = Double.isNaN(roll) ? cursor.roll() : relative ? cursor.roll() + roll : roll;
      cursor.setPitchRoll(p, r);
    }
  }
}
