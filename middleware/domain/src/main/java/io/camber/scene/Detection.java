package io.camber.scene;

import io.camber.geometry.Numbers;
import io.camber.geometry.Pose2;
import io.camber.geometry.Size3;

/**
 * One object in one sensor frame, in the {@code base_link} frame of the frame's time. The ego's own motion since the
 * measurement is compensated, the object's is not: it is where it was {@code ageNs} before.
 *
 * @param center middle of the footprint
 * @param bottomZ height of the box's lower face
 * @param score 0 to 1, how sure the detector is that there is an object
 * @param classConfidence 0 to 1, how sure it is of the class
 * @param pointCount lidar points on it; 0 for sensors without points
 * @param ageNs how long before the frame's time it was measured: a sweep looks in one direction after the other
 */
public record Detection(
    ObjectClass objectClass,
    Pose2 center,
    double bottomZ,
    Size3 size,
    double score,
    double classConfidence,
    int pointCount,
    long ageNs) {
  public Detection {
    Numbers.finite("bottomZ", bottomZ);
    Numbers.within("score", score, 0.0, 1.0);
    Numbers.within("classConfidence", classConfidence, 0.0, 1.0);
  }
}
