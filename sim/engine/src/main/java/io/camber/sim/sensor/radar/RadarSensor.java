package io.camber.sim.sensor.radar;

import io.camber.geometry.Angles;
import io.camber.geometry.Box2;
import io.camber.geometry.Pose2;
import io.camber.geometry.Pose3;
import io.camber.geometry.Vec2;
import io.camber.scene.ObjectClass;
import io.camber.sensing.RadarCalibration;
import io.camber.sensing.RadarReturn;
import io.camber.sensing.RadarReturns;
import io.camber.sim.scene.Hash;
import io.camber.sim.scene.town.SceneModel;
import io.camber.truth.ActorTruth;
import io.camber.truth.TruthFrame;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * One radar. A body reflects at the corners and edges that face the radar; its cross section fluctuates from cycle to cycle as
 * many scatterers do (Swerling 1), and is detected where the echo, falling with the fourth power of the range, exceeds the
 * threshold (Skolnik, Introduction to Radar Systems, 3rd ed., sections 1.2 and 2.8). Range rates hold the ego's own motion,
 * rotation included. A body hides what stands behind it unless the wave passes below, which one in four does under a vehicle.
 * The same seed and frame give the same returns.
 */
public final class RadarSensor {
  /** Cross section of the car for which the range of the configuration holds. */
  private static final double REFERENCE_DBSM = 10.0;

  private static final double UNDERPASS_SHARE = 0.25;
  private static final double CLUTTER_DBSM = -8.0;

  /** Tells the random numbers of the scenery's echoes from those of the actors'. */
  private static final long SCENERY_STREAM = Hash.of("scenery");

  private final RadarConfig config;
  private final long seed;
  private final Optional<SceneryEchoes> scenery;

  public RadarSensor(RadarConfig config, long seed) {
    this(config, seed, Optional.empty());
  }

  /** A radar that also hears posts, signs, guard rails and walls of a scene; the rest of its returns is the same. */
  public RadarSensor(RadarConfig config, long seed, Optional<SceneModel> scene) {
    this.config = config;
    this.seed = seed;
    scenery = scene.map(SceneryEchoes::new);
  }

  /** What it tells of itself. */
  public RadarCalibration calibration() {
    Pose3 mount =
        new Pose3(config.mountX(), config.mountY(), config.mountZ(), config.mountYaw(), 0.0, 0.0);
    return new RadarCalibration(config.sensorId(), mount, config.fieldOfView(), config.rangeMaxM());
  }

  /** The returns of one cycle, nearest first. */
  public RadarReturns cycle(TruthFrame frame, ActorTruth ego) {
    Random random = new Random(Hash.mix(seed, frame.timeNs()));
    Pose2 base = ego.mapFromReference().toPose2();
    Pose2 radar = base.times(new Pose2(config.mountX(), config.mountY(), config.mountYaw()));
    Vec2 own = ego.velocityMps().plus(turning(base, radar.position(), ego.yawRateRadps()));
    List<RadarReturn> returns = new ArrayList<>();
    for (ActorTruth actor : frame.actors()) {
      if (!actor.name().equals(ego.name())) {
        reflect(frame, ego, actor, radar, own, random, returns);
      }
    }
    clutter(radar, own, random, returns);
    if (scenery.isPresent()) {
      Random fixed = new Random(Hash.mix(Hash.mix(seed, SCENERY_STREAM), frame.timeNs()));
      for (SceneryEchoes.Scatterer each :
          scenery.get().around(radar.position(), config.rangeMaxM())) {
        stand(frame, ego, each, radar, own, fixed, returns);
      }
    }
    returns.sort((a, b) -> Double.compare(a.rangeM(), b.rangeM()));
    return new RadarReturns(frame.timeNs(), config.sensorId(), returns);
  }

  /** Velocity of a point of a turning body beside that of its reference. */
  private static Vec2 turning(Pose2 reference, Vec2 point, double yawRateRadps) {
    Vec2 arm = point.minus(reference.position());
    return new Vec2(-yawRateRadps * arm.y(), yawRateRadps * arm.x());
  }

