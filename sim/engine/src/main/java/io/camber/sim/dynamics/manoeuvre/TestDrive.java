package io.camber.sim.dynamics.manoeuvre;

import io.camber.geometry.Pose2;
import io.camber.geometry.Vec2;
import io.camber.sim.dynamics.Ground;
import io.camber.sim.dynamics.PlantState;
import io.camber.sim.dynamics.doubletrack.DoubleTrackConfig;
import io.camber.sim.dynamics.doubletrack.DoubleTrackPlant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;

/** Drives a vehicle on a plane and writes down what it does, every 5 ms. */
final class TestDrive {
  static final double GRAVITY_MPS2 = 9.81;
  private static final long STEP_NS = 5_000_000L;
  static final double STEP_S = STEP_NS * 1e-9;

  /** A moment. */
  record Moment(double timeS, PlantState state) {
    double yawRate() {
      return state.yawRateRadps();
    }

    /** Also when the car spins. */
    double overGroundMps() {
      return StrictMath.hypot(state.speedMps(), state.leftMps());
    }

    /** Of the middle of the rear axle, which in steady motion is that of the centre of gravity. */
    double lateralMps2() {
      return state.speedMps() * state.yawRateRadps();
    }
  }

  /** What the driver demands now. */
  interface Driver {
    double accelMps2(double timeS, PlantState state);
  }

  private final DoubleTrackPlant plant;
  private final DoubleTrackConfig config;
  private final Ground ground;
  private final List<Moment> moments = new ArrayList<>();
  private double timeS;

  TestDrive(DoubleTrackConfig config, Ground ground, double speedMps, double curvaturePerM) {
    this.config = config;
    this.ground = ground;
    plant = new DoubleTrackPlant(config);
    plant.reset(Pose2.IDENTITY, speedMps, curvaturePerM, 0.0, ground);
    moments.add(new Moment(0.0, plant.state()));
  }

  /** Drives on; the steering angle is a function of the time since the start. */
  TestDrive drive(double seconds, DoubleUnaryOperator steering, Driver driver) {
    long steps = Math.round(seconds / STEP_S);
    for (long i = 0; i < steps; i++) {
      plant.step(
          STEP_NS, steering.applyAsDouble(timeS), driver.accelMps2(timeS, plant.state()), ground);
      timeS += STEP_S;
      moments.add(new Moment(timeS, plant.state()));
    }
    return this;
  }

  /** Keeps a speed, with a stiff controller of its own. */
  Driver cruising(double speedMps) {
    double mass = config.totalMassKg();
    double resisting = 0.6 * config.body().dragAreaM2() * speedMps * speedMps / mass
        + config.body().rollingCoefficient() * GRAVITY_MPS2;
    return (time, state) -> 4.0 * (speedMps - state.speedMps()) + resisting;
  }

  List<Moment> moments() {
    return moments;
  }

  Moment last() {
    return moments.get(moments.size() - 1);
  }

  /** The moment nearest to a time. */
  Moment at(double seconds) {
    long index = Math.round(seconds / STEP_S);
    return moments.get((int) Math.max(0, Math.min(moments.size() - 1L, index)));
  }

  /** A value over time, from a time on that becomes 0. */
  List<Vec2> series(double fromS, ToDoubleFunction<Moment> value) {
    return moments.stream()
        .filter(moment -> moment.timeS() >= fromS - 1e-9)
        .map(moment -> new Vec2(moment.timeS() - fromS, value.applyAsDouble(moment)))
        .toList();
  }

  /** Largest value with its sign of those after a time. */
  double peak(double fromS, double toS, ToDoubleFunction<Moment> value) {
    double peak = 0.0;
    for (Moment moment : moments) {
      boolean isIn = moment.timeS() >= fromS && moment.timeS() <= toS;
      if (isIn && Math.abs(value.applyAsDouble(moment)) > Math.abs(peak)) {
        peak = value.applyAsDouble(moment);
      }
    }
    return peak;
  }
}
