package io.camber.sim.scenario.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.camber.geometry.Vec2;
import org.junit.jupiter.api.Test;

class GeoProjectionTest {
  private static Vec2 project(String proj, double latitudeDeg, double longitudeDeg) {
    return GeoProjection.parse(proj)
        .orElseThrow()
        .project(StrictMath.toRadians(latitudeDeg), StrictMath.toRadians(longitudeDeg));
  }

  @Test
  void theOriginOfTheProjectionIsItsFalseEastingAndNorthing() {
    Vec2 origin = project("+proj=tmerc +lat_0=49 +lon_0=8 +k=1 +x_0=100 +y_0=-50", 49.0, 8.0);

    assertThat(origin.x()).isCloseTo(100.0, within(1e-9));
    assertThat(origin.y()).isCloseTo(-50.0, within(1e-8));
  }

  @Test
  void aQuarterOfTheMeridianHasItsPublishedLength() {
    // from the equator to the pole on WGS 84: 10 001 965.729 m
    assertThat(project("+proj=tmerc", 89.9999999999, 0.0).y())
        .isCloseTo(10_001_965.729, within(0.01));
  }

  @Test
  void utmPutsTheEquatorBesideTheCentralMeridianWhereItBelongs() {
    // Redfearn's series on the equator: k a (l + l^3 (1 + e'^2) / 6 + l^5 (5 + 14 e'^2) / 120)
    Vec2 east = project("+proj=utm +zone=31", 0.0, 4.0);
    Vec2 west = project("+proj=utm +zone=31", 0.0, 2.0);

    assertThat(east.x() - 500_000.0).isCloseTo(500_000.0 - west.x(), within(1e-6));
    assertThat(east.x() - 500_000.0).isCloseTo(111280.651, within(0.001));
    assertThat(project("+proj=utm +zone=31 +south", 0.0, 3.0).y()).isCloseTo(1e7, within(1e-6));
  }

  @Test
  void aKnownTowerStandsWhereMapsShowIt() {
    Vec2 tower = project("+proj=utm +zone=31 +datum=WGS84", 48.85822, 2.2945);

    assertThat(tower.x()).isCloseTo(448_252.0, within(2.0));
    assertThat(tower.y()).isCloseTo(5_411_933.0, within(3.0));
  }

  @Test
  void otherProjectionsAreNotGuessedAt() {
    assertThat(GeoProjection.parse("+proj=lcc +lat_1=33")).isEmpty();
    assertThat(GeoProjection.parse("+proj=utm +zone=99")).isEmpty();
    assertThat(GeoProjection.parse("EPSG:4326")).isEmpty();
  }
}
