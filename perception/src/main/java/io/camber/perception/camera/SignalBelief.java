package io.camber.perception.camera;

import io.camber.scene.SignalColor;
import io.camber.scene.SignalState;
import java.util.Arrays;

/**
 * Belief in what one head shows, a hidden Markov model over its phases. Caution is built in: green is only reported after
 * {@value #GREEN_READINGS} green readings in a row, anything red at once takes it away.
 */
final class SignalBelief {
  private static final int GREEN_READINGS = 3;

  /** Probability per reading that a phase ends in its regular successor, and in any other phase. */
  private static final double NEXT = 0.04;

  private static final double ODD = 0.004;
  private static final double REPORTED_MIN = 0.6;

  /** Belief in red at which it is reported although another phase is likelier. */
  private static final double RED_MIN = 0.35;

  /** Without a reading for this long nothing is known. */
  private static final long FORGET_NS = 1_000_000_000L;

  private static final SignalColor[] PHASES = {
    SignalColor.OFF, SignalColor.RED, SignalColor.RED_YELLOW, SignalColor.YELLOW, SignalColor.GREEN
  };
  private static final int OFF = 0;
  private static final int RED = 1;
  private static final int RED_YELLOW = 2;
  private static final int YELLOW = 3;
  private static final int GREEN = 4;

  private final double[] belief = {0.2, 0.2, 0.2, 0.2, 0.2};
  private int greenInRow;
  private long readNs = Long.MIN_VALUE;

  void update(LampReading reading, long timeNs) {
    if (reading.color() == SignalColor.UNKNOWN) {
      return;
    }
    if (isForgotten(timeNs)) {
      Arrays.fill(belief, 1.0 / PHASES.length);
      greenInRow = 0;
    }
    readNs = timeNs;
    greenInRow = reading.color() == SignalColor.GREEN ? greenInRow + 1 : 0;
    step();
    double sum = 0.0;
    for (int k = 0; k < PHASES.length; k++) {
      belief[k] *= likelihood(reading, PHASES[k]);
      sum += belief[k];
    }
    for (int k = 0; k < PHASES.length; k++) {
      belief[k] /= sum;
    }
  }

  private boolean isForgotten(long timeNs) {
    return readNs == Long.MIN_VALUE || timeNs - readNs > FORGET_NS;
  }

  private void step() {
    double[] next = new double[PHASES.length];
    for (int from = 0; from < PHASES.length; from++) {
      double left = belief[from];
      for (int to = 0; to < PHASES.length; to++) {
        if (to != from) {
          double moved = belief[from] * (isRegular(from, to) ? NEXT : ODD);
          next[to] += moved;
          left -= moved;
        }
      }
      next[from] += left;
    }
    System.arraycopy(next, 0, belief, 0, next.length);
  }

  private static boolean isRegular(int from, int to) {
    return (from == RED && (to == RED_YELLOW || to == GREEN))
        || (from == RED_YELLOW && to == GREEN)
        || (from == GREEN && to == YELLOW)
        || (from == YELLOW && (to == RED || to == OFF))
        || (from == OFF && to == YELLOW);
  }

  /** The rest of the confidence is spread over the other phases; one lamp of two is easily missed. */
  private static double likelihood(LampReading reading, SignalColor phase) {
    double rest = 1.0 - Math.min(0.98, reading.confidence());
    if (reading.color() == phase) {
      return 1.0 - rest;
    }
    boolean half = phase == SignalColor.RED_YELLOW
        && (reading.color() == SignalColor.RED || reading.color() == SignalColor.YELLOW);
    return half ? Math.max(0.15, 0.25 * rest) : 0.25 * rest;
  }

  SignalState state(String signalId, long timeNs) {
    if (isForgotten(timeNs)) {
      return new SignalState(signalId, SignalColor.UNKNOWN, 0.0);
    }
    int most = OFF;
    for (int k = 0; k < PHASES.length; k++) {
      if (belief[k] > belief[most]) {
        most = k;
      }
    }
    double stop = belief[RED] + belief[RED_YELLOW];
    if (most != RED && most != RED_YELLOW && stop > RED_MIN) {
      return new SignalState(signalId, SignalColor.RED, Math.min(1.0, stop));
    }
    boolean isEarlyGreen = most == GREEN && greenInRow < GREEN_READINGS;
    if (belief[most] < REPORTED_MIN || isEarlyGreen) {
      return belief[YELLOW] > RED_MIN
          ? new SignalState(signalId, SignalColor.YELLOW, Math.min(1.0, belief[YELLOW]))
          : new SignalState(signalId, SignalColor.UNKNOWN, 0.0);
    }
    return new SignalState(signalId, PHASES[most], Math.min(1.0, belief[most]));
  }
}
