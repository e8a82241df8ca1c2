package io.camber.sim.sensor.lidar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.camber.sensing.LidarSweep;
import io.camber.sim.scene.Surface;
import io.camber.sim.weather.WeatherText;
import io.camber.truth.ActorTruth;
import io.camber.truth.Weather;
import org.junit.jupiter.api.Test;

/** What weather does to a sweep between a road and a wall 40 m ahead. */
final class LidarWeatherTest {
  private static final LidarConfig REAL = LidarConfig.roof();

  private static LidarSweep sweep(Weather weather) {
    SpinningLidar lidar = new SpinningLidar(
        REAL, Course.scene(Course.plane(Surface.ASPHALT), Course.wall(40.0, Surface.CONCRETE)), 5);
    ActorTruth ego = Course.ego(0);
    return lidar.sweep(
        Course.history(t -> Course.frame(t, ego).withWeather(weather)), Course.SWEEP_END_NS, "Ego");
  }

  private static double range(LidarSweep sweep, int i) {
    return Math.sqrt(sweep.x(i) * sweep.x(i) + sweep.y(i) * sweep.y(i) + sweep.z(i) * sweep.z(i));
  }

  /** Points beyond a range. */
  private static int far(LidarSweep sweep, double rangeM) {
    int count = 0;
    for (int i = 0; i < sweep.size(); i++) {
      count += range(sweep, i) > rangeM ? 1 : 0;
    }
    return count;
  }

  /** Points that float above the road nearer than the wall. */
  private static int floating(LidarSweep sweep) {
    int count = 0;
    for (int i = 0; i < sweep.size(); i++) {
      count += sweep.z(i) > -REAL.mountZ() + 0.4 && range(sweep, i) < 30.0 ? 1 : 0;
    }
    return count;
  }

  @Test
  void clearWeatherChangesNoByte() {
    assertThat(sweep(WeatherText.parse("clear")).packed())
        .isEqualTo(sweep(Weather.CLEAR).packed());
  }

  @Test
  void theSameSeedGivesTheSameFog() {
    Weather fog = WeatherText.parse("fog:visibility=60");

    assertThat(sweep(fog).packed()).isEqualTo(sweep(fog).packed());
  }

  @Test
  void fogHidesWhatIsFarAndReturnsPulsesFromNearby() {
    LidarSweep clear = sweep(Weather.CLEAR);
    LidarSweep fog = sweep(WeatherText.parse("fog:visibility=60"));
    LidarSweep thick = sweep(WeatherText.parse("fog:visibility=40"));

    assertThat(floating(clear)).isZero();
    assertThat(floating(fog)).isBetween(5_000, 15_000);
    assertThat((double) far(thick, 35.0) / far(clear, 35.0)).isLessThan(0.2);
  }

  @Test
  void thickerFogHidesMore() {
    assertThat(far(sweep(WeatherText.parse("fog:visibility=40")), 25.0))
        .isLessThan(far(sweep(WeatherText.parse("fog:visibility=120")), 25.0));
  }

  @Test
  void rainReturnsFewPulsesAndWetRoadsFewer() {
    LidarSweep clear = sweep(Weather.CLEAR);
    LidarSweep rain = sweep(WeatherText.parse("rain:rate=25"));

    assertThat(floating(rain)).isBetween(20, 2_000);
    assertThat(rain.size()).isLessThan(clear.size());
  }

  @Test
  void transmissionFollowsBeerAndLambert() {
    Air air = new Air();
    air.prepare(
        Course.frame(0, Course.ego(0)).withWeather(WeatherText.parse("fog:visibility=59.92")),
        "Ego");

    // Extinction 0.05 per metre: there and back over 20 m leaves exp(-2).
    assertThat((double) air.transmission(20.0f)).isCloseTo(StrictMath.exp(-2.0), within(1e-6));
  }

  @Test
  void vapourBehindACarReturnsPulsesWhereItHangs() {
    var car = Course.actor(
        "Car",
        io.camber.scene.ObjectClass.CAR,
        "car",
        new io.camber.geometry.Pose3(15, 0, 0, 0, 0, 0),
        new io.camber.geometry.Size3(4.5, 1.8, 1.5),
        1.4);
    SpinningLidar lidar = new SpinningLidar(REAL, Course.scene(Course.plane(Surface.ASPHALT)), 5);
    Weather winter = WeatherText.parse("exhaust:density=0.8");
    LidarSweep sweep = lidar.sweep(
        Course.history(t -> Course.frame(t, Course.ego(0), car).withWeather(winter)),
        Course.SWEEP_END_NS,
        "Ego");

    int hanging = 0;
    for (int i = 0; i < sweep.size(); i++) {
      double x = sweep.x(i) + REAL.mountX();
      boolean isBehind = x > 12.8 && x < 14.1 && Math.abs(sweep.y(i)) < 1.2;
      hanging += isBehind && sweep.z(i) > -REAL.mountZ() + 0.15 ? 1 : 0;
    }
    assertThat(hanging).isGreaterThan(10);
  }
}
