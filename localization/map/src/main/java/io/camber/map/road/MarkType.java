package io.camber.map.road;

/** Form of a road mark, named from the inside (nearer to the reference line) outwards. */
public enum MarkType {
  NONE,
  SOLID,
  BROKEN,
  SOLID_SOLID,
  SOLID_BROKEN,
  BROKEN_SOLID,
  BROKEN_BROKEN,
  BOTTS_DOTS,
  CURB,
  GRASS,
  EDGE,
  CUSTOM
}
