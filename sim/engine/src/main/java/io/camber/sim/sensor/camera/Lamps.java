package io.camber.sim.sensor.camera;

import io.camber.geometry.Pose3;
import io.camber.geometry.Vec3;
import io.camber.scene.ObjectClass;
import io.camber.sim.sensor.camera.raster.ViewPose;
import io.camber.sim.weather.Extinction;
import io.camber.truth.ActorLights;
import io.camber.truth.ActorTruth;
import io.camber.truth.TruthFrame;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Lamps that light a scene at night: the low beams of the car itself and of its neighbours, and street lamps. Illuminance
 * falls with the square of the distance; a low beam is bright below the horizontal and a few degrees to the sides. Mutable;
 * results stay until the next call.
 */
final class Lamps {
  private static final int VEHICLES_MAX = 5;
  private static final int STREET_MAX = 10;
  private static final double PARKED_MPS = 0.05;
  private static final double VEHICLE_REACH_M = 90.0;
  private static final double STREET_REACH_M = 75.0;
  /** Intensity of a pair of low beams and of a street lamp, in units of the daylight at the road times square metres. */
  private static final float BEAM = 220.0f;

  private static final float STREET = 6.0f;
  /** Retro-reflectors send back this many times what white paper does, to eyes beside the lamp. */
  private static final float RETRO_GAIN = 28.0f;

  private final double[] beamX = new double[VEHICLES_MAX + 1];
  private final double[] beamY = new double[VEHICLES_MAX + 1];
  private final double[] beamZ = new double[VEHICLES_MAX + 1];
  private final double[] forwardX = new double[VEHICLES_MAX + 1];
  private final double[] forwardY = new double[VEHICLES_MAX + 1];
  private int beams;
  private List<Vec3> street = List.of();
  private double eyeX;
  private double eyeY;
  private float airShine;
  private float white;
  private float warm;

  /** Looks at who has lamps on around the car. */
  void prepare(TruthFrame frame, ActorTruth own, ViewPose view, Light light, List<Vec3> lamps) {
    eyeX = view.x();
    eyeY = view.y();
    beams = 0;
    add(own);
    frame.actors().stream()
        .filter(actor -> !actor.name().equals(own.name()) && hasLamps(actor))
        .filter(actor -> distance(actor.mapFromReference().position()) < VEHICLE_REACH_M)
        .sorted(Comparator.comparingDouble(
            actor -> distance(actor.mapFromReference().position())))
        .limit(VEHICLES_MAX)
        .forEach(this::add);
    List<Vec3> near = new ArrayList<>(lamps);
    near.removeIf(lamp -> distance(lamp) > STREET_REACH_M);
    near.sort(Comparator.comparingDouble(this::distance));
    street = List.copyOf(near.subList(0, Math.min(STREET_MAX, near.size())));
    airShine = (float) Math.min(0.16, 40.0 * Extinction.of(light.weather).backPerM());
  }

  /** Vehicles that drive with lamps on at night; parked ones, which stand without braking, are dark. */
  static boolean hasLamps(ActorTruth actor) {
    ObjectClass kind = actor.objectClass();
    boolean isParked =
        Math.abs(actor.speedMps()) < PARKED_MPS && actor.lights().equals(ActorLights.OFF);
    return !isParked
        && !actor.kind().contains("trailer")
        && (kind == ObjectClass.CAR
            || kind == ObjectClass.TRUCK
            || kind == ObjectClass.BUS
            || kind == ObjectClass.MOTORCYCLE);
  }

  private double distance(Vec3 place) {
    double x = place.x() - eyeX;
    double y = place.y() - eyeY;
    return Math.sqrt(x * x + y * y);
  }

  private void add(ActorTruth actor) {
    Pose3 pose = actor.mapFromReference();
    Vec3 lamp = pose.apply(new Vec3(
        actor.centerOffsetM() + actor.size().lengthM() / 2.0, actor.centerOffsetLeftM(), 0.65));
    beamX[beams] = lamp.x();
    beamY[beams] = lamp.y();
    beamZ[beams] = lamp.z();
    forwardX[beams] = StrictMath.cos(pose.yaw());
    forwardY[beams] = StrictMath.sin(pose.yaw());
    beams++;
  }

  /** Light on a surface, whose retro-reflection answers the car's own lamps. */
  void light(double x, double y, double z, float nx, float ny, float nz, float retro) {
    white = 0.0f;
    for (int i = 0; i < beams; i++) {
      double lx = beamX[i] - x;
      double ly = beamY[i] - y;
      double lz = beamZ[i] - z;
      double d2 = lx * lx + ly * ly + lz * lz;
      double along = -(lx * forwardX[i] + ly * forwardY[i]);
      if (along <= 0.3) {
        continue;
      }
      double aside = lx * forwardY[i] - ly * forwardX[i];
      double intensity = beam(aside / along, -lz / along);
      double d = Math.sqrt(d2);
      double cosine = (nx * lx + ny * ly + nz * lz) / d;
      double shine = Math.max(0.0, cosine) + (i == 0 ? RETRO_GAIN * retro * 0.1 : 0.0);
      white += (float) (BEAM * intensity * shine / (d2 + 4.0));
    }
    warm = 0.0f;
    for (int i = 0; i < street.size(); i++) {
      Vec3 lamp = street.get(i);
      double lx = lamp.x() - x;
      double ly = lamp.y() - y;
      double lz = lamp.z() - z;
      if (lz > 0.0) {
        double d2 = lx * lx + ly * ly + lz * lz;
        double cosine = (nx * lx + ny * ly + nz * lz) / Math.sqrt(d2);
        double down = lz / Math.sqrt(d2);
        warm += (float) (STREET * Math.max(0.0, cosine) * down / (d2 + 1.0));
      }
    }
  }

  /** Low beam over its peak by the tangents of the angles to the left and up. */
  private static double beam(double left, double up) {
    double side = 1.0 / (1.0 + 9.0 * left * left * left * left + 3.0 * left * left);
    // The cut-off lies half a degree below the horizontal; a little light goes above it, for signs.
    double above = up + 0.009;
    double vertical = above > 0.0
        ? 0.035 + 0.5 / (1.0 + 9.0e4 * above * above)
        : 1.0 / (1.0 + 60.0 * above * above) * 0.55 + 0.45 / (1.0 + 900.0 * above * above);
    return side * vertical;
  }

  /** White light of the last call. */
  float white() {
    return white;
  }

  /** Warm light of the last call. */
  float warm() {
    return warm;
  }

  /** How brightly the air shines in a direction of unit length, lit by the car's own lamps. */
  float airGlow(float x, float y, float z) {
    double along = x * forwardX[0] + y * forwardY[0];
    if (along <= 0.1) {
      return 0.0f;
    }
    double left = (-x * forwardY[0] + y * forwardX[0]) / along;
    double up = z / along;
    return airShine
        * (float) (1.0 / ((1.0 + 6.0 * left * left) * (1.0 + 30.0 * (up + 0.05) * (up + 0.05))));
  }

  List<Vec3> street() {
    return street;
  }
}
