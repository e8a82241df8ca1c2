package io.camber.evaluation.accuracy;

import io.camber.evaluation.detection.DetectionLog;
import io.camber.evaluation.detection.ScoredBox;
import io.camber.evaluation.detection.TrueBox;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * Detections as somebody has them who asks at the times of the sweeps: the newest that had been published by then against what is
 * true then (streaming accuracy, Li, Wang and Ramanan 2020). What it is worse than the detections of the same sweep is what their
 * latency costs. Asked only at the times of sweeps that were worked on, and not before the first of them was.
 */
final class StreamingDetections {
  /** Older ones are the newest only for who has published nothing for so long, or comes that late. */
  private static final long KEPT_NS = 12_000_000_000L;

  private final DetectionLog log = new DetectionLog();
  private final Deque<Published> published = new ArrayDeque<>();

  private record Published(long timeNs, List<ScoredBox> boxes) {}

  /**
   * Takes in the detections of a sweep.
   *
   * @param sweepTimeNs when it was measured, for which {@code truth} is
   * @param boxes in the map frame
   */
  void add(long sweepTimeNs, List<TrueBox> truth, long publishTimeNs, List<ScoredBox> boxes) {
    published.addLast(new Published(publishTimeNs, boxes));
    while (published.getFirst().timeNs() < sweepTimeNs - KEPT_NS) {
      published.removeFirst();
    }
    List<ScoredBox> newest = null;
    for (Published each : published) {
      newest = each.timeNs() <= sweepTimeNs ? each.boxes() : newest;
    }
    if (newest != null) {
      log.add(truth, newest);
    }
  }

  /** NaN without anything to find. */
  double meanAveragePrecision() {
    return log.meanAveragePrecision();
  }
}
