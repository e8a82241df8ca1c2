package io.camber.app.vision;

import io.camber.geometry.Box2;
import io.camber.geometry.Pose2;
import io.camber.geometry.Pose3;
import io.camber.geometry.Size3;
import io.camber.geometry.Vec2;
import io.camber.map.LanePosition;
import io.camber.map.RoadMap;
import io.camber.scene.ObjectClass;
import io.camber.truth.ActorLights;
import io.camber.truth.ActorTruth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Road users at random places before a camera: most on lanes and along them, the others anywhere. */
final class RandomCast {
  private static final double NEAR_M = 4.5;
  private static final double FAR_M = 75.0;
  private static final double BEARING = 0.6;
  private static final double LANE_M_MAX = 6.0;
  private static final double GAP_M = 0.4;
  private static final int ACTORS_MIN = 5;
  private static final int ACTORS_SPREAD = 10;
  private static final int TRIES = 6;

  private final RoadMap map;
  private final Random random;

  /** What road users may measure. */
  private record Body(ObjectClass objectClass, String kind, Size3 least, Size3 most) {
    Size3 size(Random random) {
      return new Size3(
          between(random, least.lengthM(), most.lengthM()),
          between(random, least.widthM(), most.widthM()),
          between(random, least.heightM(), most.heightM()));
    }
  }

  private static final Body CAR =
      new Body(ObjectClass.CAR, "car", new Size3(3.6, 1.66, 1.4), new Size3(5.0, 1.95, 1.75));
  private static final Body VAN =
      new Body(ObjectClass.CAR, "van", new Size3(4.8, 1.9, 1.9), new Size3(5.9, 2.05, 2.5));
  private static final Body TRUCK =
      new Body(ObjectClass.TRUCK, "truck", new Size3(7.0, 2.35, 2.9), new Size3(12.0, 2.55, 3.9));
  private static final Body BUS =
      new Body(ObjectClass.BUS, "bus", new Size3(10.0, 2.5, 2.9), new Size3(13.0, 2.55, 3.2));
  private static final Body WALKER = new Body(
      ObjectClass.PEDESTRIAN,
      "pedestrian",
      new Size3(0.45, 0.5, 1.45),
      new Size3(0.65, 0.65, 1.95));
  private static final Body BICYCLE = new Body(
      ObjectClass.BICYCLE, "bicycle", new Size3(1.7, 0.55, 1.65), new Size3(1.9, 0.7, 1.85));
  private static final Body MOTORCYCLE = new Body(
      ObjectClass.MOTORCYCLE, "motorbike", new Size3(2.0, 0.7, 1.4), new Size3(2.3, 0.9, 1.65));

  RandomCast(RoadMap map, Random random) {
    this.map = map;
    this.random = random;
  }

  /** Names begin with {@code prefix}, which decides paint and styles. */
  List<ActorTruth> before(Pose2 ego, String prefix, boolean isDark) {
    List<ActorTruth> actors = new ArrayList<>();
    List<Box2> taken = new ArrayList<>();
    taken.add(new Box2(ego, 6.0, 2.4));
    int count = ACTORS_MIN + random.nextInt(ACTORS_SPREAD);
    for (int i = 0; i < count; i++) {
      Body body = body();
      Size3 size = body.size(random);
      place(ego, body, size, taken).ifPresent(at -> {
        taken.add(new Box2(at, size.lengthM() + GAP_M, size.widthM() + GAP_M));
        actors.add(actor(prefix + actors.size(), body, size, at, isDark));
      });
    }
    return actors;
  }

  private Body body() {
    double draw = random.nextDouble();
    if (draw < 0.38) {
      return CAR;
    }
    if (draw < 0.46) {
      return VAN;
    }
    if (draw < 0.56) {
      return TRUCK;
    }
    if (draw < 0.62) {
      return BUS;
    }
    if (draw < 0.85) {
      return WALKER;
    }
    return draw < 0.95 ? BICYCLE : MOTORCYCLE;
  }

  private Optional<Pose2> place(Pose2 ego, Body body, Size3 size, List<Box2> taken) {
    for (int i = 0; i < TRIES; i++) {
      Pose2 pose = draw(ego, body);
      Box2 box = new Box2(pose, size.lengthM(), size.widthM());
      if (taken.stream().noneMatch(box::intersects)) {
        return Optional.of(pose);
      }
    }
    return Optional.empty();
  }

  private Pose2 draw(Pose2 ego, Body body) {
    double range = NEAR_M * StrictMath.pow(FAR_M / NEAR_M, random.nextDouble());
    double bearing = BEARING * (2.0 * random.nextDouble() - 1.0);
    Vec2 point =
        ego.apply(new Vec2(range * StrictMath.cos(bearing) + 2.0, range * StrictMath.sin(bearing)));
    double anyYaw = 2.0 * Math.PI * random.nextDouble() - Math.PI;
    Optional<LanePosition> lane = map.project(point.x(), point.y());
    boolean walks = body.objectClass() == ObjectClass.PEDESTRIAN;
    if (lane.isEmpty() || walks || random.nextDouble() < 0.2) {
      return new Pose2(point.x(), point.y(), anyYaw);
    }
    Pose3 middle = lane.get().lane().centerAt(lane.get().s());
    boolean isFar = middle.toPose2().position().distanceTo(point) > LANE_M_MAX;
    double yaw = middle.yaw() + 0.08 * random.nextGaussian();
    double aside = body.objectClass() == ObjectClass.BICYCLE ? 1.2 : 0.3;
    Vec2 on = isFar ? point : middle.toPose2().apply(new Vec2(0.0, aside * random.nextGaussian()));
    return new Pose2(on.x(), on.y(), yaw);
  }

  private ActorTruth actor(String name, Body body, Size3 size, Pose2 at, boolean isDark) {
    boolean walks = body.objectClass() == ObjectClass.PEDESTRIAN;
    double speed = random.nextDouble() < 0.25 ? 0.0 : walks ? 1.4 : 8.0;
    boolean moves = body.objectClass() != ObjectClass.BICYCLE && !walks;
    ActorLights lights = new ActorLights(
        moves && random.nextDouble() < 0.25,
        moves && random.nextDouble() < 0.05,
        false,
        moves && (isDark || random.nextDouble() < 0.1));
    return new ActorTruth(
        name,
        body.objectClass(),
        body.kind(),
        new Pose3(at.x(), at.y(), map.elevation(at.x(), at.y()), at.yaw(), 0.0, 0.0),
        size,
        0.0,
        0.0,
        speed,
        0.0,
        0.0,
        0.0,
        lights);
  }

  private static double between(Random random, double least, double most) {
    return least + (most - least) * random.nextDouble();
  }
}
