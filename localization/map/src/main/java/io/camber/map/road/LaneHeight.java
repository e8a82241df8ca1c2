package io.camber.map.road;

/** Offset of a lane above the road plane at its inner and outer border, at road station {@code s} (curbs, walks); linear in between. */
public record LaneHeight(double s, double innerM, double outerM) {

  /** Height at a fraction of the width, 0 at the inner border. */
  double at(double fraction) {
    return innerM + fraction * (outerM - innerM);
  }
}
