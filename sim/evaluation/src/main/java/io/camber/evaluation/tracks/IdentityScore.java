package io.camber.evaluation.tracks;

import io.camber.evaluation.matching.Assignment;

/**
 * Identity scores (Ristani et al. 2016): each object gets the one track over the whole drive that covers it best, and only that
 * one counts.
 *
 * @param hits instants at which an object was covered by its own track
 * @param objectInstants objects times instants
 * @param trackInstants tracks times instants
 */
public record IdentityScore(int hits, int objectInstants, int trackInstants) {
  /** Scores a log; pairs less alike than the threshold do not cover. */
  public static IdentityScore of(TrackLog log, double threshold) {
    double[][] covered = new double[log.objectCount()][log.trackCount()];
    int objectInstants = 0;
    int trackInstants = 0;
    for (TrackLog.Frame frame : log.frames()) {
      objectInstants += frame.objects.length;
      trackInstants += frame.tracks.length;
      double[][] similarity = frame.similarity();
      for (int row = 0; row < frame.objects.length; row++) {
        for (int column = 0; column < frame.tracks.length; column++) {
          if (similarity[row][column] >= threshold) {
            covered[frame.objects[row]][frame.tracks[column]] += 1.0;
          }
        }
      }
    }
    int[] trackOf = Assignment.best(covered);
    int hits = 0;
    for (int object = 0; object < trackOf.length; object++) {
      hits += trackOf[object] < 0 ? 0 : (int) covered[object][trackOf[object]];
    }
    return new IdentityScore(hits, objectInstants, trackInstants);
  }

  /** Harmonic mean of identity precision and recall; NaN when nothing was there. */
  public double f1() {
    int all = objectInstants + trackInstants;
    return all == 0 ? Double.NaN : 2.0 * hits / all;
  }

  public double recall() {
    return objectInstants == 0 ? Double.NaN : (double) hits / objectInstants;
  }

  public double precision() {
    return trackInstants == 0 ? Double.NaN : (double) hits / trackInstants;
  }
}
