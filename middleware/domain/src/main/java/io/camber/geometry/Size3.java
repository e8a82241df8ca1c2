package io.camber.geometry;

/** Extent of a box along its own x, y and z axes, metres, not negative. */
public record Size3(double lengthM, double widthM, double heightM) {
  public Size3 {
    Numbers.notNegative("lengthM", lengthM);
    Numbers.notNegative("widthM", widthM);
    Numbers.notNegative("heightM", heightM);
  }
}
