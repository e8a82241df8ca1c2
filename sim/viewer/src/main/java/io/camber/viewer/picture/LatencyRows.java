package io.camber.viewer.picture;

import io.camber.bus.Envelope;
import io.camber.bus.Origin;
import io.camber.messages.Topics;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Rows about how long a sample took to a result: when the first message that knew it was published, sensor, topic, when the
 * sample was measured.
 */
final class LatencyRows {
  private static final List<String> RESULTS = List.of(
      Topics.DETECTIONS.name(),
      Topics.TRACKS.name(),
      Topics.SIGNALS.name(),
      Topics.FUTURES.name(),
      Topics.PLAN.name(),
      Topics.CONTROL_COMMAND.name(),
      Topics.ACTUATION.name());

  private final Clock clock;
  private final Streams streams;
  private final Map<String, Long> newestNs = new HashMap<>();

  LatencyRows(Clock clock, Streams streams) {
    this.clock = clock;
    this.streams = streams;
  }

  void envelope(Envelope envelope) {
    if (!RESULTS.contains(envelope.topic())) {
      return;
    }
    for (Origin origin : envelope.origins().list()) {
      boolean isFrame = origin.sensorId().contains("lidar") || origin.sensorId().contains("camera");
      String key = envelope.topic() + ' ' + origin.sensorId();
      Long newest = newestNs.get(key);
      if (isFrame && (newest == null || origin.measurementTimeNs() > newest)) {
        newestNs.put(key, origin.measurementTimeNs());
        Json row = streams.of("latency").array().number(clock.seconds(envelope.publishTimeNs()));
        row.text(origin.sensorId()).text(envelope.topic());
        row.number(clock.seconds(origin.measurementTimeNs())).endArray();
      }
    }
  }
}
