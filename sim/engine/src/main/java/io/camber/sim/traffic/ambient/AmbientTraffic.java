package io.camber.sim.traffic.ambient;

import io.camber.geometry.Angles;
import io.camber.geometry.Pose3;
import io.camber.geometry.Size3;
import io.camber.map.RoadMap;
import io.camber.scene.ObjectClass;
import io.camber.scene.SignalColor;
import io.camber.sim.traffic.Crew;
import io.camber.sim.traffic.Traffic;
import io.camber.sim.traffic.TrafficConfig;
import io.camber.sim.traffic.driver.Population;
import io.camber.sim.traffic.driver.Vehicle;
import io.camber.sim.traffic.network.LaneNetwork;
import io.camber.sim.traffic.signal.SignalPlan;
import io.camber.truth.ActorLights;
import io.camber.truth.ActorTruth;
import io.camber.truth.SignalTruth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Vehicles beside the actors of a scenario. They decide ten times a second and move between by the acceleration they decided on, so
 * that a step of the world finds them where they are. Lights that the scenario does not switch follow a fixed plan. Deterministic for
 * map, number, seed and what the scenario's actors do. Owned by one thread.
 */
public final class AmbientTraffic {
  /** Nobody appears so near to the ego, at the start and later. */
  private static final double CLEAR_AT_START_M = 40.0;

  private static final double CLEAR_M = 150.0;
  private static final int FOREIGN_MAX = 512;
  private static final double NS = 1e-9;
  private static final double BRAKE_LAMP_MPS2 = -0.7;
  private static final double STANDING_MPS = 0.1;
  private static final double INDICATOR_TURN = Math.toRadians(30.0);
  private static final double INDICATOR_M = 40.0;

  private final Traffic traffic;
  private final ForeignBodies foreign;
  private final SignalPlan plan;
  private final Map<String, Integer> lights = new TreeMap<>();
  private final String[] names;
  private final int[] generation;
  private final double[] yaw;
  private final double[] yawRate;
  private final double[] pose = new double[6];
  private final long stepNs;
  private long decidedNs;
  private long toldNs;

  /** Traffic at time 0 beside the actors, of whom the one called {@code egoName} gets room. */
  public AmbientTraffic(
      RoadMap map,
      int vehicles,
      long seed,
      List<ActorTruth> actors,
      String egoName,
      List<SignalTruth> scenarioSignals) {
    TrafficConfig config =
        new TrafficConfig(vehicles, FOREIGN_MAX, seed, TrafficConfig.STEP_S, Population.urban());
    traffic = Traffic.empty(LaneNetwork.of(map), config, Crew.alone());
    foreign = new ForeignBodies(map, traffic);
    plan = new SignalPlan(map);
    List<String> ids = traffic.network().signalIds();
    for (int i = 0; i < ids.size(); i++) {
      lights.put(ids.get(i), i);
    }
    names = new String[vehicles];
    Arrays.setAll(names, v -> "traffic-" + v);
    generation = new int[vehicles];
    Arrays.fill(generation, 1);
    yaw = new double[vehicles];
    yawRate = new double[vehicles];
    stepNs = Math.round(config.stepS() / NS);
    foreign.show(actors);
    keepClear(actors, egoName, CLEAR_AT_START_M);
    traffic.fill();
    light(signals(0, scenarioSignals));
    traffic.think();
    Arrays.fill(yaw, Double.NaN);
  }

  private void keepClear(List<ActorTruth> actors, String egoName, double radiusM) {
    for (ActorTruth actor : actors) {
      if (actor.name().equals(egoName)) {
        Pose3 pose3 = actor.mapFromReference();
        traffic.keepClear(pose3.x(), pose3.y(), radiusM);
      }
    }
  }

  /** What a light shows: the scenario's word where it has one, the plan's otherwise. */
  public List<SignalTruth> signals(long timeNs, List<SignalTruth> scenario) {
    List<SignalTruth> shown = new ArrayList<>(scenario.size());
    for (SignalTruth signal : scenario) {
      shown.add(
          signal.color() == SignalColor.UNKNOWN
              ? new SignalTruth(signal.signalId(), plan.color(signal.signalId(), timeNs * NS))
              : signal);
    }
    return shown;
  }

