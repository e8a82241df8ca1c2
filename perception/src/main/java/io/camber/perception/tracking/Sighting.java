package io.camber.perception.tracking;

import io.camber.geometry.Pose2;
import io.camber.geometry.Pose3;
import io.camber.geometry.Vec2;
import io.camber.geometry.Vec3;
import io.camber.scene.Detection;

/**
 * A detection carried into the map frame.
 *
 * @param center middle of the footprint in the map
 * @param rangeM from the sensor
 */
record Sighting(Detection detection, Pose2 center, double bottomZ, double rangeM) {

  static Sighting of(Detection detection, Pose3 mapFromBase, Vec2 sensor) {
    Pose2 center = mapFromBase.toPose2().times(detection.center());
    Vec3 bottom = mapFromBase.apply(
        new Vec3(detection.center().x(), detection.center().y(), detection.bottomZ()));
    return new Sighting(detection, center, bottom.z(), center.position().distanceTo(sensor));
  }

  /** The same elsewhere. */
  Sighting at(Vec2 place) {
    return new Sighting(detection, new Pose2(place.x(), place.y(), center.yaw()), bottomZ, rangeM);
  }

  /** How long before the frame's time it was seen. */
  double ageS() {
    return detection.ageNs() * 1e-9;
  }

  double lengthM() {
    return detection.size().lengthM();
  }

  double widthM() {
    return detection.size().widthM();
  }
}
