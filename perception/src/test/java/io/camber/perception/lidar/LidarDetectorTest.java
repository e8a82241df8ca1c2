package io.camber.perception.lidar;

import static org.assertj.core.api.Assertions.assertThat;

import io.camber.geometry.Angles;
import io.camber.geometry.Pose2;
import io.camber.geometry.Twist2;
import io.camber.perception.EgoCorridor;
import io.camber.perception.RoadContext;
import io.camber.perception.StraightRoad;
import io.camber.perception.tracking.TrackerConfig;
import io.camber.scene.Detection;
import io.camber.scene.ObjectClass;
import io.camber.sensing.LidarSweep;
import io.camber.vehicle.VehicleDescription;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LidarDetectorTest {
  private static final EgoBody EGO = EgoBody.of(VehicleDescription.midSizeCar());
  private static final RoadContext ROAD = new StraightRoad(-5.25, 5.25);

  private final LidarDetector detector = new LidarDetector(LidarDetectorConfig.DEFAULT);

  @ParameterizedTest
  @ValueSource(doubles = {10, 20, 30, 40, 50, 60})
  void findsCarsInEveryLaneByWhatTheyAreAndWhere(double range) {
    for (double y : new double[] {-3.5, 0.0, 3.5}) {
      List<Detection> found = detect(SolidBox.car(range, y, 0.0));

      Detection car = nearest(found, range, y).orElseThrow();
      assertThat(found).hasSize(1);
      assertThat(car.objectClass()).isEqualTo(ObjectClass.CAR);
      assertThat(distance(car, range, y)).isLessThan(0.35);
      assertThat(headingError(car, 0.0)).isLessThan(Math.toRadians(5.0));
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {12, 25, 40, 55})
  void findsTurningAndCrossingCarsAtTheirAngle(double range) {
    for (double yaw : new double[] {0.6, 1.2, Math.PI / 2}) {
      Detection car = nearest(detect(SolidBox.car(range, 0.0, yaw)), range, 0.0).orElseThrow();

      assertThat(car.objectClass()).isEqualTo(ObjectClass.CAR);
      assertThat(distance(car, range, 0.0)).isLessThan(0.6);
      assertThat(headingError(car, yaw)).as("yaw %s at %s m", yaw, range).isLessThan(0.15);
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {15, 30, 50, 70})
  void findsTrucksAndKeepsTheirVisibleEndInPlace(double range) {
    Detection truck =
        nearest(detect(SolidBox.truck(range, -3.5, 0.0)), range, -3.5).orElseThrow();

    double rear = truck.center().x() - truck.size().lengthM() / 2.0;
    assertThat(truck.objectClass()).isEqualTo(ObjectClass.TRUCK);
    assertThat(rear).isBetween(range - 5.3, range - 4.6);
  }

  @ParameterizedTest
  @ValueSource(doubles = {8, 15, 25, 40})
  void findsPeopleWhicheverWayTheyFace(double range) {
    for (double yaw : new double[] {0.0, 0.8, Math.PI / 2}) {
      Detection person =
          nearest(detect(SolidBox.pedestrian(range, -2.0, yaw)), range, -2.0).orElseThrow();

      assertThat(person.objectClass()).isEqualTo(ObjectClass.PEDESTRIAN);
      assertThat(distance(person, range, -2.0)).isLessThan(0.35);
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {8, 15, 25, 40})
  void findsBicyclesThatCross(double range) {
    Detection bicycle =
        nearest(detect(SolidBox.bicycle(range, 0.5, Math.PI / 2)), range, 0.5).orElseThrow();

    assertThat(bicycle.objectClass()).isEqualTo(ObjectClass.BICYCLE);
    assertThat(headingError(bicycle, Math.PI / 2)).isLessThan(0.2);
  }

  @ParameterizedTest
  @ValueSource(doubles = {10, 20})
  void reportsDebrisOnTheRoadAsUnknown(double range) {
    List<Detection> found = detect(List.of(SolidBox.box(range, 0, 0.3, 0.6, 0.5, 0.5)));

    Detection debris = nearest(found, range, 0.0).orElseThrow();
    assertThat(debris.objectClass()).isEqualTo(ObjectClass.UNKNOWN);
    assertThat(distance(debris, range, 0.0)).isLessThan(0.5);
  }

  /** At 31 m beams are 0.25 m apart: a child of 1.2 m may return no more than a post of 1 m. */
  @Test
  void saysOfAChildBesideTheRoadWhoseHeadNoBeamMeetsThatItMayBeOne() {
    SolidBox low = SolidBox.box(31.0, -7.5, 0.0, 0.4, 0.4, 1.05);

    Detection child = nearest(detect(List.of(low)), 31.0, -7.5).orElseThrow();
    assertThat(child.objectClass()).isEqualTo(ObjectClass.PEDESTRIAN);
    assertThat(child.score()).isPositive().isLessThan(TrackerConfig.STRONG_SCORE_MIN);

    SolidBox nearPost = SolidBox.box(8.0, -7.5, 0.0, 0.4, 0.4, 1.0);
    assertThat(nearest(detect(List.of(nearPost)), 8.0, -7.5)).isEmpty();
  }

  /** Twigs from 1.1 m on over its far side make one cluster of car and fir. */
  @Test
  void saysOfACarUnderAFirThatItMayBeOne() {
    List<SolidBox> scene = new ArrayList<>(SolidBox.car(18.0, -7.0, 0.0));
    scene.add(new SolidBox(new Pose2(18.0, -8.4, 0.0), 1.7, 1.5, 1.1, 3.6));
    scene.add(SolidBox.box(18.0, -8.6, 0.0, 0.3, 0.3, 1.5));

    Detection car = nearest(detect(scene), 18.0, -7.0).orElseThrow();
    assertThat(car.objectClass()).isEqualTo(ObjectClass.CAR);
    assertThat(car.score()).isLessThan(TrackerConfig.STRONG_SCORE_MIN);
    assertThat(distance(car, 18.0, -7.0)).isLessThan(0.7);
  }

  /** From the sensor at 1.85 m what hangs 1.2 m high 6 m away hides whoever is 8.5 m away above 0.93 m. */
  @Test
  void saysOfLegsBelowTwigsThatAreNearerThatTheyMayBeSomebody() {
    List<SolidBox> person = SolidBox.pedestrian(1.2, -8.5, 0.3);
    List<SolidBox> scene = new ArrayList<>(person);
    scene.add(new SolidBox(new Pose2(1.2, -6.0, 0.0), 1.6, 0.1, 1.2, 3.4));

    Detection walker = nearest(detect(scene), 1.2, -8.5).orElseThrow();
    assertThat(walker.objectClass()).isEqualTo(ObjectClass.PEDESTRIAN);
    assertThat(walker.score()).isPositive().isLessThan(TrackerConfig.STRONG_SCORE_MIN);
    assertThat(distance(walker, 1.2, -8.5)).isLessThan(0.3);
  }

  @Test
  void takesAPostBelowTwigsForNobodyWhereBeamsPassAboveIt() {
    List<SolidBox> scene = new ArrayList<>();
    scene.add(SolidBox.box(1.2, -8.5, 0.3, 0.45, 0.35, 0.9));
    scene.add(new SolidBox(new Pose2(1.2, -6.0, 0.0), 1.6, 0.1, 1.4, 3.4));

    assertThat(detect(scene)).noneMatch(seen -> distance(seen, 1.2, -8.5) < 1.0);
  }

  @Test
  void takesNoStripOfKerbForAnObstacle() {
    assertThat(detect(List.of(SolidBox.box(9.0, 0.5, 0.0, 0.05, 0.1, 0.38)))).isEmpty();
  }

  @Test
  void leavesRailsPolesAndHedgesBesideTheRoadAlone() {
    List<SolidBox> furniture = new ArrayList<>();
    furniture.add(SolidBox.box(25.0, -6.2, 0.0, 80.0, 0.15, 0.8));
    furniture.add(SolidBox.box(20.0, 6.5, 0.0, 30.0, 1.0, 1.4));
    for (int i = 0; i < 5; i++) {
      furniture.add(SolidBox.box(8.0 + 12.0 * i, 5.9, 0.0, 0.15, 0.15, 5.0));
    }

    List<Detection> found = detect(furniture);

    assertThat(found).noneMatch(detection -> Math.abs(detection.center().y()) < 5.25);
    assertThat(found).hasSizeLessThan(4);
  }

  @Test
  void seesNoObstacleInHillsCrestsAndRoughGround() {
    for (double grade : new double[] {-0.05, 0.0, 0.06}) {
      LidarSweep sweep = new SyntheticLidar(
              List.of(),
              (x, y) -> grade * x + 0.0008 * x * x * (x > 0 ? -1 : 1) + 0.02 * y + rough(x, y),
              Twist2.ZERO,
              3)
          .sweep(0L);

      assertThat(detect(sweep, Twist2.ZERO, ROAD)).as("grade %s", grade).isEmpty();
    }
  }

  @Test
  void putsPointsBackWhereTheyBelongWhileTheEgoMoves() {
    Twist2 twist = new Twist2(25.0, 0.0, 0.2);
    LidarSweep sweep = new SyntheticLidar(
            SolidBox.car(-15.0, 3.0, 0.0), LidarDetectorTest::rough, twist, 5)
        .sweep(1_000_000_000L);

    Detection compensated = nearest(detect(sweep, twist, ROAD), -15.0, 3.0).orElseThrow();

    assertThat(distance(compensated, -15.0, 3.0)).isLessThan(0.3);
    assertThat(headingError(compensated, 0.0)).isLessThan(0.08);
  }

  @Test
  void growsHiddenSidesOnlyAwayFromTheSensor() {
    Detection behind =
        nearest(detect(SolidBox.car(-20.0, 0.0, 0.0)), -20.0, 0.0).orElseThrow();

    double front = behind.center().x() + behind.size().lengthM() / 2.0;
    assertThat(front).isBetween(-17.95, -17.55);
    assertThat(behind.size().lengthM()).isGreaterThan(4.0);
  }

  @ParameterizedTest
  @CsvSource({"22, -1", "22, 1", "32, -1", "32, 1", "45, -1", "45, 1"})
  void doesNotGrowTowardsTheSensorACarOfWhichSomethingHidesACornerOfTheRear(
      double range, int side) {
    List<SolidBox> scene = new ArrayList<>(SolidBox.car(range, 0.0, 0.0));
    // on the line from the sensor to a third of the rear's width
    double x = 0.5 * range;
    double y = side * 0.75 * (x - 1.2) / (range - 3.45);
    scene.add(new SolidBox(new Pose2(x, y, 0.0), 0.1, 0.12, 0.0, 3.0));

    double rear = range - 2.25;
    assertThat(detect(scene))
        .filteredOn(seen -> seen.objectClass() == ObjectClass.CAR)
        .hasSize(1)
        .allSatisfy(car ->
            assertThat(car.center().x() - 0.5 * car.size().lengthM()).isGreaterThan(rear - 0.6));
  }

  @Test
  void reportsAtALowPlaceWhatStandsThereDespiteASignAbove() {
    List<SolidBox> scene = new ArrayList<>(SolidBox.car(30.0, 0.0, 0.0));
    scene.add(new SolidBox(new Pose2(30.0, 0.0, 0.0), 0.3, 5.0, 5.2, 6.5));

    List<Detection> found = detect(scene);

    assertThat(found).hasSize(1);
    assertThat(found.get(0).size().heightM()).isLessThan(1.7);
  }

  @Test
  void answersAnEmptySweepWithNothing() {
    LidarSweep empty = new LidarSweep("lidar_top", 0L, 100_000_000L, ByteBuffer.allocate(0));

    assertThat(detect(empty, Twist2.ZERO, ROAD)).isEmpty();
  }

  @Test
  void countsAndDropsPointsThatAreNotFinite() {
    ByteBuffer points =
        ByteBuffer.allocate(3 * LidarSweep.POINT_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    LidarSweep.put(points, Float.NaN, 1f, 1f, 0, 0, 9);
    LidarSweep.put(points, Float.POSITIVE_INFINITY, 1f, 1f, 0, 0, 9);
    LidarSweep.put(points, 20f, 1f, 0f, -1, 0, 9);
    points.flip();
    LidarSweep sweep = new LidarSweep("lidar_top", 0L, 100_000_000L, points);

    LidarDetections found = detector.detect(
        sweep, SyntheticLidar.calibration(), Twist2.ZERO, EGO, Pose2.IDENTITY, ROAD);

    assertThat(found.brokenCount()).isEqualTo(2);
    assertThat(found.detections().detections()).isEmpty();
  }

  @Test
  void givesTheSameAnswerTwice() {
    LidarSweep sweep =
        new SyntheticLidar(scene(), LidarDetectorTest::rough, Twist2.ZERO, 11).sweep(0L);

    List<Detection> first = detect(sweep, Twist2.ZERO, ROAD);

    assertThat(first).hasSizeGreaterThan(3);
    assertThat(detect(sweep, Twist2.ZERO, ROAD)).isEqualTo(first);
    assertThat(new LidarDetector(LidarDetectorConfig.DEFAULT)
            .detect(sweep, SyntheticLidar.calibration(), Twist2.ZERO, EGO, Pose2.IDENTITY, ROAD)
            .detections()
            .detections())
        .isEqualTo(first);
  }

  @Test
  void keepsAPersonApartFromTheCarBeside() {
    List<SolidBox> scene = new ArrayList<>(SolidBox.car(15.0, -3.5, 0.0));
    scene.addAll(SolidBox.pedestrian(13.5, -1.5, 0.0));

    List<Detection> found = detect(scene);

    assertThat(found)
        .extracting(Detection::objectClass)
        .containsExactlyInAnyOrder(ObjectClass.CAR, ObjectClass.PEDESTRIAN);
  }

  @Test
  void takesPostsAndHedgesInCountryWithoutAMapForNobody() {
    List<SolidBox> garden = new ArrayList<>();
    for (int k = 0; k < 6; k++) {
      garden.add(SolidBox.box(10.0 + 3.0 * k, 9.0, 0.0, 0.25, 0.25, 0.9));
    }
    Random leaves = new Random(5);
    for (int k = 0; k < 120; k++) {
      double x = 12.0 + 4.4 * leaves.nextDouble();
      double y = -8.0 - 1.6 * leaves.nextDouble();
      garden.add(SolidBox.box(x, y, leaves.nextDouble(), 0.12, 0.12, 1.0 + leaves.nextDouble()));
    }

    assertThat(detectWithoutMap(garden))
        .extracting(Detection::objectClass)
        .doesNotContain(ObjectClass.CAR, ObjectClass.TRUCK, ObjectClass.BUS)
        .doesNotContain(ObjectClass.PEDESTRIAN);
  }

  @Test
  void reportsAPostOnTheOwnWayWithoutAMapAsSomethingUnknown() {
    List<Detection> found = detectWithoutMap(List.of(SolidBox.box(12, 0.5, 0, 0.25, 0.25, 0.9)));

    assertThat(found).extracting(Detection::objectClass).containsExactly(ObjectClass.UNKNOWN);
    assertThat(found.get(0).size().lengthM()).isLessThan(0.5);
  }

  @Test
  void findsRoadUsersInCountryWithoutAMap() {
    List<SolidBox> street = new ArrayList<>(SolidBox.car(20.0, 6.0, 0.0));
    street.addAll(SolidBox.pedestrian(14.0, -6.0, 0.3));
    street.addAll(SolidBox.bicycle(12.0, -2.0, 0.0));

    assertThat(detectWithoutMap(street))
        .extracting(Detection::objectClass)
        .containsExactlyInAnyOrder(ObjectClass.CAR, ObjectClass.PEDESTRIAN, ObjectClass.BICYCLE);
  }

  @ParameterizedTest
  @ValueSource(doubles = {8, 14, 22, 30})
  void takesTheCrownOfATreeForNobody(double range) {
    Random leaves = new Random(9);
    List<SolidBox> crown = new ArrayList<>();
    for (int k = 0; k < 40; k++) {
      double x = range + 0.5 * leaves.nextDouble();
      double y = -4.0 + 0.5 * leaves.nextDouble();
      double bottom = 1.05 + 0.7 * leaves.nextDouble();
      crown.add(
          new SolidBox(new Pose2(x, y, leaves.nextDouble()), 0.06, 0.06, bottom, bottom + 0.2));
    }

    assertThat(detect(crown))
        .extracting(Detection::objectClass)
        .doesNotContain(ObjectClass.PEDESTRIAN);
  }

  private List<Detection> detectWithoutMap(List<SolidBox> boxes) {
    Twist2 twist = new Twist2(8.0, 0.0, 0.0);
    LidarSweep sweep = new SyntheticLidar(boxes, LidarDetectorTest::rough, twist, 7).sweep(0L);
    return detect(sweep, twist, new EgoCorridor(Pose2.IDENTITY, twist));
  }

  private static List<SolidBox> scene() {
    List<SolidBox> scene = new ArrayList<>();
    scene.addAll(SolidBox.car(18.0, 0.0, 0.0));
    scene.addAll(SolidBox.car(30.0, 3.5, Math.PI));
    scene.addAll(SolidBox.pedestrian(12.0, -4.0, 1.0));
    scene.addAll(SolidBox.bicycle(22.0, -4.0, 0.0));
    return scene;
  }

  private static double rough(double x, double y) {
    return 0.015 * (Math.sin(3.1 * x) * Math.sin(2.3 * y));
  }

  private List<Detection> detect(List<SolidBox> boxes) {
    LidarSweep sweep =
        new SyntheticLidar(boxes, LidarDetectorTest::rough, Twist2.ZERO, 7).sweep(1_000_000_000L);
    return detect(sweep, Twist2.ZERO, ROAD);
  }

  private List<Detection> detect(LidarSweep sweep, Twist2 twist, RoadContext road) {
    return detector
        .detect(sweep, SyntheticLidar.calibration(), twist, EGO, Pose2.IDENTITY, road)
        .detections()
        .detections();
  }

  private static Optional<Detection> nearest(List<Detection> found, double x, double y) {
    return found.stream()
        .filter(detection -> distance(detection, x, y) < 2.5)
        .min((a, b) -> Double.compare(distance(a, x, y), distance(b, x, y)));
  }

  private static double distance(Detection detection, double x, double y) {
    return Math.hypot(detection.center().x() - x, detection.center().y() - y);
  }

  private static double headingError(Detection detection, double yaw) {
    double turn = Math.abs(Angles.difference(detection.center().yaw(), yaw));
    return Math.min(turn, Math.PI - turn);
  }
}
