package io.camber.evaluation.situation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.camber.evaluation.drive.TestDrive;
import io.camber.evaluation.drive.TestRoads;
import io.camber.geometry.Box2;
import io.camber.geometry.Pose2;
import io.camber.geometry.Vec2;
import io.camber.map.RoadMap;
import org.junit.jupiter.api.Test;

final class DrivableAreaTest {
  @Test
  void theIslandOfARoundaboutIsOffTheRoad() {
    assertThat(outside(TestRoads.ring(), 0.0, 0.0)).isEqualTo(3.0);
    assertThat(outside(TestRoads.ring(), 9.0, 0.0)).isCloseTo(1.0, within(0.01));
    assertThat(outside(TestRoads.ring(), 11.0, 0.0)).isZero();
  }

  @Test
  void aGapBetweenLanesOfAJunctionIsPaved() {
    assertThat(outside(TestRoads.ring(), 115.0, 1.0)).isZero();
    // beside them
    assertThat(outside(TestRoads.ring(), 115.0, -4.5)).isCloseTo(1.0, within(0.01));
  }

  @Test
  void whatIsOutsideOfABoxIsItsShareOfTheArea() {
    // the right edge of the road is at -3.5: 0.93 of 1.86 m in width are outside
    Box2 box = new Box2(new Pose2(50.0, -3.5, 0.0), 4.7, 1.86);

    assertThat(new DrivableArea(TestDrive.road()).outsideM2(box))
        .isCloseTo(4.7 * 0.93, within(1e-9));
  }

  private static double outside(RoadMap map, double x, double y) {
    return new DrivableArea(map).distanceOutside(new Vec2(x, y), map.projectAll(x, y, 0.05));
  }
}
