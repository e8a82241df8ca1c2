package io.camber.evaluation.tracks;

import io.camber.evaluation.matching.Assignment;
import io.camber.evaluation.statistics.Samples;
import java.util.Arrays;
import java.util.List;

/**
 * Objects and tracks of some sureness over all keyframes, paired as py-motmetrics does for nuScenes: an object keeps the last track
 * that it ever had while that one is within 2 m; the others are paired so that most of them have one, and then as near as possible.
 * Taking up another track than the last is a switch and no match.
 */
final class KeyframePairing {
  private static final double DISTANCE_M_MAX = 2.0;

  /** More pairs are better than nearer ones. */
  private static final double PAIR_BONUS = 1000.0;

  private static final int NOBODY = -1;

  final Samples matchedScores = new Samples();
  int matches;
  int switches;
  int misses;
  int falseTracks;
  double distanceSumM;

  private final double[] scores;
  private final int[] trackOf;
  private final int[] firstFrame;
  private final int[] lastFrame;
  private final int[] firstPaired;
  private final int[] gap;
  private final int[] gapLongest;
  private int frames;

  /** @param least of the score of a track; others are not there */
  KeyframePairing(List<KeyframeLog.Frame> keyframes, int objects, double[] scores, double least) {
    this.scores = scores;
    trackOf = filled(objects);
    firstFrame = filled(objects);
    lastFrame = filled(objects);
    firstPaired = filled(objects);
    gap = new int[objects];
    gapLongest = new int[objects];
    for (KeyframeLog.Frame frame : keyframes) {
      List<KeyframeLog.Spot> tracks =
          frame.tracks().stream().filter(it -> scores[it.number()] >= least).toList();
      if (!frame.objects().isEmpty() || !tracks.isEmpty()) {
        pair(frame.objects(), tracks);
        frames++;
      }
    }
  }

  private static int[] filled(int size) {
    int[] numbers = new int[size];
    Arrays.fill(numbers, NOBODY);
    return numbers;
  }

  private void pair(List<KeyframeLog.Spot> objects, List<KeyframeLog.Spot> tracks) {
    boolean[] paired = new boolean[objects.size()];
    boolean[] taken = new boolean[tracks.size()];
    keepOld(objects, tracks, paired, taken);
    findNew(objects, tracks, paired, taken);
    for (int i = 0; i < paired.length; i++) {
      live(objects.get(i).number(), paired[i]);
      misses += paired[i] ? 0 : 1;
    }
    for (boolean one : taken) {
      falseTracks += one ? 0 : 1;
    }
  }

  private void keepOld(
      List<KeyframeLog.Spot> objects,
      List<KeyframeLog.Spot> tracks,
      boolean[] paired,
      boolean[] taken) {
    for (int i = 0; i < paired.length; i++) {
      for (int j = 0; j < taken.length && !paired[i]; j++) {
        KeyframeLog.Spot track = tracks.get(j);
        double distance = objects.get(i).distanceTo(track);
        if (!taken[j]
            && trackOf[objects.get(i).number()] == track.number()
            && distance < DISTANCE_M_MAX) {
          paired[i] = true;
          taken[j] = true;
          match(track.number(), distance);
        }
      }
    }
  }

  private void findNew(
      List<KeyframeLog.Spot> objects,
      List<KeyframeLog.Spot> tracks,
      boolean[] paired,
      boolean[] taken) {
    double[][] gains = new double[paired.length][taken.length];
    boolean any = false;
    for (int i = 0; i < paired.length; i++) {
      for (int j = 0; j < taken.length && !paired[i]; j++) {
        double distance = objects.get(i).distanceTo(tracks.get(j));
        if (!taken[j] && distance < DISTANCE_M_MAX) {
          gains[i][j] = PAIR_BONUS + DISTANCE_M_MAX - distance;
          any = true;
        }
      }
    }
    if (!any) {
      return;
    }
    int[] columnOf = Assignment.best(gains);
    for (int i = 0; i < columnOf.length; i++) {
      if (columnOf[i] >= 0) {
        int object = objects.get(i).number();
        KeyframeLog.Spot track = tracks.get(columnOf[i]);
        double distance = objects.get(i).distanceTo(track);
        if (trackOf[object] == NOBODY) {
          match(track.number(), distance);
        } else {
          switches++;
          distanceSumM += distance;
        }
        trackOf[object] = track.number();
        paired[i] = true;
        taken[columnOf[i]] = true;
      }
    }
  }

  private void match(int track, double distanceM) {
    matches++;
    distanceSumM += distanceM;
    matchedScores.add(scores[track]);
  }

  private void live(int object, boolean paired) {
    firstFrame[object] = firstFrame[object] == NOBODY ? frames : firstFrame[object];
    lastFrame[object] = frames;
    gap[object] = paired ? 0 : gap[object] + 1;
    gapLongest[object] = Math.max(gapLongest[object], gap[object]);
    if (paired && firstPaired[object] == NOBODY) {
      firstPaired[object] = frames;
    }
  }

  int objectFrames() {
    return matches + switches + misses;
  }

  /** Keyframes until objects were tracked first; NaN when none was. */
  double meanWait(boolean withMissed) {
    Samples waits = new Samples();
    for (int object = 0; object < firstFrame.length; object++) {
      if (firstPaired[object] != NOBODY) {
        waits.add(firstPaired[object] - firstFrame[object]);
      } else if (withMissed && firstFrame[object] != NOBODY) {
        waits.add(lastFrame[object] - firstFrame[object]);
      }
    }
    return waits.mean();
  }

  /** Keyframes of the longest stretch in which objects were not tracked; NaN when none was. */
  double meanGap(boolean withMissed) {
    Samples gaps = new Samples();
    for (int object = 0; object < firstFrame.length; object++) {
      if (firstPaired[object] != NOBODY) {
        gaps.add(gapLongest[object]);
      } else if (withMissed && firstFrame[object] != NOBODY) {
        gaps.add(lastFrame[object] - firstFrame[object]);
      }
    }
    return gaps.mean();
  }
}
