package io.camber.evaluation.ground;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.camber.geometry.Box2;
import io.camber.geometry.Pose2;
import io.camber.geometry.Vec2;
import io.camber.scene.FreeSpace;
import io.camber.truth.PointClass;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Areas that are known by hand, on a road seen from 4 to 40 m around. */
final class FreeSpaceScorerTest {
  private static final double DISC = Math.PI * (40.0 * 40.0 - 4.0 * 4.0);

  private static FreeSpace space(double nearM, double farM) {
    float[] near = new float[360];
    float[] far = new float[360];
    Arrays.fill(near, (float) nearM);
    Arrays.fill(far, (float) farM);
    return new FreeSpace(HandMadeSweep.TIME_NS, "lidar_top", new Vec2(0, 0), near, far);
  }

  private static FreeSpaceScore score(FreeSpace space, HandMadeSweep made, Box2... actors) {
    LabelledSweep sweep = LabelledSweep.of(
            made.sweep(),
            made.labels(),
            HandMadeSweep.CALIBRATION.baseFromLidar(),
            HandMadeSweep.truth(0.0))
        .orElseThrow();
    TrueGround ground = new TrueGround();
    ground.fill(sweep);
    return new FreeSpaceScorer(ground).score(space, sweep, List.of(actors));
  }

  @Test
  void anEmptyRoadIsFreeAndFound() {
    FreeSpaceScore all = score(space(4.0, 40.0), new HandMadeSweep().road(4.0, 40.0));
    FreeSpaceScore half = score(space(4.0, 20.0), new HandMadeSweep().road(4.0, 40.0));

    assertThat(all.falseFree()).isZero();
    assertThat(all.free()).isCloseTo(DISC, within(0.01));
    assertThat(all.found()).isCloseTo(DISC, within(0.01));
    assertThat(half.found()).isCloseTo(Math.PI * (400.0 - 16.0), within(0.01));
  }

  @Test
  void aCarOnWhatIsCalledFreeCountsWithItsFootprint() {
    HandMadeSweep road = new HandMadeSweep().road(4.0, 40.0);
    Box2 aside = new Box2(new Pose2(12.0, -9.0, 0.4), 4.5, 1.8);
    Box2 ahead = new Box2(new Pose2(20.0, 0.5, 0.0), 4.5, 1.8);

    // 0.2 m off each side
    assertThat(score(space(4.0, 40.0), road, aside).falseFree()).isCloseTo(4.1 * 1.4, within(0.05));
    assertThat(score(space(4.0, 40.0), road, aside).ahead()).isZero();
    // of the width from -0.2 to 1.2 m all is in the way
    assertThat(score(space(4.0, 40.0), road, ahead).ahead()).isCloseTo(4.1 * 1.4, within(0.05));
    // from 20.2 m on nothing is called free: 2.25 m of its 4.1 m are
    assertThat(score(space(4.0, 20.2), road, ahead).falseFree()).isCloseTo(2.25 * 1.4, within(0.1));
    assertThat(score(space(4.0, 17.9), road, ahead).falseFree()).isZero();
    // a person of 0.5 m: a fifth off each side
    Box2 person = new Box2(new Pose2(10.0, 3.0, 0.0), 0.5, 0.5);
    assertThat(score(space(4.0, 40.0), road, person).falseFree()).isCloseTo(0.09, within(0.01));
  }

  @Test
  void onlyHalfOfABodyBesideTheWayIsAhead() {
    Box2 box = new Box2(new Pose2(20.0, 1.5, 0.0), 4.5, 2.4);

    FreeSpaceScore score = score(space(4.0, 40.0), new HandMadeSweep().road(4.0, 40.0), box);

    assertThat(score.ahead()).isCloseTo(4.1 * 1.0, within(0.1));
    assertThat(score.falseFree()).isCloseTo(4.1 * 2.0, within(0.05));
  }

  @Test
  void aWallCountsToTheEndOfItsCells() {
    HandMadeSweep made = new HandMadeSweep().road(4.0, 20.0);
    for (int degree = 170; degree < 190; degree++) {
      double azimuth = Math.toRadians(degree + 0.5) - Math.PI;
      for (double z : new double[] {0.1, 1.0, 1.8, 4.0}) {
        made.put(PointClass.BUILDING, 20.2 * Math.cos(azimuth), 20.2 * Math.sin(azimuth), z);
      }
    }

    double expected = (20.5 * 20.5 - 20.2 * 20.2) * Math.PI * 20.0 / 360.0;
    assertThat(score(space(4.0, 40.0), made).falseFree()).isCloseTo(expected, within(0.01));
    assertThat(score(space(4.0, 20.2), made).falseFree()).isCloseTo(0.0, within(0.01));
  }

