package io.camber.importing.lanelet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.camber.geometry.Angles;
import io.camber.geometry.Vec2;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class HermiteLineTest {
  @Test
  void pointsOfACircleGiveItsArc() {
    double radius = 50.0;
    List<Vec2> points = new ArrayList<>();
    for (int i = 0; i <= 20; i++) {
      double angle = 0.1 * i;
      points.add(new Vec2(radius * StrictMath.cos(angle), radius * StrictMath.sin(angle)));
    }

    HermiteLine line = HermiteLine.through(points);

    assertThat(line.lengthM()).isCloseTo(radius * 2.0, within(1e-3));
    for (double s = 0.0; s <= line.lengthM(); s += 0.7) {
      assertThat(line.pointAt(s).length()).isCloseTo(radius, within(2e-3));
      double error = Angles.wrap(line.headingAt(s) - Math.PI / 2.0 - s / radius);
      assertThat(error).isCloseTo(0.0, within(2e-3));
    }
  }

  @Test
  void farAndNearPointsOnAStraightStayStraight() {
    HermiteLine line = HermiteLine.through(
        List.of(new Vec2(0, 0), new Vec2(100, 0), new Vec2(101, 0), new Vec2(300, 0)));

    assertThat(line.lengthM()).isCloseTo(300.0, within(1e-9));
    for (double s = 0.0; s <= 300.0; s += 3.0) {
      assertThat(line.pointAt(s)).isEqualTo(new Vec2(line.pointAt(s).x(), 0.0));
      assertThat(line.pointAt(s).x()).isCloseTo(s, within(1e-6));
    }
  }

  @Test
  void pointsOnTopOfEachOtherAreOne() {
    HermiteLine line = HermiteLine.through(
        List.of(new Vec2(0, 0), new Vec2(0, 0), new Vec2(10, 0), new Vec2(10, 0)));

    assertThat(line.pieces()).hasSize(1);
    assertThat(line.lengthM()).isCloseTo(10.0, within(1e-9));
  }
}
