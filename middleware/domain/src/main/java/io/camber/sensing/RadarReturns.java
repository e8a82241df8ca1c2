package io.camber.sensing;

import java.util.List;

/** All returns of one radar cycle. */
public record RadarReturns(long timeNs, String sensorId, List<RadarReturn> returns) {
  public RadarReturns {
    returns = List.copyOf(returns);
  }
}