  @Test
  void kerbsAndCrownsAndPointsOfActorsAreNotScenery() {
    HandMadeSweep made = new HandMadeSweep()
        .road(4.0, 40.0)
        .put(PointClass.OBSTACLE, 20.0, 0.1, 0.1)
        .put(PointClass.VEGETATION, 20.0, 0.1, 2.5)
        .put(PointClass.AIR, 20.0, 0.1, 1.0)
        .put(PointClass.CAR, 1, 20.0, 0.1, 1.0);

    assertThat(score(space(4.0, 40.0), made).falseFree()).isZero();
  }

  @Test
  void whatIsBehindSomethingNeedNotBeFound() {
    HandMadeSweep road = new HandMadeSweep().road(4.0, 40.0);
    Box2 wall = new Box2(new Pose2(-20.0, 0.0, 0.0), 1.0, 400.0);

    FreeSpaceScore score = score(space(4.0, 40.0), road, wall);

    assertThat(score.free()).isLessThan(0.85 * DISC).isGreaterThan(0.5 * DISC);
    assertThat(score.found()).isCloseTo(score.free(), within(1e-3));
  }

  @Test
  void aMissedWallAheadIsFreeThroughHoweverSmallItsArea() {
    HandMadeSweep made = new HandMadeSweep().road(4.0, 20.0);
    for (int degree = 170; degree < 190; degree++) {
      double azimuth = Math.toRadians(degree + 0.5) - Math.PI;
      made.put(PointClass.BUILDING, 20.2 * Math.cos(azimuth), 20.2 * Math.sin(azimuth), 1.0);
    }

    FreeSpaceScore missed = score(space(4.0, 45.0), made);
    FreeSpaceScore seen = score(space(4.0, 20.6), made);

    assertThat(missed.ahead()).isLessThan(1.0);
    // 1.5 m aside at 20.2 m are 4.26 degrees: 34 eighths on either side
    assertThat(missed.through().raysAhead()).isEqualTo(68);
    assertThat(missed.through().throughAhead()).isEqualTo(68);
    assertThat(missed.through().depthM()).isCloseTo(45.0 - 20.2, within(1e-4));
    assertThat(seen.through()).isEqualTo(new FreeSpaceScore.Through(68, 0, 0.0));
  }

  @Test
  void freeSpaceBeyondACarIsThroughItButNotBesideIt() {
    Box2 ahead = new Box2(new Pose2(20.0, 0.0, 0.0), 4.5, 1.8);
    Box2 aside = new Box2(new Pose2(10.0, 10.0, 0.0), 4.5, 1.8);
    HandMadeSweep road = new HandMadeSweep().road(4.0, 40.0);

    FreeSpaceScore.Through through = score(space(4.0, 40.0), road, ahead, aside).through();

    // 0.7 m on either side of the near face at 17.95 m: 2.23 degrees, 17.9 eighths
    assertThat(through.raysAhead()).isEqualTo(36);
    assertThat(through.throughAhead()).isEqualTo(36);
    // the nearest corner of the one aside
    assertThat(through.depthM()).isCloseTo(40.0 - Math.hypot(7.95, 9.3), within(0.05));
    assertThat(score(space(4.0, 18.0), road, ahead).through().throughAhead()).isZero();
  }

  @Test
  void aLowPlankStandsFromFifteenCentimetresOn() {
    HandMadeSweep plank =
        new HandMadeSweep().road(4.0, 40.0).put(PointClass.OBSTACLE, 20.0, 0.1, 0.16);
    HandMadeSweep sign = new HandMadeSweep().road(4.0, 40.0).put(PointClass.SIGN, 20.0, 0.1, 2.25);

    assertThat(score(space(4.0, 40.0), plank).through().throughAhead()).isEqualTo(8);
    assertThat(score(space(4.0, 40.0), sign).through().throughAhead()).isEqualTo(8);
  }
}
