package io.camber.scene;

import java.util.List;

/** All road users found in one camera image, the surest first. */
public record ImageDetections(long timeNs, String sensorId, List<ImageDetection> detections) {
  public ImageDetections {
    detections = List.copyOf(detections);
  }
}
