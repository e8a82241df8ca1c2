package io.camber.planning.route;

/**
 * A place on the reference line where the front bumper may have to stay behind.
 *
 * @param s station of the stop line
 * @param id of the signal; {@code "end"} for the end of the route
 */
public record StopPoint(Kind kind, String id, double s) {
  /** Why the car may have to stop. */
  public enum Kind {
    LIGHT,
    STOP_SIGN,
    YIELD_SIGN,
    END
  }
}
