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
  private final double[] yaw;
  private final double[] yawRate;
  private final double[] pose = new double[6];
  private double sinceS;

  TrafficTruth(Traffic traffic, String prefix) {
    this.traffic = traffic;
    this.prefix = prefix;
    names = new String[traffic.vehicles()];
    Arrays.setAll(names, v -> prefix + v);
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

  private ActorTruth truth(int v) {
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
