package io.camber.sim.sensor.lidar;

/** Which echoes of one pulse a device reports. */
public enum Returns {
  STRONGEST,
  FIRST,
  LAST,
  /** The strongest and the last; where they are the same, the strongest of the others. */
  DUAL
}
