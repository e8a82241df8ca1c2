package io.camber.map.road;

import java.util.List;

/** A signal that also counts on this road, for the lanes of the ranges. */
public record SignalReference(
    String signalId, double s, Orientation orientation, List<LaneRange> validity) {
  public SignalReference {
    validity = List.copyOf(validity);
  }
}
