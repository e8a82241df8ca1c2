package io.camber.evaluation.latency;

import io.camber.bus.Envelope;
import io.camber.bus.Origin;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The newest envelopes of one topic. */
final class MessageLog {
  /** Enough for 5 s at 100 Hz; a power of two. */
  private static final int KEPT = 512;

  private final @Nullable Envelope[] ring = new Envelope[KEPT];
  private int size;
  private long count;
  private long latestNs = Long.MIN_VALUE;
  private int next;

  void add(Envelope envelope) {
    ring[next] = envelope;
    next = (next + 1) & (KEPT - 1);
    size = Math.min(KEPT, size + 1);
    count++;
    latestNs = Math.max(latestNs, envelope.publishTimeNs());
  }

  /** Messages ever added. */
  long count() {
    return count;
  }

  /** True when nothing in it was published after that time. */
  boolean isWhollyBy(long timeNs) {
    return latestNs <= timeNs;
  }

  /**
   * The newest message published by {@code untilNs} that was made from this sample; null when there is none.
   *
   * @param place in the list of origins at which the sample is looked for first
   */
  @Nullable
  Envelope newest(Origin origin, int place, long untilNs) {
    for (int back = 1; back <= size; back++) {
      Envelope envelope = ring[(next - back) & (KEPT - 1)];
      if (envelope == null || envelope.publishTimeNs() < origin.measurementTimeNs()) {
        return null;
      }
      if (envelope.publishTimeNs() <= untilNs
          && isMadeFrom(envelope.origins().list(), origin, place)) {
        return envelope;
      }
    }
    return null;
  }

  private static boolean isMadeFrom(List<Origin> origins, Origin sample, int place) {
    if (place < origins.size() && isSame(origins.get(place), sample)) {
      return true;
    }
    for (int i = 0; i < origins.size(); i++) {
      if (isSame(origins.get(i), sample)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isSame(Origin a, Origin b) {
    return a.sequence() == b.sequence()
        && a.measurementTimeNs() == b.measurementTimeNs()
        && a.sensorId().equals(b.sensorId());
  }
}
