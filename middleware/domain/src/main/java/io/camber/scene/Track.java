package io.camber.scene;

import io.camber.geometry.Box2;
import io.camber.geometry.Numbers;
import io.camber.geometry.Pose2;
import io.camber.geometry.Size3;
import io.camber.geometry.Vec2;

/**
 * One object over time, in the map frame.
 *
 * @param id unique within a run, never reused
 * @param center middle of the footprint; yaw is the body's heading
 * @param velocityMps course velocity in the map frame
 * @param accelMps2 along the course
 * @param existence 0 to 1
 * @param positionStdM one sigma of the centre, per axis
 * @param velocityStdMps one sigma of the velocity, per axis
 * @param ageNs since the first detection
 * @param coastedNs since the last detection; 0 when seen in this frame
 */
public record Track(
    int id,
    ObjectClass objectClass,
    double classConfidence,
    Pose2 center,
    double bottomZ,
    Size3 size,
    Vec2 velocityMps,
    double accelMps2,
    double yawRateRadps,
    double existence,
    double positionStdM,
    double velocityStdMps,
    long ageNs,
    long coastedNs) {
  public Track {
    Numbers.within("classConfidence", classConfidence, 0.0, 1.0);
    Numbers.finite("bottomZ", bottomZ);
    Numbers.finite("accelMps2", accelMps2);
    Numbers.finite("yawRateRadps", yawRateRadps);
    Numbers.within("existence", existence, 0.0, 1.0);
    Numbers.notNegative("positionStdM", positionStdM);
    Numbers.notNegative("velocityStdMps", velocityStdMps);
  }

  public double speedMps() {
    return velocityMps.length();
  }

  public Box2 footprint() {
    return new Box2(center, size.lengthM(), size.widthM());
  }
}
