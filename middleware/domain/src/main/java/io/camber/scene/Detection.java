package io.camber.scene;

import io.camber.geometry.Box2;
import io.camber.geometry.Numbers;
import io.camber.geometry.Pose2;
import io.camber.geometry.Size3;

/**
 * One object in one sensor frame, in the {@code base_link} frame of the measurement time.
 *
 * @param center middle of the footprint
 * @param bottomZ height of the box's lower face
 * @param score 0 to 1, how sure the detector is that there is an object
 * @param classConfidence 0 to 1, how sure it is of the class
 * @param pointCount lidar points on it; 0 for sensors without points
 */
public record Detection(
    ObjectClass objectClass,
    Pose2 center,
    double bottomZ,
    Size3 size,
    double score,
    double classConfidence,
    int pointCount) {
  public Detection {
    Numbers.finite("bottomZ", bottomZ);
    Numbers.within("score", score, 0.0, 1.0);
    Numbers.within("classConfidence", classConfidence, 0.0, 1.0);
  }

  public Box2 footprint() {
    return new Box2(center, size.lengthM(), size.widthM());
  }
}
