package io.camber.evaluation.latency;

import io.camber.bus.Envelope;
import io.camber.bus.Origin;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The newest envelopes of one topic. */
final class MessageLog {
  /** Enough for 5 s at 100 Hz. */
  private static final int KEPT = 512;

  private final Deque<Envelope> envelopes = new ArrayDeque<>();

  void add(Envelope envelope) {
    if (envelopes.size() == KEPT) {
      envelopes.removeFirst();
    }
    envelopes.addLast(envelope);
  }

  /** The newest message published by {@code untilNs} that was made from this sample; null when there is none. */
  @Nullable
  Envelope newest(Origin origin, long untilNs) {
    var newestFirst = envelopes.descendingIterator();
    while (newestFirst.hasNext()) {
      Envelope envelope = newestFirst.next();
      if (envelope.publishTimeNs() < origin.measurementTimeNs()) {
        return null;
      }
      if (envelope.publishTimeNs() <= untilNs && isMadeFrom(envelope.origins().list(), origin)) {
        return envelope;
      }
    }
    return null;
  }

  private static boolean isMadeFrom(List<Origin> origins, Origin sample) {
    for (int i = 0; i < origins.size(); i++) {
      Origin one = origins.get(i);
      if (one.sequence() == sample.sequence()
          && one.measurementTimeNs() == sample.measurementTimeNs()
          && one.sensorId().equals(sample.sensorId())) {
        return true;
      }
    }
    return false;
  }
}
