package io.camber.sim.dynamics;

import io.camber.geometry.Pose2;
import io.camber.truth.WheelTruth;
import java.util.Optional;

/** A simulated car: obeys demands on the ground it is given. Mutable; owned by one thread. */
public interface Plant {
  /**
   * Starts in steady motion on an arc, actuators settled, drive or brake effort as the acceleration demands on that ground.
   *
   * @param mapFromBase middle of the rear axle
   */
  void reset(
      Pose2 mapFromBase, double speedMps, double curvaturePerM, double accelMps2, Ground ground);

  /** Moves on under constant demands; {@code durationNs} is a multiple of 1 ms. Demands must be finite. */
  void step(long durationNs, double steeringDemand, double accelDemandMps2, Ground ground);

  /** From now on steering, drive and brakes do what they are told at once, within the same limits: an ideal for experiments. */
  void obeyAtOnce();

  PlantState state();

  /** How fast the wheels turn; empty where a model has no wheels of its own, so that they roll without slip. */
  Optional<WheelTruth> wheels();

  /** Middle of the trailer's axles on the ground; empty without a trailer. */
  Optional<Pose2> trailer();
}
