package io.camber.evaluation.tracks;

import io.camber.evaluation.matching.Assignment;
import java.util.Arrays;

/**
 * CLEAR scores (Bernardin and Stiefelhagen 2008) as TrackEval computes them: pairs of the instant before are kept while they are
 * still alike enough, and an identity switch is counted against the last track an object ever had.
 *
 * @param mostlyTracked objects tracked for more than 80 % of their life
 * @param mostlyLost objects tracked for less than 20 %
 * @param fragments times a track of an object was taken up again
 * @param similaritySum over all pairs
 */
public record ClearScore(
    int hits,
    int falseTracks,
    int misses,
    int identitySwitches,
    int objects,
    int mostlyTracked,
    int mostlyLost,
    int fragments,
    double similaritySum) {
  /** Absorbs rounding where the similarity equals the threshold. */
  static final double EPSILON = 2.220446049250313e-16;

  private static final double KEEP_BONUS = 1000.0;
  private static final double MOSTLY_TRACKED = 0.8;
  private static final double MOSTLY_LOST = 0.2;
  private static final int NOBODY = -1;

  /** Scores a log; pairs less alike than the threshold are no pairs. */
  public static ClearScore of(TrackLog log, double threshold) {
    Counting counting = new Counting(log.objectCount());
    log.frames().forEach(frame -> counting.add(frame, threshold));
    return counting.score();
  }

  /** Multi-object tracking accuracy; NaN without objects. */
  public double mota() {
    int positives = hits + misses;
    return positives == 0
        ? Double.NaN
        : (double) (hits - falseTracks - identitySwitches) / positives;
  }

  /** Detection accuracy: as {@link #mota} without switches. */
  public double moda() {
    int positives = hits + misses;
    return positives == 0 ? Double.NaN : (double) (hits - falseTracks) / positives;
  }

  /** Mean similarity of pairs; NaN without any. */
  public double motp() {
    return hits == 0 ? Double.NaN : similaritySum / hits;
  }

  public double recall() {
    return hits + misses == 0 ? Double.NaN : (double) hits / (hits + misses);
  }

  public double precision() {
    return hits + falseTracks == 0 ? Double.NaN : (double) hits / (hits + falseTracks);
  }

  /** The counts while going through the log. */
  private static final class Counting {
    private final int[] lastTrack;
    private int[] trackBefore;
    private final int[] present;
    private final int[] tracked;
    private final int[] starts;
    private int hits;
    private int falseTracks;
    private int misses;
    private int switches;
    private double similaritySum;

    Counting(int objects) {
      lastTrack = filled(objects);
      trackBefore = filled(objects);
      present = new int[objects];
      tracked = new int[objects];
      starts = new int[objects];
    }

    private static int[] filled(int size) {
      int[] numbers = new int[size];
      Arrays.fill(numbers, NOBODY);
      return numbers;
    }

    void add(TrackLog.Frame frame, double threshold) {
      for (int object : frame.objects) {
        present[object]++;
      }
      if (frame.objects.length == 0 || frame.tracks.length == 0) {
        falseTracks += frame.tracks.length;
        misses += frame.objects.length;
        return;
      }
      double[][] similarity = frame.similarity();
      int[] columnOf = Assignment.best(scores(frame, similarity, threshold));
      int[] trackNow = filled(lastTrack.length);
      int pairs = 0;
      for (int row = 0; row < columnOf.length; row++) {
        if (columnOf[row] >= 0) {
          pairs++;
          int object = frame.objects[row];
          int track = frame.tracks[columnOf[row]];
          switches += lastTrack[object] != NOBODY && lastTrack[object] != track ? 1 : 0;
          starts[object] += trackBefore[object] == NOBODY ? 1 : 0;
          tracked[object]++;
          lastTrack[object] = track;
          trackNow[object] = track;
          similaritySum += similarity[row][columnOf[row]];
        }
      }
      trackBefore = trackNow;
      hits += pairs;
      misses += frame.objects.length - pairs;
      falseTracks += frame.tracks.length - pairs;
    }

    private double[][] scores(TrackLog.Frame frame, double[][] alike, double threshold) {
      double[][] scores = new double[frame.objects.length][frame.tracks.length];
      for (int row = 0; row < scores.length; row++) {
        for (int column = 0; column < scores[row].length; column++) {
          double similarity = alike[row][column];
          if (similarity >= threshold - EPSILON) {
            boolean kept = trackBefore[frame.objects[row]] == frame.tracks[column];
            scores[row][column] = (kept ? KEEP_BONUS : 0.0) + similarity;
          }
        }
      }
      return scores;
    }

    ClearScore score() {
      int mostlyTracked = 0;
      int mostlyLost = 0;
      int fragments = 0;
      for (int object = 0; object < present.length; object++) {
        double share = present[object] == 0 ? 0.0 : (double) tracked[object] / present[object];
        mostlyTracked += share > MOSTLY_TRACKED ? 1 : 0;
        mostlyLost += share < MOSTLY_LOST ? 1 : 0;
        fragments += Math.max(0, starts[object] - 1);
      }
      return new ClearScore(
          hits,
          falseTracks,
          misses,
          switches,
          present.length,
          mostlyTracked,
          mostlyLost,
          fragments,
          similaritySum);
    }
  }
}
