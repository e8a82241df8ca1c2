package io.camber.sim.sensor.lidar;

import static org.assertj.core.api.Assertions.assertThat;

import io.camber.geometry.Pose3;
import io.camber.geometry.Size3;
import io.camber.scene.ObjectClass;
import io.camber.sensing.LidarSweep;
import io.camber.sim.scene.SceneLabel;
import io.camber.sim.scene.Surface;
import io.camber.sim.weather.WeatherText;
import io.camber.truth.ActorTruth;
import io.camber.truth.LidarLabels;
import io.camber.truth.PointClass;
import io.camber.truth.Weather;
import org.junit.jupiter.api.Test;

/** Points of a road, a wall 40 m ahead and a car 15 m to the left are told apart by where they lie. */
final class PointLabelsTest {
  private static final LidarConfig REAL = LidarConfig.roof();
  private static final ActorTruth CAR = Course.actor(
      "Other", ObjectClass.CAR, "car", new Pose3(0, 15, 0, 0, 0, 0), new Size3(4.5, 1.8, 1.5), 0.0);

  private final SpinningLidar lidar = new SpinningLidar(
      REAL, Course.scene(Course.plane(Surface.ASPHALT), Course.wall(40.0, Surface.FACADE)), 5);

  private LidarSweep sweep(Weather weather) {
    return lidar.sweep(
        Course.history(t -> Course.frame(t, Course.ego(0), CAR).withWeather(weather)),
        Course.SWEEP_END_NS,
        "Ego");
  }

  @Test
  void everyPointSaysWhatIsWhereItLies() {
    LidarSweep sweep = sweep(Weather.CLEAR);
    LidarLabels labels = lidar.labels();

    assertThat(labels.size()).isEqualTo(sweep.size());
    assertThat(labels.timeNs()).isEqualTo(sweep.timeNs());
    int[] counts = new int[PointClass.values().length];
    for (int i = 0; i < sweep.size(); i++) {
      PointClass hit = PointClass.of(labels.classNumber(i));
      counts[hit.number()]++;
      double height = sweep.z(i) + REAL.mountZ();
      boolean isOnCar = Math.abs(sweep.y(i) - 15.0) < 1.2 && Math.abs(sweep.x(i) + 1.3) < 2.5;
      boolean isOnWall = Math.abs(sweep.x(i) + REAL.mountX() - 40.0) < 0.3;
      PointClass expected = height > 0.3 && isOnCar
          ? PointClass.CAR
          : height > 0.3 && isOnWall ? PointClass.BUILDING : PointClass.ROAD;
      boolean isClear = height > 0.3 || (Math.abs(height) < 0.15 && !isOnCar && !isOnWall);
      if (isClear) {
        assertThat(hit).as("point %s at height %s", i, height).isEqualTo(expected);
      }
      assertThat(labels.actorNumber(i) > 0).isEqualTo(hit == PointClass.CAR);
      if (labels.actorNumber(i) > 0) {
        assertThat(labels.actors().get(labels.actorNumber(i) - 1)).isEqualTo("Other");
      }
    }
    assertThat(counts[PointClass.CAR.number()]).isGreaterThan(200);
    assertThat(counts[PointClass.BUILDING.number()]).isGreaterThan(100);
    assertThat(counts[PointClass.ROAD.number()]).isGreaterThan(15_000);
  }

  @Test
  void whatFogReturnsIsNothing() {
    LidarSweep sweep = sweep(WeatherText.parse("fog:visibility=60"));
    LidarLabels labels = lidar.labels();

    assertThat(labels.size()).isEqualTo(sweep.size());
    int floating = 0;
    for (int i = 0; i < sweep.size(); i++) {
      boolean isFalse = PointClass.of(labels.classNumber(i)).isFalse();
      boolean isAhead = sweep.y(i) < 5.0;
      if (isAhead && sweep.z(i) + REAL.mountZ() > 0.4 && sweep.x(i) + REAL.mountX() < 39.0) {
        floating++;
        assertThat(isFalse).as("point %s floats", i).isTrue();
      }
    }
    assertThat(floating).isGreaterThan(1000);
  }

  @Test
  void crosstalkIsNothing() {
    EchoConfig echoes = new EchoConfig(Returns.STRONGEST, 1, 0.0, 0.0, 0.1, 0.0, 0.0);
    SpinningLidar disturbed =
        new SpinningLidar(REAL.withEchoes(echoes), Course.scene(Course.plane(Surface.ASPHALT)), 5);
    LidarSweep sweep = disturbed.sweep(
        Course.history(t -> Course.frame(t, Course.ego(0))), Course.SWEEP_END_NS, "Ego");
    LidarLabels labels = disturbed.labels();

    int talk = 0;
    for (int i = 0; i < sweep.size(); i++) {
      PointClass hit = PointClass.of(labels.classNumber(i));
      talk += hit == PointClass.CROSSTALK ? 1 : 0;
      if (Math.abs(sweep.z(i) + REAL.mountZ()) > 0.2) {
        assertThat(hit).isEqualTo(PointClass.CROSSTALK);
      }
    }
    // a tenth of the pulses, less those nearer than the device sees
    assertThat(talk).isBetween(5_500, 7_200);
  }

  @Test
  void theNumbersAreThoseOfTheClassPlaneOfImages() {
    for (SceneLabel label : SceneLabel.values()) {
      assertThat(PointClass.of(label.index()).name()).isEqualTo(label.name());
    }
    assertThat(PointClass.of(SceneLabel.values().length).isFalse()).isTrue();
  }
}
