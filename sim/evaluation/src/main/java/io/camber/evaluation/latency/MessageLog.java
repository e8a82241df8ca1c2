package io.camber.evaluation.latency;

import io.camber.bus.Envelope;
import io.camber.bus.Origin;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

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

  /** The newest message published by {@code untilNs} that was made from this sample. */
  Optional<Envelope> newest(Origin origin, long untilNs) {
    var newestFirst = envelopes.descendingIterator();
    while (newestFirst.hasNext()) {
      Envelope envelope = newestFirst.next();
      if (envelope.publishTimeNs() < origin.measurementTimeNs()) {
        return Optional.empty();
      }
      if (envelope.publishTimeNs() <= untilNs
          && envelope
              .origins()
              .findSensor(origin.sensorId())
              .filter(origin::equals)
              .isPresent()) {
        return Optional.of(envelope);
      }
    }
    return Optional.empty();
  }
}
