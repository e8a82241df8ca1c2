package io.camber.perception.lidar;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Legs ten metres ahead of a sensor 1.8 m above the ground, of which nothing above 0.9 m returns. */
final class CurtainTest {
  private static final double SENSOR_Z = 1.8;
  private static final double LEGS_M = 10.0;
  private static final int DIRECTIONS = 8;

  /** One direction of the horizon. */
  private static final double STEP = 2.0 * Math.PI / RangeHorizon.BINS;

  private final PointCloud cloud = new PointCloud();

  CurtainTest() {
    cloud.reset(200);
    for (int k = 0; k < DIRECTIONS; k++) {
      for (double height = 0.3; height < 0.95; height += 0.1) {
        add(k, LEGS_M, height);
      }
    }
  }

  private void add(int direction, double range, double height) {
    double azimuth = (direction + 0.5) * STEP;
    cloud.height[cloud.size] = (float) height;
    cloud.add(
        (float) (range * Math.cos(azimuth)),
        (float) (range * Math.sin(azimuth)),
        (float) height,
        0f,
        cloud.size);
  }

  /** A return from nearer things in the direction of the legs, so many radians above their highest. */
  private void hang(int direction, double range, double aboveRad) {
    add(direction, range, SENSOR_Z + range * ((0.9 - SENSOR_Z) / LEGS_M + aboveRad));
  }

  private boolean isTopHidden() {
    int[] legs = new int[DIRECTIONS * 7];
    for (int k = 0; k < legs.length; k++) {
      legs[k] = k;
    }
    RangeHorizon horizon = new RangeHorizon();
    horizon.scan(cloud, 0.0, 0.0);
    Curtain curtain = new Curtain();
    curtain.hang(cloud, horizon, SENSOR_Z);
    boolean isHidden = curtain.hidesTopOf(Cluster.of(cloud, legs, 0, legs.length));
    assertThat(curtain.hidesTopOf(Cluster.of(cloud, legs, 0, legs.length)))
        .as("asked again")
        .isEqualTo(isHidden);
    return isHidden;
  }

  @Test
  void hidesNothingWhereNothingIsNearer() {
    assertThat(isTopHidden()).isFalse();

    for (int k = 0; k < DIRECTIONS; k++) {
      hang(k, LEGS_M + 2.0, 0.01);
    }
    assertThat(isTopHidden()).as("behind").isFalse();
  }

  @Test
  void hidesTheTopWhereTheNextBeamMeetsSomethingNearer() {
    for (int k = 0; k < DIRECTIONS; k++) {
      hang(k, 6.0, 0.01);
    }

    assertThat(isTopHidden()).isTrue();
  }

  @Test
  void hidesNothingWhereTheNextBeamsPassBelowIt() {
    for (int k = 0; k < DIRECTIONS; k++) {
      hang(k, 6.0, 0.03);
    }

    assertThat(isTopHidden()).isFalse();
  }

  /** A wall or a bush before the legs is no higher than what it hides. */
  @Test
  void isNotWhatStandsLowerThanTheTop() {
    for (int k = 0; k < DIRECTIONS; k++) {
      hang(k, 6.0, -0.01);
    }

    assertThat(isTopHidden()).isFalse();
  }

  @Test
  void hangsInAtLeastHalfOfTheDirections() {
    for (int k = 0; k < DIRECTIONS / 2 - 1; k++) {
      hang(k, 6.0, 0.01);
    }
    assertThat(isTopHidden()).as("three of eight").isFalse();

    hang(DIRECTIONS / 2 - 1, 6.0, 0.01);
    assertThat(isTopHidden()).as("four of eight").isTrue();
  }
}
