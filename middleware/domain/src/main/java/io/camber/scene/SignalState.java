package io.camber.scene;

import io.camber.geometry.Numbers;

/** State of one traffic light of the map as perceived. {@code signalId} is the OpenDRIVE signal id. */
public record SignalState(String signalId, SignalColor color, double confidence) {
  public SignalState {
    Numbers.within("confidence", confidence, 0.0, 1.0);
  }
}
