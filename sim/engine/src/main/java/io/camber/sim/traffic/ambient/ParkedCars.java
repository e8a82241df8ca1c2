package io.camber.sim.traffic.ambient;

import io.camber.geometry.Box2;
import io.camber.geometry.Pose3;
import io.camber.geometry.Size3;
import io.camber.geometry.Vec2;
import io.camber.geometry.Vec3;
import io.camber.map.Crosswalk;
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
  /** From place to place along a parking lane: a car and room to get out. */
  private static final double PLACE_M = 6.2;

  /** From the body of an actor where it begins. */
  private static final double ACTOR_FREE_M = 4.0;
  /** Nobody parks so near to a crosswalk (StVO, paragraph 12). */
  private static final double CROSSWALK_FREE_M = 5.0;

  private static final double EDGE_STEP_M = 0.5;

  /** Less than this around a body, and nobody parks there. */
  private static final double SPARE_LENGTH_M = 0.3;

  private static final double SPARE_WIDTH_M = 0.14;
  private static final double ASIDE_M_MAX = 0.1;
  private static final double TURN_MAX = Math.toRadians(1.0);

  /** Share of a car's length behind its rear axle, as of a usual one. */
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

  /** A place for a car: its middle, and how long and wide it is. */
  private record Place(String name, Pose3 middle, double lengthM, double widthM, long hash) {}

  static List<ActorTruth> park(RoadMap map, double share, long seed, List<ActorTruth> actors) {
    List<Box2> begun = actors.stream().map(ActorTruth::footprint).toList();
    List<Vec2> crossings = crossings(map);
    List<ActorTruth> parked = new ArrayList<>();
    List<Box2> taken = new ArrayList<>();
    for (Place place : places(map, seed)) {
      Optional<ActorTruth> car =
          Hash.unit(place.hash() + 1) < share ? carAt(place) : Optional.empty();
      if (car.isPresent()) {
        Box2 body = car.get().footprint();
        if (begun.stream().allMatch(actor -> actor.distanceTo(body) >= ACTOR_FREE_M)
            && crossings.stream().allMatch(point -> body.distanceTo(point) >= CROSSWALK_FREE_M)
            && taken.stream().noneMatch(body::intersects)) {
          taken.add(body);
          parked.add(car.get());
        }
      }
    }
    return List.copyOf(parked);
  }

  private static List<Place> places(RoadMap map, long seed) {
    List<Place> places = new ArrayList<>();
    for (LaneSegment lane : map.lanes()) {
      int count = lane.type() == LaneType.PARKING ? (int) (lane.lengthM() / PLACE_M) : 0;
      long laneSeed = Hash.mix(seed, Hash.of(lane.id()));
      for (int i = 0; i < count; i++) {
        double s = (i + 0.5) * PLACE_M;
        places.add(new Place(
            "parked-" + lane.id() + "-" + i,
            lane.centerAt(s),
            PLACE_M,
            lane.widthAt(s),
            Hash.mix(laneSeed, i)));
      }
    }
    List<MapObject> objects = map.objects();
    for (int i = 0; i < objects.size(); i++) {
      MapObject space = objects.get(i);
      if (space.kind() == ObjectKind.PARKING_SPACE) {
        places.add(new Place(
            "parked-space-" + i,
            along(space),
            Math.max(space.size().lengthM(), space.size().widthM()),
            Math.min(space.size().lengthM(), space.size().widthM()),
            Hash.mix(seed, Hash.of(space.id()) + i)));
      }
    }
    return places;
  }

  /** The longer side of a space is the way in. */
  private static Pose3 along(MapObject space) {
    Pose3 pose = space.pose();
    double turn = space.size().lengthM() >= space.size().widthM() ? 0.0 : 0.5 * Math.PI;
    return new Pose3(pose.x(), pose.y(), pose.z(), pose.yaw() + turn, pose.pitch(), pose.roll());
  }

  /** One of the bodies that fit, a little askew; empty when none does. */
  private static Optional<ActorTruth> carAt(Place place) {
    List<Size3> fitting = BODIES.stream()
        .filter(body -> body.lengthM() + SPARE_LENGTH_M <= place.lengthM()
            && body.widthM() + SPARE_WIDTH_M <= place.widthM())
        .toList();
    if (fitting.isEmpty()) {
      return Optional.empty();
    }
    Size3 size = fitting.get((int) (Hash.unit(place.hash() + 2) * fitting.size()));
    double room = 0.5 * (place.widthM() - size.widthM() - SPARE_WIDTH_M);
    double aside = Math.min(ASIDE_M_MAX, room) * (2.0 * Hash.unit(place.hash() + 3) - 1.0);
    double turn = TURN_MAX * (2.0 * Hash.unit(place.hash() + 4) - 1.0);
    double toMiddle = size.lengthM() * (0.5 - REAR_OVERHANG_SHARE);
    Pose3 middle = place.middle();
    Vec3 beside = middle.apply(new Vec3(0.0, aside, 0.0));
    Pose3 body = new Pose3(
        beside.x(), beside.y(), beside.z(), middle.yaw() + turn, middle.pitch(), middle.roll());
    Vec3 rear = body.apply(new Vec3(-toMiddle, 0.0, 0.0));
    return Optional.of(new ActorTruth(
        place.name(),
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

  /** Points along the edges of all crosswalks. */
  private static List<Vec2> crossings(RoadMap map) {
    List<Vec2> points = new ArrayList<>();
    for (Crosswalk crosswalk : map.crosswalks()) {
      List<Vec2> corners = crosswalk.outline();
      for (int i = 0; i < corners.size(); i++) {
        Vec2 from = corners.get(i);
        Vec2 edge = corners.get((i + 1) % corners.size()).minus(from);
        int steps = Math.max(1, (int) Math.ceil(edge.length() / EDGE_STEP_M));
        for (int k = 0; k < steps; k++) {
          points.add(from.plus(edge.times((double) k / steps)));
        }
      }
    }
    return points;
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
