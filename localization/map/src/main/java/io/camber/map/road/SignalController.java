package io.camber.map.road;

import java.util.List;

/** Dynamic signals that switch together; {@code junctionIds} are the junctions it serves. */
public record SignalController(
    String id, String name, List<String> signalIds, List<String> junctionIds) {
  public SignalController {
    signalIds = List.copyOf(signalIds);
    junctionIds = List.copyOf(junctionIds);
  }
}
