package io.camber.evaluation.reference;

/**
 * A car that begins to move into the lane of another.
 *
 * @param egoSpeedMps of the car that is cut in on
 * @param otherSpeedMps of the car that cuts in
 * @param headwayM from the one's front to the other's rear when the lateral move begins
 * @param lateralSpeedMps of the other towards the lane
 * @param asideM between the sides of the two then, negative when they overlap
 * @param lengthsM of both together
 */
public record CutIn(
    double egoSpeedMps,
    double otherSpeedMps,
    double headwayM,
    double lateralSpeedMps,
    double asideM,
    double lengthsM) {
  public CutIn {
    require("egoSpeedMps", egoSpeedMps, egoSpeedMps >= 0.0);
    require("otherSpeedMps", otherSpeedMps, otherSpeedMps >= 0.0);
    require("headwayM", headwayM, headwayM >= 0.0);
    require("lateralSpeedMps", lateralSpeedMps, lateralSpeedMps > 0.0);
    require("asideM", asideM, Double.isFinite(asideM));
    require("lengthsM", lengthsM, lengthsM > 0.0);
  }

  private static void require(String name, double value, boolean sensible) {
    if (!sensible || Double.isInfinite(value)) {
      throw new IllegalArgumentException(name + "=" + value + " makes no cut-in");
    }
  }

  /** How fast the gap closes while both go on; negative when it opens. */
  public double closingMps() {
    return egoSpeedMps - otherSpeedMps;
  }
}
