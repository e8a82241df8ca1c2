package io.camber.perception;

import static org.assertj.core.api.Assertions.assertThat;

import io.camber.geometry.Pose2;
import io.camber.geometry.Twist2;
import org.junit.jupiter.api.Test;

final class EgoCorridorTest {
  @Test
  void straightWayAheadIsRoadAndTheRestVerge() {
    EgoCorridor corridor =
        new EgoCorridor(new Pose2(100.0, 50.0, Math.PI / 2.0), new Twist2(10.0, 0.0, 0.0));

    // 15 m, 1.5 s at 10 m/s, and 25 m of braking with 2 m/s2
    assertThat(corridor.surfaceAt(100.0, 104.9)).isEqualTo(Surface.ROAD);
    assertThat(corridor.surfaceAt(100.0, 105.1)).isEqualTo(Surface.VERGE);
    assertThat(corridor.surfaceAt(100.0, 90.0)).isEqualTo(Surface.ROAD);
    assertThat(corridor.surfaceAt(103.0, 90.0)).isEqualTo(Surface.ROAD);
    assertThat(corridor.surfaceAt(104.0, 90.0)).isEqualTo(Surface.VERGE);
    assertThat(corridor.surfaceAt(100.0, 140.0)).isEqualTo(Surface.VERGE);
    assertThat(corridor.isMapped()).isFalse();
  }

  @Test
  void wayBendsWithTheTurn() {
    // radius 100 m to the left: 30 m on it is 4.5 m further left
    EgoCorridor corridor = new EgoCorridor(Pose2.IDENTITY, new Twist2(10.0, 0.0, 0.1));

    assertThat(corridor.surfaceAt(30.0, 7.0)).isEqualTo(Surface.ROAD);
    assertThat(corridor.surfaceAt(30.0, 0.0)).isEqualTo(Surface.VERGE);
  }

  @Test
  void standingCarLooksStraightAheadWhateverItsGyroSays() {
    EgoCorridor corridor = new EgoCorridor(Pose2.IDENTITY, new Twist2(0.1, 0.0, 0.05));

    assertThat(corridor.surfaceAt(14.0, 0.0)).isEqualTo(Surface.ROAD);
  }
}
