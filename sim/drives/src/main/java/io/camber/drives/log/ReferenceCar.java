package io.camber.drives.log;

import io.camber.geometry.Pose3;
import io.camber.geometry.Size3;
import io.camber.scene.ObjectClass;
import io.camber.truth.ActorLights;
import io.camber.truth.ActorTruth;

/** The car that recorded a drive, as truth. */
public final class ReferenceCar {
  public static final String NAME = "Ego";

  private ReferenceCar() {}

  public static ActorTruth of(
      Pose3 mapFromBase,
      double lengthM,
      double widthM,
      double heightM,
      double rearOverhangM,
      double speedMps) {
    return new ActorTruth(
        NAME,
        ObjectClass.CAR,
        "car",
        mapFromBase,
        new Size3(lengthM, widthM, heightM),
        lengthM / 2.0 - rearOverhangM,
        0.0,
        speedMps,
        0.0,
        0.0,
        0.0,
        ActorLights.OFF);
  }

  /** Speed along the body between two poses. */
  public static double speedMps(Pose3 before, Pose3 after, double seconds) {
    return after
            .position()
            .minus(before.position())
            .toVec2()
            .dot(after.toPose2().forward())
        / seconds;
  }
}
