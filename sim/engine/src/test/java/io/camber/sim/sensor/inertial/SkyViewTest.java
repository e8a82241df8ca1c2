package io.camber.sim.sensor.inertial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.camber.geometry.Vec3;
import io.camber.map.RoadMap;
import org.junit.jupiter.api.Test;

final class SkyViewTest {
  private static final SkyView STREET = new SkyView(SatelliteStreet.map());

  @Test
  void seesNoSkyInATunnel() {
    assertThat(STREET.isOpen(at(SatelliteStreet.TUNNEL_FROM_X - 10.0))).isTrue();
    assertThat(STREET.isOpen(at(450.0))).isFalse();
    assertThat(STREET.isOpen(at(SatelliteStreet.TUNNEL_TO_X + 10.0))).isTrue();
  }

  @Test
  void seesTheSkyOnAMapWithoutTunnels() {
    assertThat(new SkyView(RoadMap.empty()).isOpen(Vec3.ZERO)).isTrue();
  }

  @Test
  void housesMoveTheFixInAStreetAndNotBeforeIt() {
    var detours = STREET.detours(GnssConfig.uncorrected(), 1);

    SkyView.Detour open = detours.apply(at(5.0)).orElseThrow();
    SkyView.Detour inside = detours.apply(at(200.0)).orElseThrow();
    SkyView.Detour corrected =
        STREET.detours(GnssConfig.corrected(), 1).apply(at(200.0)).orElseThrow();

    assertThat(open.errorM().length()).isLessThan(0.1);
    assertThat(inside.errorM().length()).isBetween(1.0, 60.0);
    assertThat(inside.stdM()).isPositive();
    // Detours enter by their share: half of them here, a fiftieth there.
    assertThat(corrected.errorM().length())
        .isCloseTo(inside.errorM().length() * 0.02 / 0.5, within(1e-9));
  }

  private static Vec3 at(double x) {
    return new Vec3(x, SatelliteStreet.LANE_Y, 0.0);
  }
}
