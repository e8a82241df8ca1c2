package io.camber.evaluation.tracks;

import java.util.Arrays;
import java.util.List;

/**
 * The nuScenes tracking benchmark for one class (devkit, {@code eval/tracking}): scores averaged over 40 recalls from 0.1 to 1, each
 * reached by leaving out less sure tracks, and durations at the sureness with the best accuracy, of all tracks where no recall was reached.
 *
 * @param accuracy AMOTA: mean of MOTAR, 0 where the recall was not reached
 * @param positionM AMOTP: mean distance of pairs, 2 m where the recall was not reached
 * @param initializationS TID: from being there to being tracked, of those tracked; NaN without
 * @param longestGapS LGD: longest stretch without a track, of those tracked; NaN without
 * @param initializationAllS who was never tracked waits as long as it was there
 * @param longestGapAllS who was never tracked is a gap as long as it was there
 */
public record KeyframeScore(
    double accuracy,
    double positionM,
    double initializationS,
    double longestGapS,
    double initializationAllS,
    double longestGapAllS) {
  private static final int RECALLS = 40;
  private static final double RECALL_MIN = 0.1;
  private static final double ROUNDING = 1e12;
  private static final double WORST_M = 2.0;
  private static final double FRAME_S = 0.5;

  /** Scores a log; all NaN when no object was ever there. */
  public static KeyframeScore of(KeyframeLog log) {
    List<KeyframeLog.Frame> frames = log.frames();
    double[] scores = log.scores();
    KeyframePairing all =
        new KeyframePairing(frames, log.objectCount(), scores, Double.NEGATIVE_INFINITY);
    if (all.objectFrames() == 0) {
      double none = Double.NaN;
      return new KeyframeScore(none, none, none, none, none, none);
    }
    double[] thresholds = thresholds(all);
    double accuracy = 0.0;
    double positionM = 0.0;
    KeyframePairing best = all;
    double bestMota = -1.0;
    KeyframePairing at = all;
    long kept = scores.length;
    for (int i = RECALLS - 1; i >= 0; i--) {
      double least = thresholds[i];
      if (Double.isNaN(least)) {
        positionM += WORST_M;
        continue;
      }
      long keeps = Arrays.stream(scores).filter(score -> score >= least).count();
      // the same tracks make the same pairs
      at = keeps == kept ? at : new KeyframePairing(frames, log.objectCount(), scores, least);
      kept = keeps;
      accuracy += accuracyAtRecall(at);
      int pairs = at.matches + at.switches;
      positionM += pairs == 0 ? WORST_M : at.distanceSumM / pairs;
      double mota = mota(at);
      best = mota > bestMota ? at : best;
      bestMota = Math.max(bestMota, mota);
    }
    return new KeyframeScore(
        accuracy / RECALLS,
        positionM / RECALLS,
        best.meanWait(false) * FRAME_S,
        best.meanGap(false) * FRAME_S,
        best.meanWait(true) * FRAME_S,
        best.meanGap(true) * FRAME_S);
  }

  /** Mistakes beyond the misses that the recall allows, by what was found. */
  private static double accuracyAtRecall(KeyframePairing pairing) {
    if (pairing.matches == 0) {
      return 0.0;
    }
    double objects = pairing.objectFrames();
    double recall = pairing.matches / objects;
    double mistakes =
        pairing.misses + pairing.switches + pairing.falseTracks - (1.0 - recall) * objects;
    return Math.max(0.0, 1.0 - mistakes / (recall * objects));
  }

  private static double mota(KeyframePairing pairing) {
    double mistakes = pairing.misses + pairing.switches + pairing.falseTracks;
    return Math.max(0.0, 1.0 - mistakes / pairing.objectFrames());
  }

  /** The score down to which tracks reach each recall, linear between matches as {@code numpy.interp}; NaN where none does. */
  private static double[] thresholds(KeyframePairing all) {
    double[] rising = all.matchedScores.toArray();
    Arrays.sort(rising);
    int count = rising.length;
    double[] thresholds = new double[RECALLS];
    int before = 0;
    for (int i = 0; i < RECALLS; i++) {
      double raw = RECALL_MIN + i * ((1.0 - RECALL_MIN) / (RECALLS - 1));
      double target = Math.rint(raw * ROUNDING) / ROUNDING;
      while (before + 1 < count && recall(before + 1, all) <= target) {
        before++;
      }
      if (count == 0 || target > recall(count - 1, all)) {
        thresholds[i] = Double.NaN;
      } else {
        double score = rising[count - 1 - before];
        double past = target - recall(before, all);
        boolean isBetween = past > 0.0 && before + 1 < count;
        double slope = isBetween
            ? (rising[count - 2 - before] - score) / (recall(before + 1, all) - recall(before, all))
            : 0.0;
        thresholds[i] = slope * past + score;
      }
    }
    return thresholds;
  }

  private static double recall(int match, KeyframePairing all) {
    return (match + 1.0) / all.objectFrames();
  }
}
