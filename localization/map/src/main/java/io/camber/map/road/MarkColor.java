package io.camber.map.road;

/** Colour of a road mark. */
public enum MarkColor {
  STANDARD,
  WHITE,
  YELLOW,
  BLUE,
  GREEN,
  RED,
  ORANGE,
  VIOLET,
  BLACK
}
