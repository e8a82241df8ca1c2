package io.camber.sim.traffic.ambient;

import io.camber.geometry.Pose3;
import io.camber.geometry.Size3;
import io.camber.geometry.Vec2;
import io.camber.geometry.Vec3;
import io.camber.map.LaneSegment;
import io.camber.map.RoadMap;
import io.camber.map.road.LaneType;
import io.camber.map.road.MapObject;
import io.camber.map.road.ObjectKind;
import io.camber.scene.ObjectClass;
import io.camber.sim.scene.Hash;
import io.camber.truth.ActorLights;
import io.camber.truth.ActorTruth;
import io.camber.truth.SignalTruth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Cars on the parking lanes and parking spaces of a map, beside whoever else drives there. A seed says which places are taken and by
 * what; crosswalks, and the places where actors begin, stay free. They are actors like all others: sensors see them, the jury
 * counts them and whoever touches one has had a collision.
 */
public final class ParkedCars implements TrafficAround {
  private static final double PLACE_M = 6.2;
  private static final double WIDTH_MIN_M = 1.9;
  private static final double SPACE_LENGTH_MIN_M = 3.6;
  private static final double ACTOR_FREE_M = 8.0;
  /** Nobody parks so near to a crosswalk (StVO, paragraph 12). */
  private static final double CROSSWALK_FREE_M = 5.0;

  private static final double ASIDE_STD_M = 0.1;
  private static final double TURN_MAX = Math.toRadians(2.0);
  private static final double REAR_OVERHANG_SHARE = 0.21;

  private static final List<Size3> BODIES = List.of(
      new Size3(4.05, 1.74, 1.46),
      new Size3(4.30, 1.79, 1.46),
      new Size3(4.70, 1.83, 1.45),
      new Size3(4.45, 1.84, 1.64),
      new Size3(5.05, 1.90, 1.95));

  private final Optional<TrafficAround> others;
  private final List<ActorTruth> parked;

  private ParkedCars(Optional<TrafficAround> others, List<ActorTruth> parked) {
    this.others = others;
    this.parked = parked;
  }

  /** A {@code share} (0 to 1) of all places is taken. */
  public static TrafficAround.Factory beside(Optional<TrafficAround.Factory> others, double share) {
    return (map, seed, actors, egoName, signals) -> new ParkedCars(
        others.map(factory -> factory.begin(map, seed, actors, egoName, signals)),
        park(map, share, seed, actors));
  }

  static List<ActorTruth> park(RoadMap map, double share, long seed, List<ActorTruth> actors) {
    List<ActorTruth> parked = new ArrayList<>();
    for (LaneSegment lane : map.lanes()) {
      if (lane.type() == LaneType.PARKING) {
        int places = (int) (lane.lengthM() / PLACE_M);
        long laneSeed = Hash.mix(seed, Hash.of(lane.id()));
        for (int i = 0; i < places; i++) {
          double s = (i + 0.5) * PLACE_M;
          if (lane.widthAt(s) >= WIDTH_MIN_M) {
            add(
                parked,
                "parked-" + lane.id() + "-" + i,
                lane.centerAt(s),
                Hash.mix(laneSeed, i),
                share);
          }
        }
      }
    }
    for (MapObject space : map.objects()) {
      if (space.kind() == ObjectKind.PARKING_SPACE) {
        double length = Math.max(space.size().lengthM(), space.size().widthM());
        double width = Math.min(space.size().lengthM(), space.size().widthM());
        if (length >= SPACE_LENGTH_MIN_M && width >= WIDTH_MIN_M) {
          add(
              parked,
              "parked-" + space.id(),
              along(space),
              Hash.mix(seed, Hash.of(space.id())),
              share);
        }
      }
    }
    parked.removeIf(car -> !isFree(car, map, actors));
    return List.copyOf(parked);
  }

  /** The longer side of a space is the way in. */
  private static Pose3 along(MapObject space) {
    Pose3 pose = space.pose();
    double turn = space.size().lengthM() >= space.size().widthM() ? 0.0 : 0.5 * Math.PI;
    return new Pose3(pose.x(), pose.y(), pose.z(), pose.yaw() + turn, pose.pitch(), pose.roll());
  }

  private static void add(
      List<ActorTruth> parked, String name, Pose3 middle, long hash, double share) {
    if (Hash.unit(hash + 1) >= share) {
      return;
    }
    Size3 size = BODIES.get((int) (Hash.unit(hash + 2) * BODIES.size()));
    double aside = ASIDE_STD_M * (2.0 * Hash.unit(hash + 3) - 1.0);
    double turn = TURN_MAX * (2.0 * Hash.unit(hash + 4) - 1.0);
    double toMiddle = size.lengthM() * (0.5 - REAR_OVERHANG_SHARE);
    Vec3 place = middle.apply(new Vec3(0.0, aside, 0.0));
    Pose3 body = new Pose3(
        place.x(), place.y(), place.z(), middle.yaw() + turn, middle.pitch(), middle.roll());
    Vec3 rear = body.apply(new Vec3(-toMiddle, 0.0, 0.0));
    parked.add(new ActorTruth(
        name,
        ObjectClass.CAR,
        size.heightM() > 1.9 ? "van" : "car",
        new Pose3(rear.x(), rear.y(), rear.z(), body.yaw(), body.pitch(), body.roll()),
        size,
        toMiddle,
        0.0,
        0.0,
        0.0,
        0.0,
        0.0,
        ActorLights.OFF));
  }

  private static boolean isFree(ActorTruth car, RoadMap map, List<ActorTruth> actors) {
    Pose3 middle = car.mapFromReference();
    for (ActorTruth actor : actors) {
      if (middle.position().minus(actor.mapFromReference().position()).length() < ACTOR_FREE_M) {
        return false;
      }
    }
    double reach = 0.5 * car.size().lengthM() + CROSSWALK_FREE_M;
    return map.crosswalks().stream()
        .flatMap(crosswalk -> crosswalk.outline().stream())
        .noneMatch(corner -> corner.minus(new Vec2(middle.x(), middle.y())).length() < reach);
  }

  @Override
  public List<SignalTruth> signals(long timeNs, List<SignalTruth> scenario) {
    return others.map(traffic -> traffic.signals(timeNs, scenario)).orElse(scenario);
  }

  @Override
  public void advance(
      long timeNs, List<ActorTruth> actors, String egoName, List<SignalTruth> signals) {
    others.ifPresent(traffic -> traffic.advance(timeNs, actors, egoName, signals));
  }

  /** Those who drive, then those who stand, in the order of the map. */
  @Override
  public List<ActorTruth> actors() {
    List<ActorTruth> all = new ArrayList<>(others.map(TrafficAround::actors).orElse(List.of()));
    all.addAll(parked);
    return all;
  }

  @Override
  public void close() {
    others.ifPresent(TrafficAround::close);
  }
}
