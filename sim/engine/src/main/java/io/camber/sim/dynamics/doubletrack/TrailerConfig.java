package io.camber.sim.dynamics.doubletrack;

import static io.camber.geometry.Numbers.finite;
import static io.camber.geometry.Numbers.notNegative;
import static io.camber.geometry.Numbers.positive;

/**
 * A semitrailer, whose axles share its load evenly.
 *
 * @param hitchBehindM from the tractor's centre of gravity back to the hitch
 * @param hitchAheadM from the trailer's centre of gravity forward to the hitch
 * @param hitchHeightM above the ground
 */
public record TrailerConfig(
    UnitConfig unit,
    double hitchBehindM,
    double hitchAheadM,
    double hitchHeightM,
    double lengthM,
    double widthM,
    double heightM) {
  public TrailerConfig {
    finite("hitchBehindM", hitchBehindM);
    positive("hitchAheadM", hitchAheadM);
    notNegative("hitchHeightM", hitchHeightM);
    positive("lengthM", lengthM);
    positive("widthM", widthM);
    positive("heightM", heightM);
    if (!(unit.axlesAheadM() < 0.0)) {
      throw new IllegalArgumentException(
          "trailer axles: their middle is not behind the trailer's centre of gravity");
    }
  }

  /** From the hitch back to the middle of the axles. */
  public double wheelbaseM() {
    return hitchAheadM - unit.axlesAheadM();
  }

  /** Share of the trailer's weight that rests on the hitch. */
  double hitchShare() {
    return -unit.axlesAheadM() / wheelbaseM();
  }
}
