package io.camber.sim.sensor.camera;

import static org.assertj.core.api.Assertions.assertThat;

import io.camber.geometry.Pose3;
import io.camber.geometry.Size3;
import io.camber.geometry.Vec3;
import io.camber.scene.ObjectClass;
import io.camber.sensing.CameraImage;
import io.camber.sim.scene.Instance;
import io.camber.sim.scene.MeshBuilder;
import io.camber.sim.scene.Surface;
import io.camber.sim.scene.town.Region;
import io.camber.sim.scene.town.SceneModel;
import io.camber.sim.scene.town.SignalHead;
import io.camber.sim.scene.town.Surroundings;
import io.camber.sim.weather.WeatherText;
import io.camber.truth.ActorLights;
import io.camber.truth.ActorTruth;
import io.camber.truth.TruthFrame;
import io.camber.truth.Weather;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What weather does to the image of a road with a dark wall 50 m and a white sign 20 m ahead. */
final class CameraWeatherTest {
  private static final CameraConfig CAMERA = CameraConfig.windscreen();

  private static CameraImage image(String weather) {
    return image(weather, List.of());
  }

  private static CameraImage image(String weather, List<Vec3> lamps) {
    ActorTruth ego = new ActorTruth(
        "Ego",
        ObjectClass.CAR,
        "car",
        Pose3.IDENTITY,
        new Size3(4.7, 1.8, 1.5),
        1.4,
        0,
        0,
        0,
        0,
        0,
        ActorLights.OFF);
    TruthFrame frame = new TruthFrame(
        100_000_000L, "Ego", true, List.of(ego), List.of(), WeatherText.parse(weather));
    MeshBuilder road = new MeshBuilder();
    road.quad(
        road.vertex(-50, -50, 0),
        road.vertex(300, -50, 0),
        road.vertex(300, 50, 0),
        road.vertex(-50, 50, 0),
        Surface.ASPHALT);
    MeshBuilder standing = new MeshBuilder();
    standing.box(50, -6, 4, 1, 8, 8, Surface.TYRE);
    standing.box(20, 3, 2, 0.1, 2, 2, Surface.SIGN_WHITE);
    List<Instance> instances = List.of(
        Instance.fixed(road.build(), Pose3.IDENTITY),
        Instance.fixed(standing.build(), Pose3.IDENTITY));
    SceneModel scene = new SceneModel(new Lit(instances, lamps), List.of());
    return new PinholeCamera(CAMERA, scene, 3).image(frame, "Ego").image();
  }

  /** Mean green of a patch of the image about a point given in tenths. */
  private static double patch(CameraImage image, int left, int top) {
    double sum = 0.0;
    int count = 0;
    for (int row = image.height() * top / 100 - 4; row < image.height() * top / 100 + 4; row++) {
      for (int column = image.width() * left / 100 - 4;
          column < image.width() * left / 100 + 4;
          column++) {
        sum += image.rgb(column, row) >> 8 & 0xff;
        count++;
      }
    }
    return sum / count;
  }

  private static double contrast(CameraImage image) {
    // The wall against the sky beside it.
    return Math.abs(patch(image, 58, 48) - patch(image, 80, 30));
  }

  @Test
  void clearWeatherChangesNoByte() {
    assertThat(image("clear").packed()).isEqualTo(image("clear").packed());
    assertThat(WeatherText.parse("clear")).isEqualTo(Weather.CLEAR);
  }

  @Test
  void fogTakesTheContrastOfWhatIsFar() {
    assertThat(contrast(image("fog:visibility=60"))).isLessThan(0.35 * contrast(image("clear")));
  }

  @Test
  void nightIsDarkAboveAndLitAheadAndSignsShine() {
    CameraImage night = image("night");
    CameraImage day = image("clear");

    assertThat(patch(night, 80, 10)).isLessThan(0.4 * patch(day, 80, 10));
    assertThat(patch(night, 50, 85)).isGreaterThan(patch(night, 80, 10));
    assertThat(patch(night, 40, 49)).isGreaterThan(1.5 * patch(night, 50, 70));
  }

  /** The lens bends it to a place that no int holds. */
  @Test
  @Timeout(60)
  void aLampFarToTheSideGlaresNowhere() {
    List<Vec3> beside = List.of(new Vec3(2.45, 74.0, 8.0), new Vec3(2.45, -74.0, 8.0));

    assertThat(patch(image("night", beside), 50, 10)).isEqualTo(patch(image("night"), 50, 10));
    assertThat(patch(image("night", List.of(new Vec3(30.0, 0.0, 12.0))), 50, 10))
        .isGreaterThan(patch(image("night"), 50, 10));
  }

  @Test
  void theSameSeedGivesTheSameRain() {
    assertThat(image("rain:rate=20").packed()).isEqualTo(image("rain:rate=20").packed());
    assertThat(image("rain:rate=20").packed()).isNotEqualTo(image("clear").packed());
  }

  @Test
  void theLowSunAheadDazzles() {
    CameraImage dazzled = image("sun:elevation=6:azimuth=0");
    CameraImage behind = image("sun:elevation=6:azimuth=180");

    assertThat(patch(dazzled, 50, 28)).isGreaterThan(patch(behind, 50, 28));
    assertThat(contrast(dazzled)).isNotEqualTo(contrast(behind));
  }

  @Test
  void smokeIsDarkerThanFogOfTheSameVisibility() {
    CameraImage smoke = image("smoke:visibility=30");
    CameraImage fog = image("fog:visibility=30");

    assertThat(patch(smoke, 58, 48) / patch(smoke, 50, 92))
        .isLessThan(patch(fog, 58, 48) / patch(fog, 50, 92));
  }

  private record Lit(List<Instance> instances, List<Vec3> lamps) implements Surroundings {
    @Override
    public List<SignalHead> collect(Region region, List<Instance> found) {
      found.addAll(instances);
      return List.of();
    }

    @Override
    public List<Vec3> streetLamps(Region region) {
      return lamps;
    }
  }
}
