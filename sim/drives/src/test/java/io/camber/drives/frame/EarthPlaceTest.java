package io.camber.drives.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.camber.geometry.Vec3;
import io.camber.map.geo.GeoPoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class EarthPlaceTest {
  private static final double A = 6378137.0;
  private static final double F = 1.0 / 298.257223563;
  private static final double E2 = F * (2.0 - F);

  /** From the definition of latitude on an ellipsoid. */
  private static Vec3 earth(double latitudeDeg, double longitudeDeg, double heightM) {
    double lat = Math.toRadians(latitudeDeg);
    double lon = Math.toRadians(longitudeDeg);
    double n = A / Math.sqrt(1.0 - E2 * Math.sin(lat) * Math.sin(lat));
    return new Vec3(
        (n + heightM) * Math.cos(lat) * Math.cos(lon),
        (n + heightM) * Math.cos(lat) * Math.sin(lon),
        (n * (1.0 - E2) + heightM) * Math.sin(lat));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0, 0",
    "37.721, -122.472, 31.6",
    "-33.9, 151.2, 4000",
    "89.9999, 10, 2",
    "-90, 0, 7",
    "52.5, 179.9999, -100",
    "5, -90, 20000"
  })
  void placeOnTheGlobeComesBack(double latitude, double longitude, double height) {
    EarthPlace place = EarthPlace.of(earth(latitude, longitude, height));

    assertThat(place.point().latitudeDeg()).isCloseTo(latitude, within(1e-12 * 180.0));
    assertThat(place.heightM()).isCloseTo(height, within(1e-8));
    if (Math.abs(latitude) < 90.0) {
      assertThat(place.point().longitudeDeg()).isCloseTo(longitude, within(1e-9));
    }
  }

  @Test
  void northInTheMapIsTheArcOfTheMeridian() {
    LocalMap map = new LocalMap(new GeoPoint(37.7, -122.4), 0.0);

    Vec3 north = map.toMap(EarthPlace.of(earth(37.75, -122.4, 12.0)).point(), 12.0);

    assertThat(north.x()).isCloseTo(0.0, within(1e-6));
    assertThat(north.y()).isCloseTo(meridian(37.75) - meridian(37.7), within(1e-4));
    assertThat(north.z()).isEqualTo(12.0);
  }

  /** Length of the meridian from the equator by Simpson's rule over its radius of curvature. */
  private static double meridian(double latitudeDeg) {
    int steps = 2000;
    double h = Math.toRadians(latitudeDeg) / steps;
    double sum = 0.0;
    for (int i = 0; i <= steps; i++) {
      double s = Math.sin(i * h);
      double radius = A * (1.0 - E2) / Math.pow(1.0 - E2 * s * s, 1.5);
      sum += radius * (i == 0 || i == steps ? 1 : i % 2 == 1 ? 4 : 2);
    }
    return sum * h / 3.0;
  }

  @Test
  void axesPointEastNorthAndUp() {
    EarthPlace place = EarthPlace.of(earth(37.7, -122.4, 0.0));

    Vec3 east = earth(37.7, -122.39999, 0.0).minus(earth(37.7, -122.40001, 0.0));
    Vec3 north = earth(37.70001, -122.4, 0.0).minus(earth(37.69999, -122.4, 0.0));
    Vec3 up = earth(37.7, -122.4, 1.0).minus(earth(37.7, -122.4, -1.0));

    assertThat(place.enuFromEarth().turn(east).x() / east.length()).isCloseTo(1.0, within(1e-9));
    assertThat(place.enuFromEarth().turn(north).y() / north.length()).isCloseTo(1.0, within(1e-9));
    assertThat(place.enuFromEarth().turn(up).z() / up.length()).isCloseTo(1.0, within(1e-9));
  }

  @Test
  void convergenceIsTheWayNorthPointsInTheMap() {
    LocalMap map = new LocalMap(new GeoPoint(37.7, -122.4), 0.0);
    GeoPoint east = new GeoPoint(37.7, -122.3);

    Vec3 north = map.toMap(new GeoPoint(37.7001, -122.3), 0.0).minus(map.toMap(east, 0.0));

    double yawOfNorth = Math.atan2(north.y(), north.x());
    assertThat(map.convergence(east)).isCloseTo(yawOfNorth - 0.5 * Math.PI, within(1e-7));
    assertThat(map.convergence(east)).isGreaterThan(1e-3);
  }
}
