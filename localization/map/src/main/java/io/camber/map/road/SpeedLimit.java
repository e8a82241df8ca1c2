package io.camber.map.road;

import java.util.List;

/** A speed limit from road station {@code s} on; positive infinity means none. */
public record SpeedLimit(double s, double speedMps) {

  /** The limit of the last record that begins at or before {@code s}; NaN when there is none. */
  static double at(List<SpeedLimit> limits, double s) {
    double found = Double.NaN;
    for (SpeedLimit limit : limits) {
      if (limit.s <= s + 1e-9) {
        found = limit.speedMps;
      }
    }
    return found;
  }
}
