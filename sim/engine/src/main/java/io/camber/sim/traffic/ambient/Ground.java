package io.camber.sim.traffic.ambient;

import io.camber.map.LaneSegment;

/** Says which places of the road network belong to an area. */
public interface Ground {
  /** Whether a point in the middle of a lane belongs to it, {@code roadS} along the lane's road. */
  boolean holds(LaneSegment lane, double roadS, double x, double y);
}
