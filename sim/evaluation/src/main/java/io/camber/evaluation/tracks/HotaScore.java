package io.camber.evaluation.tracks;

import io.camber.evaluation.matching.Assignment;

/**
 * Higher order tracking accuracy (Luiten et al. 2021): the geometric mean of how well objects are found and how well what is
 * found stays together, averaged over 19 thresholds of similarity from 0.05 to 0.95. NaN when no object was ever there.
 *
 * @param detection accuracy of finding
 * @param association accuracy of staying together
 * @param localization mean similarity of pairs
 * @param detectionRecall share of objects found
 * @param detectionPrecision share of tracks that found one
 * @param associationRecall how much of an object's life its track covers
 * @param associationPrecision how much of a track's life is its object's
 */
public record HotaScore(
    double hota,
    double detection,
    double association,
    double localization,
    double detectionRecall,
    double detectionPrecision,
    double associationRecall,
    double associationPrecision) {
  private static final int THRESHOLDS = 19;
  private static final double STEP = 0.05;

  /** Scores a log. */
  public static HotaScore of(TrackLog log) {
    Pairing pairing = new Pairing(log);
    log.frames().forEach(pairing::match);
    return pairing.score();
  }

  /** What is known of each object and track over the whole log, and the pairs at each threshold. */
  private static final class Pairing {
    private final int[] objectLife;
    private final int[] trackLife;
    private final double[][] alignment;
    private final int[][][] pairs;
    private final int[] hits = new int[THRESHOLDS];
    private final double[] similaritySums = new double[THRESHOLDS];
    private int objectInstants;
    private int trackInstants;

    Pairing(TrackLog log) {
      int objects = log.objectCount();
      int tracks = log.trackCount();
      objectLife = new int[objects];
      trackLife = new int[tracks];
      pairs = new int[THRESHOLDS][objects][tracks];
      alignment = new double[objects][tracks];
      log.frames().forEach(this::align);
      for (int i = 0; i < objects; i++) {
        for (int j = 0; j < tracks; j++) {
          alignment[i][j] /= objectLife[i] + trackLife[j] - alignment[i][j];
        }
      }
    }

    /** Sums how much each pair belongs together, before any threshold. */
    private void align(TrackLog.Frame frame) {
      for (int object : frame.objects) {
        objectLife[object]++;
      }
      for (int track : frame.tracks) {
        trackLife[track]++;
      }
      objectInstants += frame.objects.length;
      trackInstants += frame.tracks.length;
      double[][] alike = frame.similarity();
      double[] rowSums = new double[frame.objects.length];
      double[] columnSums = new double[frame.tracks.length];
      for (int row = 0; row < rowSums.length; row++) {
        for (int column = 0; column < columnSums.length; column++) {
          rowSums[row] += alike[row][column];
          columnSums[column] += alike[row][column];
        }
      }
      for (int row = 0; row < rowSums.length; row++) {
        for (int column = 0; column < columnSums.length; column++) {
          double similarity = alike[row][column];
          double union = rowSums[row] + columnSums[column] - similarity;
          if (union > ClearScore.EPSILON) {
            alignment[frame.objects[row]][frame.tracks[column]] += similarity / union;
          }
        }
      }
    }

    void match(TrackLog.Frame frame) {
      if (frame.objects.length == 0 || frame.tracks.length == 0) {
        return;
      }
      double[][] similarity = frame.similarity();
      double[][] scores = new double[frame.objects.length][frame.tracks.length];
      for (int row = 0; row < scores.length; row++) {
        for (int column = 0; column < scores[row].length; column++) {
          scores[row][column] =
              alignment[frame.objects[row]][frame.tracks[column]] * similarity[row][column];
        }
      }
      int[] columnOf = Assignment.best(scores);
      for (int row = 0; row < columnOf.length; row++) {
        if (columnOf[row] >= 0) {
          int column = columnOf[row];
          count(frame.objects[row], frame.tracks[column], similarity[row][column]);
        }
      }
    }

    private void count(int object, int track, double similarity) {
      for (int i = 0; i < THRESHOLDS; i++) {
        if (similarity >= (i + 1) * STEP - ClearScore.EPSILON) {
          pairs[i][object][track]++;
          hits[i]++;
          similaritySums[i] += similarity;
        }
      }
    }

    HotaScore score() {
      if (objectInstants == 0) {
        double none = Double.NaN;
        return new HotaScore(none, none, none, none, none, none, none, none);
      }
      double hota = 0.0;
      double detection = 0.0;
      double association = 0.0;
      double localization = 0.0;
      double recall = 0.0;
      double precision = 0.0;
      double covered = 0.0;
      double pure = 0.0;
      for (int i = 0; i < THRESHOLDS; i++) {
        double found = (double) hits[i] / (objectInstants + trackInstants - hits[i]);
        double[] shares = association(i);
        double together = shares[0];
        covered += shares[1];
        pure += shares[2];
        recall += (double) hits[i] / Math.max(1, objectInstants);
        precision += (double) hits[i] / Math.max(1, trackInstants);
        hota += Math.sqrt(found * together);
        detection += found;
        association += together;
        localization += hits[i] == 0 ? 1.0 : similaritySums[i] / hits[i];
      }
      return new HotaScore(
          hota / THRESHOLDS,
          detection / THRESHOLDS,
          association / THRESHOLDS,
          localization / THRESHOLDS,
          recall / THRESHOLDS,
          precision / THRESHOLDS,
          covered / THRESHOLDS,
          pure / THRESHOLDS);
    }

    /** Means over pairs of how much of both lives they share, of the object's life, of the track's. */
    private double[] association(int threshold) {
      double[] sums = new double[3];
      for (int i = 0; i < objectLife.length; i++) {
        for (int j = 0; j < trackLife.length; j++) {
          int shared = pairs[threshold][i][j];
          if (shared > 0) {
            sums[0] += shared * ((double) shared / (objectLife[i] + trackLife[j] - shared));
            sums[1] += shared * ((double) shared / objectLife[i]);
            sums[2] += shared * ((double) shared / trackLife[j]);
          }
        }
      }
      for (int i = 0; i < sums.length; i++) {
        sums[i] /= Math.max(1, hits[threshold]);
      }
      return sums;
    }
  }
}
