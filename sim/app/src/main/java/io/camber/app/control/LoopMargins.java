package io.camber.app.control;

import java.util.List;

/**
 * What a stable loop can still take, from its frequency response. NaN where the measured frequencies hold no such crossing.
 *
 * @param crossoverHz highest frequency at which the gain falls through one
 * @param phaseMargin least distance of the phase from minus half a turn, full turns aside, where the gain is one, rad, within
 *     (-pi, pi]; more lag takes a positive one away, more lead a negative one
 * @param delayMarginS least additional delay with which the loop goes through minus one
 * @param gainMarginDb least rise of the gain after which the loop goes through minus one
 * @param phaseCrossingHz where that is
 * @param fallMarginDb least fall of the gain after which the loop goes through minus one, positive
 * @param distance least distance of the loop from minus one, the inverse of the peak of sensitivity
 */
record LoopMargins(
    double crossoverHz,
    double phaseMargin,
    double delayMarginS,
    double gainMarginDb,
    double phaseCrossingHz,
    double fallMarginDb,
    double distance) {
  private static final double TURN = 2.0 * StrictMath.PI;

  /** Margins of points in rising frequency; between them gain in decibels and phase go straight over the logarithm of frequency. */
  static LoopMargins of(List<LoopPoint> points) {
    double[] phases = unwrapped(points);
    double crossover = Double.NaN;
    double phaseMargin = Double.NaN;
    double delay = Double.NaN;
    double gainMargin = Double.NaN;
    double phaseCrossing = Double.NaN;
    double fallMargin = Double.NaN;
    double distance = points.stream().mapToDouble(LoopPoint::distance).min().orElse(Double.NaN);
    for (int i = 1; i < phases.length; i++) {
      LoopPoint a = points.get(i - 1);
      LoopPoint b = points.get(i);
      if (a.gainDb() > 0.0 != b.gainDb() > 0.0) {
        double share = a.gainDb() / (a.gainDb() - b.gainDb());
        double frequency = between(a.frequencyHz(), b.frequencyHz(), share);
        double phase = phases[i - 1] + share * (phases[i] - phases[i - 1]);
        double margin = Math.IEEEremainder(phase + StrictMath.PI, TURN);
        crossover = a.gainDb() > 0.0 ? frequency : crossover;
        phaseMargin = Math.abs(margin) >= Math.abs(phaseMargin) ? phaseMargin : margin;
        delay = least(delay, (margin < 0.0 ? margin + TURN : margin) / (TURN * frequency));
      }
      double before = (phases[i - 1] + StrictMath.PI) / TURN;
      double after = (phases[i] + StrictMath.PI) / TURN;
      double level = Math.floor(Math.max(before, after));
      if (Math.min(before, after) < level) {
        double share = (before - level) / (before - after);
        double margin = -(a.gainDb() + share * (b.gainDb() - a.gainDb()));
        if (margin > 0.0 && !(margin >= gainMargin)) {
          gainMargin = margin;
          phaseCrossing = between(a.frequencyHz(), b.frequencyHz(), share);
        }
        fallMargin = margin < 0.0 ? least(fallMargin, -margin) : fallMargin;
      }
    }
    return new LoopMargins(
        crossover, phaseMargin, delay, gainMargin, phaseCrossing, fallMargin, distance);
  }

  private static double least(double known, double value) {
    return value >= known ? known : value;
  }

  private static double between(double a, double b, double share) {
    return a * StrictMath.pow(b / a, share);
  }

  /** Phases without jumps, the first in [-2 pi, 0]. */
  static double[] unwrapped(List<LoopPoint> points) {
    double[] phases = new double[points.size()];
    for (int i = 0; i < phases.length; i++) {
      double phase = points.get(i).phase();
      double near = i == 0 ? -StrictMath.PI : phases[i - 1];
      phases[i] = phase - TURN * Math.round((phase - near) / TURN);
    }
    return phases;
  }
}
