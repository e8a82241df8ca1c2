package io.camber.map.road;

/** What a lane is for, in the words of OpenDRIVE 1.8 (e_laneType). */
public enum LaneType {
  DRIVING(true),
  ENTRY(true),
  EXIT(true),
  ON_RAMP(true),
  OFF_RAMP(true),
  CONNECTING_RAMP(true),
  SLIP_LANE(true),
  BIDIRECTIONAL(true),
  BUS(true),
  TAXI(true),
  HOV(true),
  SHARED(true),
  STOP(false),
  SHOULDER(false),
  BORDER(false),
  RESTRICTED(false),
  PARKING(false),
  MEDIAN(false),
  BIKING(false),
  WALKING(false),
  CURB(false),
  TRAM(false),
  RAIL(false),
  ROAD_WORKS(false),
  SPECIAL(false),
  NONE(false);

  private final boolean drivable;

  LaneType(boolean drivable) {
    this.drivable = drivable;
  }

  /** True for lanes that cars travel on; a hard shoulder is not one. */
  public boolean isDrivable() {
    return drivable;
  }
}
