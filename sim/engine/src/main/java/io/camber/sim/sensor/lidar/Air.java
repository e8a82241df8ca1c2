package io.camber.sim.sensor.lidar;

import io.camber.geometry.Vec3;
import io.camber.scene.ObjectClass;
import io.camber.sim.weather.Extinction;
import io.camber.truth.ActorTruth;
import io.camber.truth.TruthFrame;
import io.camber.truth.Weather;
import java.util.Arrays;
import java.util.stream.DoubleStream;

/**
 * What the air does to pulses of one sweep. Droplets take light away by the law of Beer and Lambert, and send some back: the
 * power from a metre of air at range r goes with backscatter times exp(-2 extinction r) over r squared, and where a return
 * rises above the threshold is a Poisson process of that rate. Vapour behind vehicles is a sphere that returns pulses with a
 * probability that grows with the chord. Mutable; owned by one sensor.
 */
final class Air {
  private static final float STEP_M = 0.25f;
  private static final int STEPS = 2000;
  /** Nearer than this the receiver does not see the beam. */
  private static final double OVERLAP_M = 1.2;
  /**
   * Detections per metre for unit backscatter at unit range. Set so that at 60 m of visibility a sixth of the pulses come back
   * from fog, the order that chamber tests of roof lidars show; not measured here.
   */
  private static final double SENSITIVITY = 300.0;
  /** A vehicle that drives faster than this tears its vapour apart. */
  private static final double PLUME_SPEED_MPS = 14.0;

  /** Above the zeros at the beginning of the table. */
  private static final double LEAST = 1e-9;

  private static final double PLUME_REACH_M = 60.0;
  private static final double PLUME_RADIUS_M = 0.65;
  /** Optical depth of a metre of the densest vapour. */
  private static final double PLUME_PER_M = 1.5;

  private final float[] transmission = new float[STEPS + 1];
  private final float[] hazard = new float[STEPS + 1];
  private Weather weather = Weather.CLEAR;
  private double[] plumes = new double[0];
  private double plumePerM;
  private boolean clear = true;

  /** Looks at the weather and the vehicles of a frame. */
  void prepare(TruthFrame frame, String carrier) {
    if (!frame.weather().equals(weather)) {
      weather = frame.weather();
      tabulate(Extinction.of(weather));
    }
    clear = weather.isClear();
    plumePerM = PLUME_PER_M * weather.exhaust();
    plumes = weather.exhaust() > 0.0
        ? frame.actors().stream()
            .filter(actor -> smokes(actor) && isNear(frame, carrier, actor))
            .flatMapToDouble(Air::plume)
            .toArray()
        : new double[0];
  }

  private void tabulate(Extinction air) {
    double sum = 0.0;
    for (int i = 0; i <= STEPS; i++) {
      double range = i * (double) STEP_M;
      transmission[i] = (float) StrictMath.exp(-2.0 * air.perM() * range);
      double middle = range + 0.5 * STEP_M;
      hazard[i] = (float) sum;
      if (middle >= OVERLAP_M) {
        sum += SENSITIVITY
            * air.backPerM()
            * StrictMath.exp(-2.0 * air.perM() * middle)
            / (middle * middle)
            * STEP_M;
      }
    }
  }

  private static boolean smokes(ActorTruth actor) {
    ObjectClass kind = actor.objectClass();
    boolean hasEngine = kind == ObjectClass.CAR
        || kind == ObjectClass.TRUCK
        || kind == ObjectClass.BUS
        || kind == ObjectClass.MOTORCYCLE;
    return hasEngine && Math.abs(actor.speedMps()) < PLUME_SPEED_MPS;
  }

  private static boolean isNear(TruthFrame frame, String carrier, ActorTruth actor) {
    return frame
        .findActor(carrier)
        .map(own -> own.mapFromReference()
                .position()
                .minus(actor.mapFromReference().position())
                .length()
            < PLUME_REACH_M)
        .orElse(false);
  }

  /** Centre of the vapour behind the left of the rear bumper. */
  private static DoubleStream plume(ActorTruth actor) {
    double back = actor.centerOffsetM() - actor.size().lengthM() / 2.0 - 0.6;
    var at = actor.mapFromReference().apply(new Vec3(back, 0.25 * actor.size().widthM(), 0.45));
    return DoubleStream.of(at.x(), at.y(), at.z());
  }

  /** True when pulses travel as if there were no air. */
  boolean isClear() {
    return clear;
  }

  float wetness() {
    return (float) weather.wetness();
  }

  /** Share of the light that returns through the air from a range. */
  float transmission(float range) {
    return clear ? 1.0f : transmission[Math.min(STEPS, (int) (range / STEP_M))];
  }

  /** Range at which droplets return the pulse before it has come to {@code range}; infinite when they do not. */
  float scatterRange(float unit, float range) {
    float wanted = (float) Math.max(LEAST, -StrictMath.log(1.0 - unit));
    int last = (int) Math.min(STEPS, Math.min(1e6f, range) / STEP_M);
    if (wanted >= hazard[last]) {
      return Float.POSITIVE_INFINITY;
    }
    int found = Arrays.binarySearch(hazard, 0, last + 1, wanted);
    int at = found >= 0 ? found : -found - 2;
    float width = hazard[at + 1] - hazard[at];
    return STEP_M * (at + (width > 0.0f ? (wanted - hazard[at]) / width : 0.0f));
  }

  /** Range at which vapour returns the pulse of unit direction; infinite when none does. */
  float plumeRange(
      double x, double y, double z, double dx, double dy, double dz, float unit, float range) {
    for (int i = 0; i < plumes.length; i += 3) {
      double cx = plumes[i] - x;
      double cy = plumes[i + 1] - y;
      double cz = plumes[i + 2] - z;
      double along = cx * dx + cy * dy + cz * dz;
      double off2 = cx * cx + cy * cy + cz * cz - along * along;
      double chord2 = PLUME_RADIUS_M * PLUME_RADIUS_M - off2;
      if (along > 0.0 && chord2 > 0.0) {
        double half = Math.sqrt(chord2);
        double depth = -StrictMath.log(1.0 - unit) / plumePerM;
        if (depth < 2.0 * half && along - half + depth < range) {
          return (float) (along - half + depth);
        }
      }
    }
    return Float.POSITIVE_INFINITY;
  }
}
