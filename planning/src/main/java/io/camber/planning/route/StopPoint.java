package io.camber.planning.route;

/**
 * A place on the reference line where the front bumper may have to stay behind.
 *
 * @param s station of the stop line
 * @param id of the signal; {@code "end"} for the end of the route
 * @param headS station beside which the signal itself stands, where that is before the line; else the line's
 */
public record StopPoint(Kind kind, String id, double s, double headS) {
  /** A stop whose signal stands at the line. */
  public StopPoint(Kind kind, String id, double s) {
    this(kind, id, s, s);
  }

  /** Why the car may have to stop. */
  public enum Kind {
    LIGHT,
    STOP_SIGN,
    YIELD_SIGN,
    END
  }
}
