package io.camber.importing.scenario;

import java.util.List;

/**
 * When the car that was not there has left the way of the one that was so far that replaying the others makes no sense.
 *
 * @param distanceM between the two
 * @param way of the recorded car, in rising time
 */
public record Departure(double distanceM, List<RecordedState> way) {
  public Departure {
    way = List.copyOf(way);
    if (!(distanceM > 0.0) || Double.isInfinite(distanceM)) {
      throw new IllegalArgumentException("distanceM=" + distanceM + " is not a positive number");
    }
    if (way.isEmpty()) {
      throw new IllegalArgumentException("the recorded car was nowhere");
    }
  }
}
