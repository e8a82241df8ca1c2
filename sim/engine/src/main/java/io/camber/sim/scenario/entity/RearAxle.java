package io.camber.sim.scenario.entity;

import io.camber.sim.scenario.road.RoadCursor;

/**
 * The rear axle of a vehicle whose reference point lies ahead of it: it is drawn behind the point at a fixed distance, which
 * gives the heading.
 */
public final class RearAxle {
  private final double aheadM;
  private double x;
  private double y;

  /**
   * @param aheadM from the axle to the reference point
   */
  RearAxle(double aheadM) {
    this.aheadM = aheadM;
    this.x = -aheadM;
  }

  /** Stands straight behind the reference point. */
  public void align(RoadCursor cursor) {
    x = cursor.x() - aheadM * StrictMath.cos(cursor.yaw());
    y = cursor.y() - aheadM * StrictMath.sin(cursor.yaw());
  }

  /** Follows the reference point and turns the body towards it. */
  public void follow(RoadCursor cursor) {
    cursor.setYaw(StrictMath.atan2(cursor.y() - y, cursor.x() - x));
    align(cursor);
  }
}
