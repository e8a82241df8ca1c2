package io.camber.drives.frame;

import io.camber.geometry.Vec3;
import io.camber.map.geo.GeoPoint;

/**
 * A place in the frame that turns with the Earth (x through 0 N 0 E, z through the north pole, metres), seen on the ellipsoid
 * WGS84. Latitude after Bowring, "Transformation from spatial to geographical coordinates", 1976, repeated until nothing of
 * it is left above rounding.
 */
public final class EarthPlace {
  private static final double A = 6378137.0;
  private static final double F = 1.0 / 298.257223563;
  private static final double B = A * (1.0 - F);
  private static final double E2 = F * (2.0 - F);
  private static final double SECOND_E2 = E2 / (1.0 - E2);
  private static final int ROUNDS = 3;

  private final double latitude;
  private final double longitude;
  private final double heightM;

  private EarthPlace(double latitude, double longitude, double heightM) {
    this.latitude = latitude;
    this.longitude = longitude;
    this.heightM = heightM;
  }

  public static EarthPlace of(Vec3 earth) {
    double r = StrictMath.hypot(earth.x(), earth.y());
    double beta = StrictMath.atan2(earth.z(), (1.0 - F) * r);
    double latitude = 0.0;
    for (int i = 0; i < ROUNDS; i++) {
      double s = StrictMath.sin(beta);
      double c = StrictMath.cos(beta);
      latitude = StrictMath.atan2(earth.z() + SECOND_E2 * B * s * s * s, r - E2 * A * c * c * c);
      beta = StrictMath.atan2((1.0 - F) * StrictMath.sin(latitude), StrictMath.cos(latitude));
    }
    double s = StrictMath.sin(latitude);
    double height = r * StrictMath.cos(latitude) + earth.z() * s - A * Math.sqrt(1.0 - E2 * s * s);
    return new EarthPlace(latitude, StrictMath.atan2(earth.y(), earth.x()), height);
  }

  public GeoPoint point() {
    return new GeoPoint(StrictMath.toDegrees(latitude), StrictMath.toDegrees(longitude));
  }

  /** Above the ellipsoid. */
  public double heightM() {
    return heightM;
  }

  /** The turn from the Earth's axes into east, north and up here. */
  public Rigid enuFromEarth() {
    double sinLat = StrictMath.sin(latitude);
    double cosLat = StrictMath.cos(latitude);
    double sinLon = StrictMath.sin(longitude);
    double cosLon = StrictMath.cos(longitude);
    return new Rigid(
        new double[] {
          -sinLon,
          cosLon,
          0.0,
          -sinLat * cosLon,
          -sinLat * sinLon,
          cosLat,
          cosLat * cosLon,
          cosLat * sinLon,
          sinLat
        },
        new double[3]);
  }
}
