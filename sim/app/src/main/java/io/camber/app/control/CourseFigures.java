package io.camber.app.control;

import io.camber.evaluation.statistics.Samples;

/**
 * How well a car was kept on a course; until it was lost, if it was.
 *
 * @param lateral rear axle to the side of where it should be at the same time, m
 * @param heading of the body against the line, rad; a car that slips in a bend has some
 * @param position along the line, m
 * @param speed m/s
 * @param stopM where it stands beyond the line, negative before it; NaN where there is no stop or it does not stand
 * @param steeringRateRadps RMS of the command
 * @param chatterHz how often a second the commanded rate changes sign, of rates above 1 degree a second
 * @param limitedS time during which a limit cut the commanded angle
 */
public record CourseFigures(
    Spread lateral,
    Spread heading,
    Spread position,
    Spread speed,
    double stopM,
    double steeringRateRadps,
    double chatterHz,
    double limitedS,
    boolean hasDiverged) {

  /** Sizes of an error over a drive. */
  public record Spread(double rms, double p95, double max) {
    static Spread of(Samples sizes) {
      return new Spread(sizes.rms(), sizes.quantile(0.95), sizes.max());
    }
  }
}
