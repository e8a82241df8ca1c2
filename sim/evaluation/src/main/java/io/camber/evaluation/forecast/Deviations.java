package io.camber.evaluation.forecast;

import io.camber.geometry.Vec2;
import java.util.Arrays;
import java.util.List;

/** How far the modes of a forecast were from what then happened, step by step. Owned by one thread. */
public final class Deviations {
  private static final int STEPS_FIRST = 16;

  /** What is less likely than by exp of this adds nothing to one. */
  private static final double NOTHING = -40.0;

  private final List<Mode> modes;
  private int steps;
  private double[] actualX = new double[STEPS_FIRST];
  private double[] actualY = new double[STEPS_FIRST];

  /** Sums of distances up to each step, mode by mode within a step. */
  private double[] sumsM;

  /** @param modes the likeliest first */
  public Deviations(List<Mode> modes) {
    this.modes = List.copyOf(modes);
    this.sumsM = new double[STEPS_FIRST * modes.size()];
  }

  /** Takes in where the object was at the next step; every mode must go as far. */
  public void add(Vec2 position) {
    if (steps == actualX.length) {
      actualX = Arrays.copyOf(actualX, 2 * steps);
      actualY = Arrays.copyOf(actualY, 2 * steps);
      sumsM = Arrays.copyOf(sumsM, 2 * sumsM.length);
    }
    int row = steps * modes.size();
    for (int i = 0; i < modes.size(); i++) {
      double before = steps == 0 ? 0.0 : sumsM[row - modes.size() + i];
      sumsM[row + i] = before + modes.get(i).distanceM(steps, position.x(), position.y());
    }
    actualX[steps] = position.x();
    actualY[steps] = position.y();
    steps++;
  }

  /** Steps taken in. */
  public int steps() {
    return steps;
  }

  /** How many modes there are. */
  public int modeCount() {
    return modes.size();
  }

  /** Of a mode. */
  public double probability(int mode) {
    return modes.get(mode).probability();
  }

  List<Mode> modes() {
    return modes;
  }

  Vec2 actual(int step) {
    return new Vec2(actualX[step], actualY[step]);
  }

  /** Mean distance of a mode over the first steps. */
  public double meanM(int mode, int steps) {
    return sumsM[(steps - 1) * modes.size() + mode] / steps;
  }

  /** True when a mode is that far off or more at any of the first steps; most often it is so at the last. */
  boolean isEverOff(int mode, int steps, double distanceM) {
    for (int i = steps - 1; i >= 0; i--) {
      if (modes.get(mode).squaredM(i, actualX[i], actualY[i]) >= distanceM * distanceM) {
        return true;
      }
    }
    return false;
  }

  /** -log of the sum over the modes of p exp(-1/2 of the sum of squared distances), in a form that does not underflow. */
  double negativeLogLikelihood(int steps) {
    double[] logs = new double[modes.size()];
    double greatest = Double.NEGATIVE_INFINITY;
    for (int mode = 0; mode < logs.length; mode++) {
      double squares = 0.0;
      for (int i = 0; i < steps; i++) {
        squares += modes.get(mode).squaredM(i, actualX[i], actualY[i]);
      }
      logs[mode] = StrictMath.log(modes.get(mode).probability()) - 0.5 * squares;
      greatest = Math.max(greatest, logs[mode]);
    }
    double sum = 0.0;
    for (double each : logs) {
      double less = each - greatest;
      sum += less == 0.0 ? 1.0 : less < NOTHING ? 0.0 : StrictMath.exp(less);
    }
    return sum == 1.0 ? -greatest : -(greatest + StrictMath.log(sum));
  }

  /** Distance of a mode at the last of the first steps. */
  public double finalM(int mode, int steps) {
    return modes.get(mode).distanceM(steps - 1, actualX[steps - 1], actualY[steps - 1]);
  }
}
