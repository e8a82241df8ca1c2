package io.camber.sim.sensor.inertial;

import io.camber.geometry.Pose3;
import io.camber.geometry.Size3;
import io.camber.scene.ObjectClass;
import io.camber.truth.ActorLights;
import io.camber.truth.ActorTruth;

/** True egos for sensor tests. */
final class Egos {
  private Egos() {}

  static ActorTruth moving(Pose3 pose, double speedMps, double yawRateRadps, double wheelAngle) {
    return new ActorTruth(
        "Ego",
        ObjectClass.CAR,
        "car",
        pose,
        new Size3(4.7, 1.86, 1.5),
        1.4,
        0.0,
        speedMps,
        0.0,
        yawRateRadps,
        wheelAngle,
        ActorLights.OFF);
  }
}