  private void reflect(
      TruthFrame frame,
      ActorTruth ego,
      ActorTruth actor,
      Pose2 radar,
      Vec2 own,
      Random random,
      List<RadarReturn> returns) {
    double dbsm = crossSectionDbsm(actor);
    boolean hasUnderpass = random.nextDouble() < UNDERPASS_SHARE;
    for (Vec2 point : scatterers(actor, radar.position())) {
      // Drawn for every scatterer, seen or not, so that one actor's noise does not move another's.
      double fluctuation = -StrictMath.log(1.0 - random.nextDouble());
      double threshold = -StrictMath.log(0.5);
      double noiseRange = random.nextGaussian();
      double noiseAzimuth = random.nextGaussian();
      double noiseRate = random.nextGaussian();
      boolean isGhost = random.nextDouble() < config.ghostShare();
      Vec2 local = radar.applyInverse(point);
      double range = local.length();
      double azimuth = StrictMath.atan2(local.y(), local.x());
      if (Math.abs(azimuth) > config.fieldOfView() / 2.0 || range < 0.3) {
        continue;
      }
      double echo = StrictMath.pow(10.0, (dbsm - REFERENCE_DBSM) / 10.0)
          * fluctuation
          * StrictMath.pow(config.rangeMaxM() / range, 4.0);
      if (echo < threshold || (!hasUnderpass && isHidden(frame, ego, actor, radar, point))) {
        continue;
      }
      Vec2 velocity = actor
          .velocityMps()
          .plus(turning(actor.mapFromReference().toPose2(), point, actor.yawRateRadps()))
          .minus(own);
      Vec2 sight = point.minus(radar.position()).times(1.0 / range);
      double rate = velocity.dot(sight) + config.rangeRateStdMps() * noiseRate;
      double seen = 10.0 * StrictMath.log10(Math.max(1e-3, fluctuation)) + dbsm;
      RadarReturn direct = new RadarReturn(
          range + config.rangeStdM() * noiseRange,
          Angles.wrap(azimuth + config.azimuthStd() * noiseAzimuth),
          rate,
          seen);
      returns.add(direct);
      if (isGhost && 2.0 * range < config.rangeMaxM()) {
        // Once more between the body and the car's own bumper: twice the way, twice the speed.
        returns.add(
            new RadarReturn(2.0 * direct.rangeM(), direct.azimuth(), 2.0 * rate, seen - 12.0));
      }
    }
  }

  /** What stands comes nearer as the ego drives. */
  private void stand(
      TruthFrame frame,
      ActorTruth ego,
      SceneryEchoes.Scatterer scatterer,
      Pose2 radar,
      Vec2 own,
      Random random,
      List<RadarReturn> returns) {
    double fluctuation = -StrictMath.log(1.0 - random.nextDouble());
    double noiseRange = random.nextGaussian();
    double noiseAzimuth = random.nextGaussian();
    double noiseRate = random.nextGaussian();
    Vec2 point = new Vec2(scatterer.x(), scatterer.y());
    Vec2 local = radar.applyInverse(point);
    double range = local.length();
    double azimuth = StrictMath.atan2(local.y(), local.x());
    if (Math.abs(azimuth) > config.fieldOfView() / 2.0 || range < 0.3) {
      return;
    }
    double echo = StrictMath.pow(10.0, (scatterer.dbsm() - REFERENCE_DBSM) / 10.0)
        * fluctuation
        * StrictMath.pow(config.rangeMaxM() / range, 4.0);
    if (echo < -StrictMath.log(0.5) || isHidden(frame, ego, ego, radar, point)) {
      return;
    }
    double rate = -own.dot(point.minus(radar.position()).times(1.0 / range));
    returns.add(new RadarReturn(
        range + config.rangeStdM() * noiseRange,
        Angles.wrap(azimuth + config.azimuthStd() * noiseAzimuth),
        rate + config.rangeRateStdMps() * noiseRate,
        10.0 * StrictMath.log10(Math.max(1e-3, fluctuation)) + scatterer.dbsm()));
  }

