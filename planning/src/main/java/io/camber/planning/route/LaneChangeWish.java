package io.camber.planning.route;

/**
 * A lane change that the route asks for.
 *
 * @param side +1 to the left, -1 to the right, 0 for none
 * @param untilS station by which it must be done
 */
public record LaneChangeWish(int side, double untilS) {
  public static final LaneChangeWish NONE = new LaneChangeWish(0, Double.POSITIVE_INFINITY);
}
