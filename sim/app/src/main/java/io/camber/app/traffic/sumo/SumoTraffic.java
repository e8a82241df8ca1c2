package io.camber.app.traffic.sumo;

import io.camber.geometry.Angles;
import io.camber.geometry.Pose2;
import io.camber.geometry.Pose3;
import io.camber.geometry.Vec2;
import io.camber.map.RoadMap;
import io.camber.scene.ObjectClass;
import io.camber.sim.traffic.ambient.TrafficAround;
import io.camber.truth.ActorLights;
import io.camber.truth.ActorTruth;
import io.camber.truth.SignalTruth;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * SUMO's vehicles beside the actors of a scenario, whom SUMO sees as vehicles that it does not move. SUMO is a step of 0.1 s ahead, and
 * its vehicles are told on the straight line between its last two steps. Deterministic for its files, its seed and what the scenario's
 * actors do. Lights of SUMO and of the scenario know nothing of each other. Owned by one thread; ends its sumo when it is closed.
 */
public final class SumoTraffic implements TrafficAround {
  private static final double STEP_S = 0.1;
  private static final long STEP_NS = 100_000_000L;

  /** Actors of the scenario have names of their own among SUMO's vehicles. */
  private static final String OURS = "camber:";

  private static final double REAR_OVERHANG = 0.2;
  private static final int SIGNAL_RIGHT = 1;
  private static final int SIGNAL_LEFT = 1 << 1;
  private static final int SIGNAL_BRAKE = 1 << 3;

  private final Path configuration;
  private final RoadMap map;
  private final long seed;
  private final SumoNetwork network;
  private final TreeSet<String> shown = new TreeSet<>();
  private @Nullable SumoClient sumo;
  private Map<String, SumoVehicle> before = Map.of();
  private Map<String, SumoVehicle> after = Map.of();
  private long beforeNs;
  private long toldNs;

  private SumoTraffic(Path configuration, RoadMap map, long seed) {
    this.configuration = configuration;
    this.map = map;
    this.seed = seed;
    network = SumoNetwork.of(configuration);
  }

  /** Traffic by a configuration of SUMO. Its sumo starts with the first advance, as not every process that prepares a run drives it. */
  public static TrafficAround.Factory of(Path configuration) {
    return (map, seed, actors, egoName, signals) -> new SumoTraffic(configuration, map, seed);
  }

  private SumoClient begin(List<ActorTruth> actors) throws IOException {
    SumoClient started = new SumoClient(configuration, seed, STEP_S);
    sumo = started;
    started.addRoute();
    step(started, actors);
    step(started, actors);
    return started;
  }

  private void step(SumoClient client, List<ActorTruth> actors) throws IOException {
    show(client, actors);
    client.step();
    before = after;
    after = client.vehicles();
    after.keySet().removeIf(id -> id.startsWith(OURS));
  }

  /** Shows sumo where the scenario's vehicles will be a step later. */
  private void show(SumoClient client, List<ActorTruth> actors) throws IOException {
    TreeSet<String> gone = new TreeSet<>(shown);
    for (ActorTruth actor : actors) {
      if (actor.objectClass() == ObjectClass.PEDESTRIAN) {
        continue;
      }
      String id = OURS + actor.name();
      if (shown.add(id)) {
        client.add(id);
      }
      gone.remove(id);
      Pose2 pose = actor.mapFromReference().toPose2();
      double ahead =
          actor.centerOffsetM() + 0.5 * actor.size().lengthM() + STEP_S * actor.speedMps();
      Vec2 front = map.mapFromFile().inverse().apply(pose.apply(new Vec2(ahead, 0.0)));
      double yaw = pose.yaw() - map.mapFromFile().yaw();
      client.place(
          id,
          front.x() + network.offset().x(),
          front.y() + network.offset().y(),
          Math.toDegrees(Angles.wrap(0.5 * Math.PI - yaw)));
    }
    for (String id : gone) {
      client.remove(id);
      shown.remove(id);
    }
  }

  @Override
  public List<SignalTruth> signals(long timeNs, List<SignalTruth> scenario) {
    return scenario;
  }

  @Override
  public void advance(
      long timeNs, List<ActorTruth> actors, String egoName, List<SignalTruth> signals) {
    try {
      SumoClient running = sumo;
      SumoClient client = running == null ? begin(actors) : running;
      while (beforeNs + STEP_NS <= timeNs) {
        beforeNs += STEP_NS;
        step(client, actors);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    toldNs = timeNs;
  }

  @Override
  public List<ActorTruth> actors() {
    double share = (double) (toldNs - beforeNs) / STEP_NS;
    List<ActorTruth> told = new ArrayList<>();
    for (Map.Entry<String, SumoVehicle> entry : new TreeMap<>(before).entrySet()) {
      SumoVehicle next = after.get(entry.getKey());
      if (next != null) {
        told.add(between(entry.getValue(), next, share));
      }
    }
    return told;
  }

  private ActorTruth between(SumoVehicle from, SumoVehicle to, double share) {
    double yawFrom = yaw(from);
    double yawTo = yaw(to);
    double yaw = Angles.interpolate(yawFrom, yawTo, share);
    Vec2 front = new Vec2(
        from.x() + share * (to.x() - from.x()) - network.offset().x(),
        from.y() + share * (to.y() - from.y()) - network.offset().y());
    Vec2 inMap = map.mapFromFile().apply(front);
    double mapYaw = Angles.wrap(yaw + map.mapFromFile().yaw());
    double length = to.size().lengthM();
    double toRear = length * (1.0 - REAR_OVERHANG);
    double x = inMap.x() - toRear * StrictMath.cos(mapYaw);
    double y = inMap.y() - toRear * StrictMath.sin(mapYaw);
    double speed = from.speedMps() + share * (to.speedMps() - from.speedMps());
    double yawRate = Angles.difference(yawTo, yawFrom) / STEP_S;
    double wheelbase = length * (1.0 - 2.0 * REAR_OVERHANG);
    return new ActorTruth(
        "sumo-" + to.id(),
        objectClass(to.kind()),
        to.kind(),
        new Pose3(x, y, map.elevation(x, y), mapYaw, 0.0, 0.0),
        to.size(),
        toRear - 0.5 * length,
        0.0,
        speed,
        (to.speedMps() - from.speedMps()) / STEP_S,
        yawRate,
        StrictMath.atan2(wheelbase * yawRate, Math.max(1.0, speed)),
        new ActorLights(
            (to.signals() & SIGNAL_BRAKE) != 0,
            (to.signals() & SIGNAL_LEFT) != 0,
            (to.signals() & SIGNAL_RIGHT) != 0,
            false));
  }

  private static double yaw(SumoVehicle vehicle) {
    return Angles.wrap(0.5 * Math.PI - Math.toRadians(vehicle.angleDeg()));
  }

  private static ObjectClass objectClass(String kind) {
    return switch (kind) {
      case "truck", "trailer", "delivery" -> ObjectClass.TRUCK;
      case "bus", "coach" -> ObjectClass.BUS;
      case "motorcycle", "moped" -> ObjectClass.MOTORCYCLE;
      case "bicycle" -> ObjectClass.BICYCLE;
      case "pedestrian" -> ObjectClass.PEDESTRIAN;
      default -> ObjectClass.CAR;
    };
  }

  @Override
  public void close() {
    try {
      SumoClient running = sumo;
      if (running != null) {
        running.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
