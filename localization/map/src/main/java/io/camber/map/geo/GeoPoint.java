package io.camber.map.geo;

/** A place on the WGS84 ellipsoid, in degrees: north and east positive. */
public record GeoPoint(double latitudeDeg, double longitudeDeg) {
  public GeoPoint {
    if (!(Math.abs(latitudeDeg) <= 90.0) || !(Math.abs(longitudeDeg) <= 180.0)) {
      throw new IllegalArgumentException(
          "latitudeDeg=" + latitudeDeg + ", longitudeDeg=" + longitudeDeg);
    }
  }
}
