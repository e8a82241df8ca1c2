package io.camber.localization.odometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.camber.geometry.Pose3;
import io.camber.geometry.Vec3;
import org.junit.jupiter.api.Test;

final class GroundPlaneTest {
  @Test
  void levellingPutsEveryPointOfThePlaneAtHeightZero() {
    GroundPlane plane = new GroundPlane(0.03, -0.02, 0.12);

    Pose3 level = plane.levelFromHere();

    for (Vec3 place : new Vec3[] {new Vec3(0, 0, 0), new Vec3(9, -4, 0), new Vec3(-7, 3, 0)}) {
      Vec3 onPlane = new Vec3(place.x(), place.y(), 0.03 * place.x() - 0.02 * place.y() + 0.12);
      assertThat(level.apply(onPlane).z()).isCloseTo(0.0, within(1e-12));
    }
    assertThat(level.yaw()).isEqualTo(0.0);
  }
}
