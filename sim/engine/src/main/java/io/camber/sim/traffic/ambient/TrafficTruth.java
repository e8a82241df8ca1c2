package io.camber.sim.traffic.ambient;

import io.camber.geometry.Angles;
import io.camber.geometry.Pose3;
import io.camber.geometry.Size3;
import io.camber.scene.ObjectClass;
import io.camber.sim.traffic.Traffic;
import io.camber.sim.traffic.driver.Vehicle;
import io.camber.truth.ActorLights;
import io.camber.truth.ActorTruth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Tells the vehicles of traffic as truth, between its decisions too. A number that comes back onto the road gets another name. */
final class TrafficTruth {
  private static final double BRAKE_LAMP_MPS2 = -0.7;
  private static final double STANDING_MPS = 0.1;
  private static final double INDICATOR_TURN = Math.toRadians(30.0);
  private static final double INDICATOR_M = 40.0;

  private final Traffic traffic;
  private final String prefix;
  private final String[] names;
  private final int[] generation;
  private final @Nullable Look[] looks;
  private final double[] yaw;
  private final double[] yawRate;
  private final double[] pose = new double[6];
  private double sinceS;

  /**
   * What a vehicle looks like that brings its own body.
   *
   * @param toMiddleM from its reference point forward to the middle of the body
   * @param toMiddleLeftM and to the left
   */
  record Look(
      String name,
      ObjectClass objectClass,
      String kind,
      Size3 size,
      double toMiddleM,
      double toMiddleLeftM,
      double wheelbaseM) {}

  TrafficTruth(Traffic traffic, String prefix) {
    this.traffic = traffic;
    this.prefix = prefix;
    names = new String[traffic.vehicles()];
    Arrays.setAll(names, v -> prefix + v);
    looks = new Look[names.length];
    generation = new int[names.length];
    Arrays.fill(generation, 1);
    yaw = new double[names.length];
    Arrays.fill(yaw, Double.NaN);
    yawRate = new double[names.length];
  }

  /** Goes on to {@code sinceDecisionS} after traffic's last step, {@code sinceToldS} after the time last gone on to. */
  void follow(double sinceDecisionS, double sinceToldS) {
    sinceS = sinceDecisionS;
    for (int v = 0; v < names.length; v++) {
      if (!traffic.isActive(v)) {
        yaw[v] = Double.NaN;
        continue;
      }
      if (generation[v] != traffic.generation(v)) {
        generation[v] = traffic.generation(v);
        names[v] = prefix + v + "." + generation[v];
        yaw[v] = Double.NaN;
      }
      traffic.poseAt(v, sinceDecisionS, pose);
      boolean known = !Double.isNaN(yaw[v]) && sinceToldS > 0.0;
      yawRate[v] = known ? Angles.difference(pose[3], yaw[v]) / sinceToldS : 0.0;
      yaw[v] = pose[3];
    }
  }

  /** Vehicle v looks so from now on. */
  void show(int v, Look look) {
    looks[v] = look;
    yaw[v] = Double.NaN;
  }

  /** The number of the vehicle on the road that has a name; -1 when there is none. */
  int find(String name) {
    for (int v = 0; v < names.length; v++) {
      if (traffic.isActive(v) && names[v].equals(name)) {
        return v;
      }
    }
    return -1;
  }

  /** Every vehicle on the road, in order of number. */
  List<ActorTruth> actors() {
    List<ActorTruth> told = new ArrayList<>(names.length);
    for (int v = 0; v < names.length; v++) {
      if (traffic.isActive(v)) {
        told.add(truth(v));
      }
    }
    return told;
  }

  /** A vehicle on the road. */
  ActorTruth truth(int v) {
    Look own = looks[v];
    return truth(v, own == null ? usual(v) : own);
  }

  private Look usual(int v) {
    Vehicle kind = traffic.kind(v);
    return new Look(
        names[v],
        objectClass(kind),
        kind.name().toLowerCase(Locale.ROOT),
        new Size3(kind.lengthM(), kind.widthM(), kind.heightM()),
        0.5 * kind.lengthM() - kind.rearOverhangM(),
        0.0,
        kind.lengthM() - 2.0 * kind.rearOverhangM());
  }

  private ActorTruth truth(int v, Look look) {
    traffic.poseAt(v, sinceS, pose);
    double ahead = look.toMiddleM();
    double left = look.toMiddleLeftM();
    double c = StrictMath.cos(pose[3]);
    double n = StrictMath.sin(pose[3]);
    double speed = Math.max(0.0, traffic.speedMps(v) + traffic.accelMps2(v) * sinceS);
    double accel = speed > 0.0 ? traffic.accelMps2(v) : 0.0;
    return new ActorTruth(
        look.name(),
        look.objectClass(),
        look.kind(),
        new Pose3(
            pose[0] - ahead * c + left * n,
            pose[1] - ahead * n - left * c,
            pose[2],
            pose[3],
            pose[4],
            pose[5]),
        look.size(),
        ahead,
        left,
        speed,
        accel,
        yawRate[v],
        StrictMath.atan2(look.wheelbaseM() * yawRate[v], Math.max(1.0, speed)),
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
