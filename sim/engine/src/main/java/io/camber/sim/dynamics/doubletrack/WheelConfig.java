package io.camber.sim.dynamics.doubletrack;

import static io.camber.geometry.Numbers.positive;

/** A wheel: what turns. */
public record WheelConfig(double radiusM, double inertiaKgM2) {
  public WheelConfig {
    positive("radiusM", radiusM);
    positive("inertiaKgM2", inertiaKgM2);
  }
}
