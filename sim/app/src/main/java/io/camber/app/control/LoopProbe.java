package io.camber.app.control;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Measures the open loop while it is closed: a sine is added at one signal, and after it has settled the loop's own part u and the
 * sum v are compared over whole periods. Since u = -L v there, L = -U / V, whatever else the loop holds in steady motion.
 */
final class LoopProbe {
  private static final double SETTLING_S = 12.0;
  private static final double MEASURED_S = 6.0;
  private static final int PERIODS_MIN = 2;

  private final Supplier<ProbedLoop> loops;
  private final double amplitude;

  /**
   * A probe.
   *
   * @param loops makes the loop anew, in steady motion
   * @param amplitude of what is added
   */
  LoopProbe(Supplier<ProbedLoop> loops, double amplitude) {
    this.loops = loops;
    this.amplitude = amplitude;
  }

  /** Frequencies whose periods are whole numbers of steps, evenly apart by ratio as far as that goes. */
  List<LoopPoint> sweep(double fromHz, double toHz, int count) {
    double stepS = loops.get().stepS();
    List<LoopPoint> points = new ArrayList<>();
    long last = 0;
    for (int i = 0; i < count; i++) {
      double wantedHz = fromHz * StrictMath.pow(toHz / fromHz, (double) i / (count - 1));
      long periodSteps = Math.round(1.0 / (wantedHz * stepS));
      if (periodSteps != last) {
        points.add(at((int) periodSteps));
        last = periodSteps;
      }
    }
    return points;
  }

  /** The loop at a period of so many steps. */
  LoopPoint at(int periodSteps) {
    ProbedLoop loop = loops.get();
    double periodS = periodSteps * loop.stepS();
    int before = periodSteps * (int) Math.ceil(SETTLING_S / periodS);
    int measured = periodSteps * Math.max(PERIODS_MIN, (int) Math.ceil(MEASURED_S / periodS));
    Sums own = new Sums();
    Sums all = new Sums();
    for (int i = 0; i < before + measured; i++) {
      double angle = 2.0 * StrictMath.PI * (i % periodSteps) / periodSteps;
      double cos = StrictMath.cos(angle);
      double sin = StrictMath.sin(angle);
      double added = amplitude * sin;
      double said = loop.step(added);
      if (i >= before) {
        own.add(said, cos, sin);
        all.add(said + added, cos, sin);
      }
    }
    double square = all.real * all.real + all.imaginary * all.imaginary;
    return new LoopPoint(
        1.0 / periodS,
        -(own.real * all.real + own.imaginary * all.imaginary) / square,
        -(own.imaginary * all.real - own.real * all.imaginary) / square);
  }

  /** A Fourier sum. */
  private static final class Sums {
    private double real;
    private double imaginary;

    private void add(double value, double cos, double sin) {
      real += value * cos;
      imaginary -= value * sin;
    }
  }
}
