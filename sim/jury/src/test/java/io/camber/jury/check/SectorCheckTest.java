package io.camber.jury.check;

import static io.camber.jury.check.Shown.TENTH_NS;
import static io.camber.jury.check.Shown.envelope;
import static org.assertj.core.api.Assertions.assertThat;

import io.camber.messages.Topics;
import io.camber.sensing.LidarSweep;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.Test;

/** A lidar with a point every half degree, of which some azimuths give none from the third second on. */
final class SectorCheckTest {
  private static final int POINTS = 720;

  @Test
  void aQuarterBehindDirtIsRaisedAfterASecond() {
    List<Alarm> alarms = shown(degree -> degree < 90, degree -> false);

    assertThat(alarms).isNotEmpty();
    assertThat(alarms.get(0).timeNs()).isEqualTo((30 + 9) * TENTH_NS);
    assertThat(alarms.get(0).detail()).isEqualTo("nothing any more in 90 degrees");
    assertThat(alarms.get(0).subject()).isEqualTo("lidar_top");
  }

  @Test
  void theSectorAcrossTheSeamIsOneSector() {
    assertThat(shown(degree -> degree > 149 && degree < 210, degree -> false))
        .isNotEmpty()
        .allMatch(alarm -> alarm.detail().contains("60 degrees"));
  }

  @Test
  void aSmallGapAndOneThatWasAlwaysThereAreNone() {
    assertThat(shown(degree -> degree < 30, degree -> false)).isEmpty();
    assertThat(shown(degree -> false, degree -> degree > 90 && degree < 270)).isEmpty();
  }

  private static List<Alarm> shown(IntPredicate dirty, IntPredicate never) {
    SectorCheck check = new SectorCheck();
    List<Alarm> alarms = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      boolean isDirty = i >= 30;
      LidarSweep sweep =
          sweep(i * TENTH_NS, degree -> !never.test(degree) && !(isDirty && dirty.test(degree)));
      check.onMessage(envelope(Topics.LIDAR_SWEEP.name(), i * TENTH_NS), sweep, alarms::add);
    }
    return alarms;
  }

  private static LidarSweep sweep(long timeNs, IntPredicate has) {
    ByteBuffer points =
        ByteBuffer.allocate(POINTS * LidarSweep.POINT_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < POINTS; i++) {
      if (has.test(i / 2)) {
        double azimuth = Math.toRadians(i * 0.5 + 0.01);
        points.putFloat((float) (10.0 * StrictMath.cos(azimuth)));
        points.putFloat((float) (10.0 * StrictMath.sin(azimuth)));
        points.position(points.position() + LidarSweep.POINT_BYTES - 8);
      }
    }
    points.flip();
    return new LidarSweep("lidar_top", timeNs, timeNs, points);
  }
}