  /** Advances to a time that is not before the last one. {@code signals} are those that {@link #signals} gave for it. */
  public void advance(
      long timeNs, List<ActorTruth> actors, String egoName, List<SignalTruth> signals) {
    while (decidedNs + stepNs <= timeNs) {
      decidedNs += stepNs;
      light(signals);
      foreign.show(actors);
      keepClear(actors, egoName, CLEAR_M);
      traffic.step();
    }
    double sinceToldS = (timeNs - toldNs) * NS;
    toldNs = timeNs;
    for (int v = 0; v < names.length; v++) {
      if (!traffic.isActive(v)) {
        yaw[v] = Double.NaN;
        continue;
      }
      if (generation[v] != traffic.generation(v)) {
        generation[v] = traffic.generation(v);
        names[v] = "traffic-" + v + "." + generation[v];
        yaw[v] = Double.NaN;
      }
      traffic.poseAt(v, (timeNs - decidedNs) * NS, pose);
      boolean known = !Double.isNaN(yaw[v]) && sinceToldS > 0.0;
      yawRate[v] = known ? Angles.difference(pose[3], yaw[v]) / sinceToldS : 0.0;
      yaw[v] = pose[3];
    }
  }

  private void light(List<SignalTruth> signals) {
    for (SignalTruth signal : signals) {
      Integer light = lights.get(signal.signalId());
      if (light != null) {
        traffic.setLight(light, signal.color());
      }
    }
  }

  /** Every vehicle on the road at the time last advanced to, in order of number. */
  public List<ActorTruth> actors() {
    List<ActorTruth> told = new ArrayList<>(names.length);
    for (int v = 0; v < names.length; v++) {
      if (traffic.isActive(v)) {
        told.add(truth(v));
      }
    }
    return told;
  }

  private ActorTruth truth(int v) {
    double sinceS = (toldNs - decidedNs) * NS;
    traffic.poseAt(v, sinceS, pose);
    Vehicle kind = traffic.kind(v);
    double toMiddle = 0.5 * kind.lengthM() - kind.rearOverhangM();
    double speed = Math.max(0.0, traffic.speedMps(v) + traffic.accelMps2(v) * sinceS);
    double accel = speed > 0.0 ? traffic.accelMps2(v) : 0.0;
    double wheelbase = kind.lengthM() - 2.0 * kind.rearOverhangM();
    return new ActorTruth(
        names[v],
        objectClass(kind),
        kind.name().toLowerCase(Locale.ROOT),
        new Pose3(
            pose[0] - toMiddle * StrictMath.cos(pose[3]),
            pose[1] - toMiddle * StrictMath.sin(pose[3]),
            pose[2],
            pose[3],
            pose[4],
            pose[5]),
        new Size3(kind.lengthM(), kind.widthM(), kind.heightM()),
        toMiddle,
        0.0,
        speed,
        accel,
        yawRate[v],
        StrictMath.atan2(wheelbase * yawRate[v], Math.max(1.0, speed)),
        lamps(v, speed, accel));
  }

  private static ObjectClass objectClass(Vehicle kind) {
    return switch (kind) {
      case CAR, VAN -> ObjectClass.CAR;
      case TRUCK -> ObjectClass.TRUCK;
      case BICYCLE -> ObjectClass.BICYCLE;
    };
  }

  private ActorLights lamps(int v, double speed, double accel) {
    double turn = traffic.turnWithin(v, INDICATOR_M);
    double aside = traffic.sideways(v);
    boolean left = aside > 0.0 || (aside == 0.0 && turn > INDICATOR_TURN);
    boolean right = aside < 0.0 || (aside == 0.0 && turn < -INDICATOR_TURN);
    boolean brakes = accel < BRAKE_LAMP_MPS2 || speed < STANDING_MPS;
    return new ActorLights(brakes, left, right, false);
  }
}
