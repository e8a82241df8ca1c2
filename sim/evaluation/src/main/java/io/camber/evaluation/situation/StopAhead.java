package io.camber.evaluation.situation;

import java.util.List;

/**
 * The next traffic light's stop line on the ego's lane.
 *
 * @param distanceM from the front bumper; negative once past
 * @param red true when every light valid there shows red
 */
public record StopAhead(List<String> signalIds, double distanceM, boolean red) {
  public StopAhead {
    signalIds = List.copyOf(signalIds);
  }
}