  /** Corners nearer than the middle, and the middle of the nearest side. */
  private static List<Vec2> scatterers(ActorTruth actor, Vec2 from) {
    Box2 box = actor.footprint();
    Pose2 center = box.center();
    double reach = center.position().distanceTo(from);
    List<Vec2> found = new ArrayList<>();
    if (actor.objectClass() == ObjectClass.PEDESTRIAN) {
      found.add(center.position());
      return found;
    }
    double l = actor.size().lengthM() / 2.0;
    double w = actor.size().widthM() / 2.0;
    double[][] places = {
      {l, w}, {l, -w}, {-l, w}, {-l, -w}, {l, 0.0}, {-l, 0.0}, {0.0, w}, {0.0, -w}
    };
    for (double[] place : places) {
      Vec2 point = center.apply(new Vec2(place[0], place[1]));
      if (point.distanceTo(from) < reach) {
        found.add(point);
      }
    }
    return found;
  }

  private static double crossSectionDbsm(ActorTruth actor) {
    return switch (actor.objectClass()) {
      case CAR -> 10.0;
      case TRUCK, BUS -> 20.0;
      case MOTORCYCLE -> 5.0;
      case BICYCLE -> 0.0;
      case PEDESTRIAN -> -5.0;
      case UNKNOWN -> 0.0;
    };
  }

  /** True when another body lies across the line of sight. */
  private static boolean isHidden(
      TruthFrame frame, ActorTruth ego, ActorTruth target, Pose2 radar, Vec2 point) {
    for (ActorTruth other : frame.actors()) {
      if (!other.name().equals(ego.name())
          && !other.name().equals(target.name())
          && crosses(other, radar.position(), point)) {
        return true;
      }
    }
    return false;
  }

  /** Slab test of the line of sight against a footprint. */
  private static boolean crosses(ActorTruth body, Vec2 from, Vec2 to) {
    Pose2 center = body.footprint().center();
    Vec2 a = center.applyInverse(from);
    Vec2 b = center.applyInverse(to);
    double enter = 0.0;
    double leave = 1.0;
    double[] start = {a.x(), a.y()};
    double[] way = {b.x() - a.x(), b.y() - a.y()};
    double[] half = {body.size().lengthM() / 2.0, body.size().widthM() / 2.0};
    for (int axis = 0; axis < 2; axis++) {
      if (Math.abs(way[axis]) < 1e-12) {
        if (Math.abs(start[axis]) > half[axis]) {
          return false;
        }
        continue;
      }
      double first = (-half[axis] - start[axis]) / way[axis];
      double second = (half[axis] - start[axis]) / way[axis];
      enter = Math.max(enter, Math.min(first, second));
      leave = Math.min(leave, Math.max(first, second));
    }
    return enter < leave;
  }

  /** Echoes of guard rails, grass and gullies: they stand, so they come nearer as the ego drives. */
  private void clutter(Pose2 radar, Vec2 own, Random random, List<RadarReturn> returns) {
    int count = poisson(random);
    for (int i = 0; i < count; i++) {
      double azimuth = config.fieldOfView() * (random.nextDouble() - 0.5);
      double range = 3.0 + 0.4 * config.rangeMaxM() * random.nextDouble() * random.nextDouble();
      double yaw = radar.yaw() + azimuth;
      double rate = -(own.x() * StrictMath.cos(yaw) + own.y() * StrictMath.sin(yaw));
      returns.add(new RadarReturn(
          range,
          azimuth,
          rate + config.rangeRateStdMps() * random.nextGaussian(),
          CLUTTER_DBSM + 4.0 * random.nextGaussian()));
    }
  }

  /** Knuth's product of uniforms; the mean is small. */
  private int poisson(Random random) {
    double limit = StrictMath.exp(-config.clutterMean());
    double product = random.nextDouble();
    int count = 0;
    while (product > limit) {
      product *= random.nextDouble();
      count++;
    }
    return count;
  }
}
