package io.camber.truth;

import io.camber.geometry.Box2;
import io.camber.geometry.Pose2;
import io.camber.geometry.Pose3;
import io.camber.geometry.Size3;
import io.camber.geometry.Vec2;
import io.camber.scene.ObjectClass;

/**
 * True state of one entity of the scenario.
 *
 * @param name the entity's name in the scenario, unique
 * @param kind what it is in the scenario's words, such as {@code "car"}, {@code "van"}, {@code "pedestrian"}, {@code "barrier"}
 * @param mapFromReference pose of the OpenSCENARIO reference point: rear axle on the ground for vehicles
 * @param centerOffsetM from the reference point forward to the middle of the bounding box
 * @param centerOffsetLeftM from the reference point leftward to the middle of the bounding box
 * @param speedMps along the body, reverse negative
 * @param wheelAngle road-wheel angle, rad, left positive
 */
public record ActorTruth(
    String name,
    ObjectClass objectClass,
    String kind,
    Pose3 mapFromReference,
    Size3 size,
    double centerOffsetM,
    double centerOffsetLeftM,
    double speedMps,
    double accelMps2,
    double yawRateRadps,
    double wheelAngle,
    ActorLights lights) {

  /** Velocity of the reference point in the map frame. */
  public Vec2 velocityMps() {
    return mapFromReference.toPose2().forward().times(speedMps);
  }

  public Box2 footprint() {
    Pose2 reference = mapFromReference.toPose2();
    Vec2 middle = reference.apply(new Vec2(centerOffsetM, centerOffsetLeftM));
    return new Box2(
        new Pose2(middle.x(), middle.y(), reference.yaw()), size.lengthM(), size.widthM());
  }
}
