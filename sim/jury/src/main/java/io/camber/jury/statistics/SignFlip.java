package io.camber.jury.statistics;

import java.util.Comparator;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Fisher's sign-flip test of paired differences, of many questions at once. When two builds drive alike, each scenario's difference
 * is as likely to be seen with the other sign; a scenario flips whole, with all its seeds and in all questions at once. A question is
 * measured by the size of its sum against its root of squares, and its probability is the share of flips in which it or <em>any</em>
 * question that is no farther gets at least that far (Westfall and Young 1993, step-down maxT, algorithm 4.1): the chance of one false
 * answer among all of them is bounded, however the questions hang together. Exact up to {@value #EXACT_MAX} scenarios, drawn beyond.
 */
public final class SignFlip {
  /** Two to this power less one flips are all looked at. */
  static final int EXACT_MAX = 14;

  /** Sums of the same numbers in another order differ by less. */
  private static final double ROUNDING = 1e-12;

  private final int draws;
  private final long seed;

  public SignFlip(int draws, long seed) {
    if (draws < 100) {
      throw new IllegalArgumentException("draws=" + draws + " is less than 100");
    }
    this.draws = draws;
    this.seed = seed;
  }

  /**
   * The probability of each question, corrected for all of them.
   *
   * @param sums differences by question and scenario, zero where a scenario says nothing to the question
   */
  public double[] pValues(double[][] sums) {
    int questions = sums.length;
    double[] pValues = new double[questions];
    if (questions == 0) {
      return pValues;
    }
    double[][] scaled = scaled(sums);
    int scenarios = scaled[0].length;
    double[] seen = sizes(scaled, new boolean[scenarios]);
    int[] nearestFirst = IntStream.range(0, questions)
        .boxed()
        .sorted(Comparator.comparingDouble(k -> seen[k]))
        .mapToInt(Integer::intValue)
        .toArray();
    boolean exact = scenarios <= EXACT_MAX;
    int flips = exact ? 1 << Math.max(0, scenarios - 1) : draws;
    int[] asFar = new int[questions];
    SplittableRandom random = new SplittableRandom(seed);
    boolean[] flipped = new boolean[scenarios];
    // flip 0 is the one that was seen; the first scenario never flips: all flipped is the same size
    for (int flip = 0; flip < flips; flip++) {
      for (int i = 1; i < scenarios; i++) {
        flipped[i] = exact ? ((flip >> (i - 1)) & 1) == 1 : flip > 0 && random.nextBoolean();
      }
      double most = 0.0;
      for (int k : nearestFirst) {
        most = Math.max(most, size(scaled[k], flipped));
        asFar[k] += most >= seen[k] * (1.0 - ROUNDING) ? 1 : 0;
      }
    }
    double least = 0.0;
    for (int rank = questions - 1; rank >= 0; rank--) {
      int k = nearestFirst[rank];
      least = Math.max(least, (double) asFar[k] / flips);
      pValues[k] = least;
    }
    return pValues;
  }

  private static double[][] scaled(double[][] sums) {
    double[][] scaled = new double[sums.length][];
    for (int k = 0; k < sums.length; k++) {
      double squares = 0.0;
      for (double sum : sums[k]) {
        squares += sum * sum;
      }
      double root = squares > 0.0 ? Math.sqrt(squares) : 1.0;
      scaled[k] = new double[sums[k].length];
      for (int i = 0; i < sums[k].length; i++) {
        scaled[k][i] = sums[k][i] / root;
      }
    }
    return scaled;
  }

  private static double[] sizes(double[][] scaled, boolean[] flipped) {
    double[] sizes = new double[scaled.length];
    for (int k = 0; k < scaled.length; k++) {
      sizes[k] = size(scaled[k], flipped);
    }
    return sizes;
  }

  private static double size(double[] question, boolean[] flipped) {
    double sum = 0.0;
    for (int i = 0; i < question.length; i++) {
      sum += flipped[i] ? -question[i] : question[i];
    }
    return Math.abs(sum);
  }
}
