package io.camber.map;

/**
 * A place relative to a lane's centre line.
 *
 * @param s arc length along the centre line in driving direction, within [0, lane length]
 * @param d offset from the centre line, left positive seen in driving direction
 */
public record LanePosition(LaneSegment lane, double s, double d) {

  /** Distance outside the lane's nearer edge; 0 inside the lane. */
  public double distanceOutside() {
    return Math.max(0.0, Math.abs(d) - lane.widthAt(s) / 2.0);
  }
}
