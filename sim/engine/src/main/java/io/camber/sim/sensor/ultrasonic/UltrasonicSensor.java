package io.camber.sim.sensor.ultrasonic;

import io.camber.geometry.Box2;
import io.camber.geometry.Pose2;
import io.camber.geometry.Vec2;
import io.camber.scene.ObjectClass;
import io.camber.sensing.UltrasonicEcho;
import io.camber.sim.scene.Hash;
import io.camber.truth.ActorTruth;
import io.camber.truth.TruthFrame;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;

/**
 * One ultrasonic sensor: the distance to what is nearest in its cone, whatever it is. The same seed and frame give the same
 * echo.
 */
public final class UltrasonicSensor {
  /** Clothes swallow sound: people answer up to this share of the range. */
  private static final double SOFT_SHARE = 0.6;

  private final UltrasonicConfig config;
  private final long seed;

  public UltrasonicSensor(UltrasonicConfig config, long seed) {
    this.config = config;
    this.seed = seed;
  }

  /** One pulse. */
  public UltrasonicEcho pulse(TruthFrame frame, ActorTruth ego) {
    Random random = new Random(Hash.mix(seed, frame.timeNs()));
    boolean isMissed = random.nextDouble() < config.missShare();
    double noise = config.rangeStdM() * random.nextGaussian();
    Pose2 sensor = ego.mapFromReference()
        .toPose2()
        .times(new Pose2(config.mountX(), config.mountY(), config.mountYaw()));
    double nearest = Double.POSITIVE_INFINITY;
    for (ActorTruth actor : frame.actors()) {
      double reach = isSoft(actor) ? SOFT_SHARE * config.rangeMaxM() : config.rangeMaxM();
      double range = actor.name().equals(ego.name())
          ? Double.POSITIVE_INFINITY
          : nearestInCone(sensor, actor.footprint());
      if (range <= reach) {
        nearest = Math.min(nearest, range);
      }
    }
    boolean isHeard = !isMissed && nearest <= config.rangeMaxM();
    OptionalDouble range = isHeard
        ? OptionalDouble.of(Math.max(config.rangeMinM(), nearest + noise))
        : OptionalDouble.empty();
    return new UltrasonicEcho(frame.timeNs(), config.sensorId(), range);
  }

  private static boolean isSoft(ActorTruth actor) {
    return actor.objectClass() == ObjectClass.PEDESTRIAN
        || actor.objectClass() == ObjectClass.BICYCLE;
  }

  /** Distance to the nearest point of a box within the cone; infinite when none is. */
  private double nearestInCone(Pose2 sensor, Box2 box) {
    List<Vec2> shape = new ArrayList<>();
    double l = box.lengthM() / 2.0;
    double w = box.widthM() / 2.0;
    double[][] corners = {{l, w}, {-l, w}, {-l, -w}, {l, -w}};
    for (double[] corner : corners) {
      shape.add(sensor.applyInverse(box.center().apply(new Vec2(corner[0], corner[1]))));
    }
    double half = config.fieldOfView() / 2.0;
    // A cone narrower than a half plane is the meeting of two half planes.
    List<Vec2> seen = clipped(
        clipped(shape, StrictMath.sin(half), -StrictMath.cos(half)),
        StrictMath.sin(half),
        StrictMath.cos(half));
    double nearest = Double.POSITIVE_INFINITY;
    for (int i = 0; i < seen.size(); i++) {
      nearest = Math.min(nearest, fromOrigin(seen.get(i), seen.get((i + 1) % seen.size())));
    }
    return nearest;
  }

  /** The part of a convex shape where {@code a x + b y >= 0} (Sutherland, Hodgman 1974). */
  private static List<Vec2> clipped(List<Vec2> shape, double a, double b) {
    List<Vec2> kept = new ArrayList<>();
    for (int i = 0; i < shape.size(); i++) {
      Vec2 from = shape.get(i);
      Vec2 to = shape.get((i + 1) % shape.size());
      double before = a * from.x() + b * from.y();
      double after = a * to.x() + b * to.y();
      if (before >= 0.0) {
        kept.add(from);
      }
      if (before * after < 0.0) {
        kept.add(from.plus(to.minus(from).times(before / (before - after))));
      }
    }
    return kept;
  }

  /** Distance of a line segment from the origin. */
  private static double fromOrigin(Vec2 from, Vec2 to) {
    Vec2 way = to.minus(from);
    double length = way.dot(way);
    double u = length == 0.0 ? 0.0 : Math.max(0.0, Math.min(1.0, -from.dot(way) / length));
    return from.plus(way.times(u)).length();
  }
}
