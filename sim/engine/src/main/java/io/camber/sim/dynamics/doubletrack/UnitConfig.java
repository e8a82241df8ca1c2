package io.camber.sim.dynamics.doubletrack;

import static io.camber.geometry.Numbers.notNegative;
import static io.camber.geometry.Numbers.positive;

import java.util.List;

/**
 * A rigid body on axles: a car, a tractor, a trailer.
 *
 * @param yawInertiaKgM2 about the vertical axis through the centre of gravity
 * @param gravityCenterM height of the centre of gravity
 * @param axles from the front to the rear
 */
public record UnitConfig(
    double massKg, double yawInertiaKgM2, double gravityCenterM, List<AxleConfig> axles) {
  public UnitConfig {
    positive("massKg", massKg);
    positive("yawInertiaKgM2", yawInertiaKgM2);
    notNegative("gravityCenterM", gravityCenterM);
    axles = List.copyOf(axles);
    if (axles.isEmpty()) {
      throw new IllegalArgumentException("axles: there is none");
    }
  }

  AxleConfig front() {
    return axles.get(0);
  }

  AxleConfig rear() {
    return axles.get(axles.size() - 1);
  }

  /** Middle of all axles ahead of the centre of gravity. */
  double axlesAheadM() {
    return axles.stream().mapToDouble(AxleConfig::aheadM).sum() / axles.size();
  }
}
