package io.camber.scene;

import java.util.List;

/** All detections of one sensor frame, in {@code base_link} at {@code timeNs}. */
public record Detections(long timeNs, String sensorId, List<Detection> detections) {
  public Detections {
    detections = List.copyOf(detections);
  }
}
