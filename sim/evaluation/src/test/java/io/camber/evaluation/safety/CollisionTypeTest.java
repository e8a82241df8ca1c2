package io.camber.evaluation.safety;

import static org.assertj.core.api.Assertions.assertThat;

import io.camber.evaluation.drive.TestDrive;
import io.camber.geometry.Pose2;
import io.camber.truth.ActorTruth;
import org.junit.jupiter.api.Test;

final class CollisionTypeTest {
  private static final ActorTruth EGO = TestDrive.car("Ego", 0.0, 0.0, 0.0, 10.0);

  @Test
  void runningIntoTheBackOfAMovingCarIsFrontContactAndAtFault() {
    CollisionType type = type(10.0, TestDrive.car("lead", 4.6, 0.0, 0.0, 5.0));

    assertThat(type).isEqualTo(CollisionType.ACTIVE_FRONT);
    assertThat(type.isAtFault(true)).isTrue();
  }

  @Test
  void beingHitFromBehindIsNotAtFault() {
    CollisionType type = type(10.0, TestDrive.car("pusher", -4.6, 0.0, 0.0, 20.0));

    assertThat(type).isEqualTo(CollisionType.ACTIVE_REAR);
    assertThat(type.isAtFault(false)).isFalse();
  }

  @Test
  void standingStillIsNeverAtFault() {
    CollisionType type = type(0.05, TestDrive.car("other", 4.6, 0.0, Math.PI, 5.0));

    assertThat(type).isEqualTo(CollisionType.STOPPED_EGO);
    assertThat(type.isAtFault(false)).isFalse();
  }

  @Test
  void hittingAParkedCarIsAtFaultWherever() {
    CollisionType type = type(10.0, TestDrive.car("parked", 0.0, 1.8, 0.0, 0.0));

    assertThat(type).isEqualTo(CollisionType.STOPPED_TRACK);
    assertThat(type.isAtFault(true)).isTrue();
  }

  @Test
  void sideContactIsAtFaultOnlyWhenTheEgoLeftItsLane() {
    CollisionType type = type(10.0, TestDrive.car("beside", -1.0, 1.8, 0.0, 10.0));

    assertThat(type).isEqualTo(CollisionType.ACTIVE_LATERAL);
    assertThat(type.isAtFault(true)).isFalse();
    assertThat(type.isAtFault(false)).isTrue();
  }

  private static CollisionType type(double egoSpeedMps, ActorTruth other) {
    Pose2 rear = EGO.mapFromReference().toPose2();
    return CollisionType.of(rear, EGO.footprint(), egoSpeedMps, other);
  }
}
