package io.camber.perception.lidar;

import io.camber.geometry.Box2;
import io.camber.geometry.Pose2;
import io.camber.geometry.Size3;
import io.camber.geometry.Vec2;
import io.camber.scene.Detection;
import io.camber.scene.ObjectClass;
import java.util.Optional;

/**
 * A cluster with its verdict, before fragments are merged.
 *
 * @param isHidden something nearer hides part of it
 * @param roughnessM of the outline, 0 when not known
 * @param ifCar footprint that a car would have of which this is the lower near end; empty when it cannot be one
 */
record Candidate(
    Cluster cluster,
    ClassGuess guess,
    Pose2 center,
    Size3 size,
    boolean isHidden,
    double roughnessM,
    Optional<Box2> ifCar) {
  /** Thinnest box reported. */
  static final double EXTENT_M_MIN = 0.15;

  /** Points that make half of full certainty that something is there. */
  private static final double HALF_SURE_POINTS = 4.0;

  ObjectClass objectClass() {
    return guess.objectClass();
  }

  /** The same points as an obstacle of which nothing is claimed, as large as it is seen. */
  Candidate withoutClass() {
    Rectangle box = Rectangle.around(cluster, center.yaw());
    boolean isAlongU = box.uLengthM() >= box.vLengthM();
    Size3 seen = new Size3(
        Math.max(EXTENT_M_MIN, isAlongU ? box.uLengthM() : box.vLengthM()),
        Math.max(EXTENT_M_MIN, isAlongU ? box.vLengthM() : box.uLengthM()),
        cluster.heightMax);
    ClassGuess unknown = new ClassGuess(ObjectClass.UNKNOWN, 0.5, isAlongU, seen);
    return new Candidate(
        cluster,
        unknown,
        BoxCompletion.pose(box, unknown, center.yaw()),
        seen,
        isHidden,
        roughnessM,
        Optional.empty());
  }

  Box2 footprint() {
    return new Box2(center, size.lengthM(), size.widthM());
  }

  /** Share of this candidate's points inside a footprint widened by a margin. */
  double shareInside(Box2 box, double marginM) {
    double c = StrictMath.cos(box.center().yaw());
    double s = StrictMath.sin(box.center().yaw());
    double halfLength = 0.5 * box.lengthM() + marginM;
    double halfWidth = 0.5 * box.widthM() + marginM;
    int inside = 0;
    for (int i = 0; i < cluster.size(); i++) {
      double dx = cluster.x[i] - box.center().x();
      double dy = cluster.y[i] - box.center().y();
      if (Math.abs(c * dx + s * dy) <= halfLength && Math.abs(-s * dx + c * dy) <= halfWidth) {
        inside++;
      }
    }
    return (double) inside / cluster.size();
  }

  double score() {
    double n = cluster.size();
    double certain = n / (n + HALF_SURE_POINTS);
    return objectClass() == ObjectClass.UNKNOWN
        ? 0.85 * certain
        : certain * (0.7 + 0.3 * guess.confidence());
  }

  /** As it is reported, as sure as {@code score} that something is there. */
  Detection toDetection(double score) {
    return new Detection(
        objectClass(),
        center,
        cluster.bottomZ,
        size,
        score,
        guess.confidence(),
        cluster.size(),
        Math.round(cluster.ageS * 1e9));
  }

  double distanceM() {
    return new Vec2(center.x(), center.y()).length();
  }
}
