package io.camber.map.road;

/** In which direction of lane numbers a road mark may be crossed. */
public enum LaneChange {
  INCREASE,
  DECREASE,
  BOTH,
  NONE;

  /** Whether a car may cross from lane {@code from} to lane {@code to}. */
  public boolean permits(int from, int to) {
    return this == BOTH || this == (to > from ? INCREASE : DECREASE);
  }
}
