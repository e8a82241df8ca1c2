package io.camber.sim.traffic.driver;

import static io.camber.geometry.Numbers.within;

/**
 * What is said of how somebody drives. NaN stands for what nobody says: there people differ as they do. Units and meanings are those
 * of {@link Driver}.
 */
public record Manner(
    double speedFactor,
    double timeGapS,
    double standstillM,
    double accelMps2,
    double decelMps2,
    double politeness) {
  /** Nothing is said. */
  public static final Manner USUAL =
      new Manner(Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN);

  public Manner {
    check("speedFactor", speedFactor, 0.1, 3.0);
    check("timeGapS", timeGapS, 0.1, 10.0);
    check("standstillM", standstillM, 0.1, 20.0);
    check("accelMps2", accelMps2, 0.1, 10.0);
    check("decelMps2", decelMps2, 0.1, 10.0);
    check("politeness", politeness, 0.0, 2.0);
  }

  private static void check(String name, double value, double min, double max) {
    if (!Double.isNaN(value)) {
      within(name, value, min, max);
    }
  }
}
