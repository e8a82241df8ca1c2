package io.camber.sim.dynamics.doubletrack;

import io.camber.sim.dynamics.PowertrainConfig;
import io.camber.sim.dynamics.SteeringConfig;
import java.util.List;
import java.util.Optional;

/** Vehicles for tests: round figures, tyres without load sensitivity, so that closed forms hold to the digit. */
public final class Cars {
  private Cars() {}

  /** A car of 1500 kg with rear drive. */
  public static DoubleTrackConfig car() {
    return vehicle(Optional.empty());
  }

  /** The same with a semitrailer of 2 t, 6 m behind a hitch 0.2 m ahead of the rear axle. */
  public static DoubleTrackConfig withTrailer() {
    return vehicle(Optional.of(new TrailerConfig(
        new UnitConfig(2000.0, 6000.0, 1.0, List.of(new AxleConfig(-2.0, 1.6, 1.0, 0.4, 0.0, 1.0))),
        1.2,
        4.0,
        0.9,
        7.0,
        2.2,
        2.5)));
  }

  private static DoubleTrackConfig vehicle(Optional<TrailerConfig> trailer) {
    double own = trailer.isPresent() ? 0.6 : 1.0;
    return new DoubleTrackConfig(
        "test car",
        4.5,
        1.8,
        1.5,
        0.9,
        new UnitConfig(
            1500.0,
            2500.0,
            0.55,
            List.of(
                new AxleConfig(1.2, 1.5, 0.6, 0.66 * own, 0.0, 0.7),
                new AxleConfig(-1.4, 1.5, 0.4, 0.34 * own, 1.0, 1.0))),
        trailer,
        tyre(),
        new WheelConfig(0.32, 1.2),
        new SteeringConfig(0.6, 0.7, 0.1, 0.1, 0.002),
        new PowertrainConfig(3.0, 70.0, 9.0, 0.25, 0.12),
        new BrakeConfig(true, 20_000.0, 80.0, 250.0, 650.0, 0.6),
        new BodyConfig(0.65, 0.012, 0.0071, 0.0027, 0.12),
        true,
        true);
  }

  static TyreConfig tyre() {
    return new TyreConfig(
        new TyreCurve(1.65, 1.1, 0.4, 22.0),
        new TyreCurve(1.35, 1.0, 0.0, 20.0),
        4000.0,
        0.0,
        Double.POSITIVE_INFINITY,
        0.4);
  }
}
