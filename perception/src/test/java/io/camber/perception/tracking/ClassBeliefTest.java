package io.camber.perception.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import io.camber.geometry.Pose2;
import io.camber.geometry.Size3;
import io.camber.scene.Detection;
import io.camber.scene.ObjectClass;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ClassBeliefTest {
  private final ClassBelief belief = new ClassBelief();

  @ParameterizedTest
  @CsvSource({
    "CAR, 4.5, 1.8, 1.5, 30", "CAR, 5.3, 2.0, 2.4, 0", "TRUCK, 9.5, 2.5, 3.6, 20",
    "BUS, 12.0, 2.55, 3.1, 10", "MOTORCYCLE, 2.2, 0.8, 1.5, 25", "BICYCLE, 1.8, 0.6, 1.75, 5",
    "PEDESTRIAN, 0.5, 0.6, 1.75, 1.4", "PEDESTRIAN, 0.35, 0.45, 1.2, 0"
  })
  void believesADetectorThatSeesAWholeBody(
      ObjectClass objectClass, double length, double width, double height, double speedMps) {
    see(3, objectClass, 0.7, body(length, width, height), speedMps);

    assertThat(belief.objectClass()).isEqualTo(objectClass);
    assertThat(belief.confidence()).isGreaterThan(0.6);
  }

  @ParameterizedTest
  @EnumSource(names = {"PEDESTRIAN", "BICYCLE", "MOTORCYCLE"})
  void takesNothingOfACarsLengthForSomebodySlim(ObjectClass verdict) {
    see(30, verdict, 0.8, body(4.3, 1.7, 1.5), 0.0);

    assertThat(belief.objectClass()).isIn(ObjectClass.CAR, ObjectClass.UNKNOWN);
  }

  @Test
  void letsNobodyWalkOrCycleAtThirty() {
    see(40, ObjectClass.PEDESTRIAN, 0.8, body(0.6, 0.5, 1.7), 1.0);
    assertThat(belief.objectClass()).isEqualTo(ObjectClass.PEDESTRIAN);

    see(1, ObjectClass.PEDESTRIAN, 0.8, body(0.6, 0.5, 1.7), 31.0);

    assertThat(belief.objectClass()).isNotIn(ObjectClass.PEDESTRIAN, ObjectClass.BICYCLE);
  }

  @Test
  void doesNotFlapWithAVerdictThatFlaps() {
    int changes = 0;
    see(5, ObjectClass.CAR, 0.7, body(5.2, 2.1, 2.4), 8.0);
    for (int k = 0; k < 60; k++) {
      ObjectClass before = belief.objectClass();
      ObjectClass verdict = k % 2 == 0 ? ObjectClass.TRUCK : ObjectClass.CAR;
      see(1, verdict, 0.7, body(5.2, 2.1, 2.4), 8.0);
      changes += belief.objectClass() == before ? 0 : 1;
    }

    assertThat(changes).isZero();
    assertThat(belief.objectClass()).isEqualTo(ObjectClass.CAR);
  }

  @Test
  void changesWhenTheVerdictDoesForGood() {
    see(20, ObjectClass.BICYCLE, 0.7, body(2.0, 0.8, 1.6), 6.0);
    see(20, ObjectClass.MOTORCYCLE, 0.7, body(2.0, 0.8, 1.6), 6.0);

    assertThat(belief.objectClass()).isEqualTo(ObjectClass.MOTORCYCLE);
  }

  @Test
  void saysNothingOnWeakEvidence() {
    see(1, ObjectClass.PEDESTRIAN, 0.3, body(0.6, 0.5, 0.8), 0.0);

    assertThat(belief.objectClass()).isEqualTo(ObjectClass.UNKNOWN);
  }

  private void see(
      int times, ObjectClass verdict, double confidence, BodySize size, double speedMps) {
    for (int k = 0; k < times; k++) {
      belief.add(verdict, confidence, size, speedMps);
    }
  }

  private static BodySize body(double lengthM, double widthM, double heightM) {
    Detection seen = new Detection(
        ObjectClass.UNKNOWN,
        Pose2.IDENTITY,
        0.0,
        new Size3(lengthM, widthM, heightM),
        0.8,
        0.5,
        50,
        0L);
    return new BodySize(new Sighting(seen, Pose2.IDENTITY, 0.0, 20.0));
  }

  @Test
  void everyClassHasARangeButTheUnknown() {
    List<ObjectClass> known =
        ClassRange.ALL.stream().map(ClassRange::objectClass).toList();

    assertThat(known).doesNotHaveDuplicates().doesNotContain(ObjectClass.UNKNOWN);
    assertThat(known).hasSize(ObjectClass.values().length - 1);
  }
}
