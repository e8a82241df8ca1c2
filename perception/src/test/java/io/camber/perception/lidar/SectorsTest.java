package io.camber.perception.lidar;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

final class SectorsTest {
  @Test
  void aDirectionLiesInTheDegreeThatTheArcTangentSays() {
    Random random = new Random(3);
    for (int i = 0; i < 200_000; i++) {
      double azimuth = -Math.PI + 2.0 * Math.PI * random.nextDouble();
      double range = 1.0 + 100.0 * random.nextDouble();
      float x = (float) (range * Math.cos(azimuth));
      float y = (float) (range * Math.sin(azimuth));
      double degrees = Math.toDegrees(Math.atan2(y, x)) + 180.0;
      double offBoundary = Math.abs(degrees - Math.rint(degrees));

      if (offBoundary > 1e-4) {
        assertThat(Sectors.of(x, y)).as("%s degrees", degrees).isEqualTo((int) degrees);
      }
    }
  }

  @Test
  void axesAndTheOriginHaveASector() {
    assertThat(Sectors.of(1.0f, 0.0f)).isEqualTo(180);
    assertThat(Sectors.of(0.0f, 1.0f)).isBetween(269, 270);
    assertThat(Sectors.of(0.0f, -1.0f)).isBetween(89, 90);
    assertThat(Sectors.of(-1.0f, -0.0f)).isBetween(0, 359);
    assertThat(Sectors.of(0.0f, 0.0f)).isEqualTo(180);
  }
}
