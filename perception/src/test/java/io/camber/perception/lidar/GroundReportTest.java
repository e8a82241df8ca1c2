package io.camber.perception.lidar;

import static org.assertj.core.api.Assertions.assertThat;

import io.camber.geometry.Pose2;
import io.camber.geometry.Twist2;
import io.camber.perception.RoadContext;
import io.camber.scene.FreeSpace;
import io.camber.scene.GroundPoints;
import io.camber.sensing.LidarSweep;
import io.camber.vehicle.VehicleDescription;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class GroundReportTest {
  private static final long END_NS = 1_000_000_000L;
  private static final EgoBody EGO = EgoBody.of(VehicleDescription.midSizeCar());

  private final LidarDetector detector = new LidarDetector(LidarDetectorConfig.DEFAULT);
  private LidarSweep sweep =
      new SyntheticLidar(List.of(), GroundReportTest::level, Twist2.ZERO, 1).sweep(END_NS);

  private static double level(double x, double y) {
    return 0.0;
  }

  private LidarDetections look(List<SolidBox> boxes, DoubleBinaryOperator ground) {
    sweep = new SyntheticLidar(boxes, ground, Twist2.ZERO, 1).sweep(END_NS);
    return detector.detect(
        sweep,
        SyntheticLidar.calibration(),
        Twist2.ZERO,
        EGO,
        Pose2.IDENTITY,
        RoadContext.UNMAPPED);
  }

  private static double farAhead(FreeSpace space, int degrees) {
    return space.farM(180 + degrees);
  }

  @Test
  void everyPointOfALevelRoadIsGroundAndItIsFreeAllAround() {
    LidarDetections found = look(List.of(), GroundReportTest::level);

    GroundPoints ground = found.ground();
    assertThat(ground.size()).isEqualTo(sweep.size());
    for (int i = 0; i < sweep.size(); i++) {
      double x = sweep.x(i) + SyntheticLidar.MOUNTING.x();
      if (Math.sqrt(x * x + sweep.y(i) * sweep.y(i)) < 109.0) {
        assertThat(ground.isGround(i)).as("point %s", i).isTrue();
      }
    }
    FreeSpace space = found.freeSpace();
    assertThat(space.sectors()).isEqualTo(360);
    for (int sector = 0; sector < 360; sector++) {
      // the lowest beam meets the road 1.85 m / tan(24 deg) = 4.16 m away
      assertThat(space.nearM(sector)).isBetween(4.1f, 5.0f);
      assertThat(space.farM(sector)).isGreaterThan(40.0f);
    }
  }

  @Test
  void groundEndsAtABoxAndNothingBehindItIsFree() {
    FreeSpace space = look(
            List.of(SolidBox.box(22.2, 0.0, 0.0, 2.0, 8.0, 1.5)), GroundReportTest::level)
        .freeSpace();

    // its face is 20 m from the sensor; the last ring of the road before it lies 19.47 m away
    for (int degrees = -10; degrees < 10; degrees++) {
      double slant = 20.0 / Math.cos(Math.toRadians(degrees + 0.5));
      assertThat(farAhead(space, degrees)).isBetween(19.0, slant);
    }
    assertThat(farAhead(space, 15)).isGreaterThan(40.0);
    assertThat(farAhead(space, -16)).isGreaterThan(40.0);
  }

  @Test
  void aSignOverTheRoadIsDrivenUnder() {
    SolidBox sign = new SolidBox(new Pose2(25.0, 0.0, 0.0), 0.1, 4.0, 2.6, 3.4);

    assertThat(farAhead(look(List.of(sign), GroundReportTest::level).freeSpace(), 0))
        .isGreaterThan(40.0);
  }

  @ParameterizedTest
  @ValueSource(doubles = {6.0, 12.0, 25.0})
  void aPersonIsNeverCalledFree(double range) {
    FreeSpace space =
        look(SolidBox.pedestrian(range, 0.0, 0.0), GroundReportTest::level).freeSpace();

    assertThat(farAhead(space, 0)).isLessThan(range - 1.2);
    assertThat(farAhead(space, -1)).isLessThan(range - 1.2);
  }

  @Test
  void aHillIsGround() {
    LidarDetections found =
        look(List.of(), (x, y) -> x <= 10.0 ? 0.0 : 0.0005 * (x - 10.0) * (x - 10.0));

    long ground = 0;
    for (int i = 0; i < sweep.size(); i++) {
      ground += found.ground().isGround(i) ? 1 : 0;
    }
    assertThat((double) ground / sweep.size()).isGreaterThan(0.98);
    assertThat(farAhead(found.freeSpace(), 0)).isGreaterThan(30.0);
  }

  @Test
  void pointsOfABoxAreNotGround() {
    LidarDetections found =
        look(List.of(SolidBox.box(15.0, 4.0, 0.3, 4.0, 2.0, 1.5)), GroundReportTest::level);

    int standing = 0;
    for (int i = 0; i < sweep.size(); i++) {
      if (sweep.z(i) + SyntheticLidar.MOUNTING.z() > 0.35) {
        standing++;
        assertThat(found.ground().isGround(i)).isFalse();
      }
    }
    assertThat(standing).isGreaterThan(200);
  }
}
