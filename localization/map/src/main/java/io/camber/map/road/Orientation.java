package io.camber.map.road;

/** For which traffic a signal or object counts: that along the reference line, against it, or both. */
public enum Orientation {
  FORWARD,
  BACKWARD,
  BOTH
}
