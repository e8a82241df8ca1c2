package io.camber.map.road;

/** Which end of a road: that at s = 0 or that at its length. */
public enum ContactPoint {
  START,
  END
}
