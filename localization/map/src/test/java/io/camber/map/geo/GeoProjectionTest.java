package io.camber.map.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.camber.diagnostics.InputException;
import io.camber.geometry.Vec2;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GeoProjectionTest {
  private static final String TOWN =
      "+proj=tmerc +lat_0=0 +lon_0=0 +k=1 +x_0=0 +y_0=0 +datum=WGS84 +units=m +geoidgrids=egm96_15.gtx +vunits=m +no_defs ";

  @Test
  void theCentralMeridianIsMeasuredByItsArc() {
    GeoProjection projection = GeoProjection.parse(TOWN);

    // Arc of the WGS84 meridian from the equator to 45 degrees north (series, Snyder 1987, eq.
    // 3-21).
    assertThat(projection.toMap(new GeoPoint(45.0, 0.0)).y()).isCloseTo(4984944.378, within(0.001));
    assertThat(projection.toMap(new GeoPoint(45.0, 0.0)).x()).isCloseTo(0.0, within(1e-6));
    assertThat(projection.toWgs84(0.0, 0.0).latitudeDeg()).isCloseTo(0.0, within(1e-12));
  }

  @Test
  void aUtmZonePutsItsMeridianAtFiveHundredKilometres() {
    GeoProjection projection = GeoProjection.parse("+proj=utm +zone=32 +datum=WGS84 +units=m");

    Vec2 point = projection.toMap(new GeoPoint(45.0, 9.0));

    assertThat(point.x()).isCloseTo(500_000.0, within(1e-6));
    assertThat(point.y()).isCloseTo(0.9996 * 4984944.378, within(0.001));
  }

  @Test
  void thereAndBackIsTheSamePlaceWithinAMicrometre() {
    Random random = new Random(3);
    GeoProjection projection =
        GeoProjection.parse("+proj=tmerc +lat_0=37.4 +lon_0=-122.1 +k=1 +datum=WGS84");
    for (int i = 0; i < 1000; i++) {
      double x = (random.nextDouble() - 0.5) * 20_000.0;
      double y = (random.nextDouble() - 0.5) * 20_000.0;
      GeoPoint place = projection.toWgs84(x, y);

      assertThat(projection.toMap(place).x()).isCloseTo(x, within(1e-6));
      assertThat(projection.toMap(place).y()).isCloseTo(y, within(1e-6));
    }
  }

  @Test
  void aPlaceAloneMeansTheProjectionAroundIt() {
    GeoPoint place = GeoProjection.parse(
            "+lat_0=4.9000000000000000e+1 +lon_0=8.0000000000000000e+0")
        .toWgs84(0.0, 0.0);

    assertThat(place.latitudeDeg()).isCloseTo(49.0, within(1e-9));
    assertThat(place.longitudeDeg()).isCloseTo(8.0, within(1e-9));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "EPSG:4326", "PROJCS[\"x\"]", "+proj=warped +lat_0=1", "+zone=32"})
  void whatNamesNoProjectionIsRefusedInOneSentence(String text) {
    assertThatThrownBy(() -> GeoProjection.parse(text))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("geoReference");
  }
}
