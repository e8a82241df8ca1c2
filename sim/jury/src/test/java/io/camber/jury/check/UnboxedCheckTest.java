package io.camber.jury.check;

import static io.camber.jury.check.Shown.TENTH_NS;
import static io.camber.jury.check.Shown.car;
import static io.camber.jury.check.Shown.envelope;
import static io.camber.jury.check.Shown.pose;
import static org.assertj.core.api.Assertions.assertThat;

import io.camber.geometry.Pose3;
import io.camber.messages.Topics;
import io.camber.scene.Track;
import io.camber.scene.Tracks;
import io.camber.sensing.LidarCalibration;
import io.camber.sensing.LidarSweep;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A thing of 24 points on the street of {@link MapCheckTest}, the lidar 2 m above the road. */
final class UnboxedCheckTest {
  private static final float SENSOR_M = 2.0f;

  @Test
  void whatStandsOnTheLaneWithoutATrackIsRaisedOnceAfterASecond() {
    List<Alarm> alarms = shown(12.0f, -1.7f, 0.5f, List.of());

    assertThat(alarms).hasSize(1);
    assertThat(alarms.get(0).timeNs()).isEqualTo(9 * TENTH_NS);
    assertThat(alarms.get(0).detail()).startsWith("24 points stand on a lane 12 m away");
    assertThat(alarms.get(0).subject()).matches("points at 3\\d\\.\\d -1\\.\\d");
  }

  @Test
  void whatHasATrackStandsBesideTheRoadLiesOnItOrHangsOverItIsNot() {
    assertThat(shown(12.0f, -1.7f, 0.5f, List.of(car(1, 33.0, -1.7, 0.0)))).isEmpty();
    assertThat(shown(12.0f, 6.0f, 0.5f, List.of())).isEmpty();
    assertThat(shown(12.0f, -1.7f, 0.0f, List.of())).isEmpty();
    assertThat(shown(12.0f, -1.7f, 3.0f, List.of())).isEmpty();
    assertThat(shown(28.0f, -1.7f, 0.5f, List.of())).isEmpty();
  }

  /** The car is at 20 m of the street; the thing before it, from so high above the ground on. */
  private static List<Alarm> shown(float ahead, float aside, float from, List<Track> tracks) {
    UnboxedCheck check = new UnboxedCheck(MapCheckTest.map());
    List<Alarm> alarms = new ArrayList<>();
    LidarCalibration lidar = new LidarCalibration(
        "lidar_top", new Pose3(0, 0, SENSOR_M, 0, 0, 0), 64, 1800, 120.0, TENTH_NS);
    check.onMessage(envelope(Topics.LIDAR_CALIBRATION.name(), 0), lidar, alarms::add);
    for (int i = 0; i < 15; i++) {
      long now = i * TENTH_NS;
      check.onMessage(
          envelope(Topics.EGO_POSE.name(), now), pose(now, 20.0, 0.0, 0.0), alarms::add);
      check.onMessage(envelope(Topics.TRACKS.name(), now), new Tracks(now, tracks), alarms::add);
      check.onMessage(
          envelope(Topics.LIDAR_SWEEP.name(), now), thing(now, ahead, aside, from), alarms::add);
    }
    return alarms;
  }

  /** Four columns of six points above each other, and the ground below them. */
  private static LidarSweep thing(long timeNs, float ahead, float aside, float from) {
    ByteBuffer points =
        ByteBuffer.allocate(48 * LidarSweep.POINT_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < 24; i++) {
      int column = i / 6;
      float y = aside + 0.1f * column;
      float height = from > 0.0f ? from + 0.1f * (i % 6) : 0.02f * (i % 6);
      LidarSweep.put(points, ahead, y, -SENSOR_M, 0, 0, 50);
      LidarSweep.put(points, ahead, y, height - SENSOR_M, 0, 0, 50);
    }
    points.flip();
    return new LidarSweep("lidar_top", timeNs, timeNs, points);
  }
}
