package io.camber.map.road;

/** Axis-aligned rectangle in the map frame. */
public record Extent(double minX, double minY, double maxX, double maxY) {
  public double widthM() {
    return maxX - minX;
  }

  public double heightM() {
    return maxY - minY;
  }

  public Extent grownBy(double margin) {
    return new Extent(minX - margin, minY - margin, maxX + margin, maxY + margin);
  }

  public boolean contains(double x, double y) {
    return x >= minX && x <= maxX && y >= minY && y <= maxY;
  }
}
