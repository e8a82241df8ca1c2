package io.camber.truth;

import static io.camber.geometry.Numbers.finite;

/**
 * One fault that is injected on purpose.
 *
 * @param target what it strikes, such as {@code lidar_top} or {@code brake}
 * @param kind what it does, such as {@code dropout}
 * @param code of the fault list, such as {@code F01}
 * @param severity in the unit of the kind
 * @param startNs from here on
 * @param endNs before here; {@code Long.MAX_VALUE} for the end of the run
 * @param seed of everything random in it
 */
public record FaultTruth(
    String target, String kind, String code, double severity, long startNs, long endNs, long seed) {
  public FaultTruth {
    finite("severity", severity);
    if (endNs < startNs) {
      throw new IllegalArgumentException("endNs=" + endNs + " is before startNs=" + startNs);
    }
  }

  public boolean isActive(long timeNs) {
    return timeNs >= startNs && timeNs < endNs;
  }
}
