package io.camber.sim.sensor.camera.shadow;

import static org.assertj.core.api.Assertions.assertThat;

import io.camber.geometry.Pose3;
import io.camber.geometry.Vec3;
import io.camber.sim.scene.Instance;
import io.camber.sim.scene.Mesh;
import io.camber.sim.scene.MeshBuilder;
import io.camber.sim.scene.Paint;
import io.camber.sim.scene.SceneLabel;
import io.camber.sim.scene.Surface;
import io.camber.sim.scene.town.FixedSurroundings;
import io.camber.sim.scene.town.SceneModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Light along lines of places beside the light of each place asked for by itself. */
final class ShadowMapTest {
  private static final int PLACES = 120;
  private static final Mesh CRATE =
      new MeshBuilder().box(0, 0, 1, 4.0, 1.8, 2.0, Surface.CRATE).build();

  private static ShadowMap woods() {
    Random random = new Random(5);
    List<Instance> posts = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      posts.add(Instance.fixed(
          new MeshBuilder()
              .box(0, 0, 2, 0.3 + 2 * random.nextDouble(), 0.6, 4, Surface.CRATE)
              .build(),
          new Pose3(
              60 * random.nextDouble() - 30,
              60 * random.nextDouble() - 30,
              0,
              3 * random.nextDouble(),
              0,
              0)));
    }
    ShadowMap map = new ShadowMap();
    map.start(
        new Vec3(0.47, -0.55, 0.69),
        new SceneModel(new FixedSurroundings(posts, List.of()), List.of()),
        0,
        0);
    map.finish();
    return map;
  }

  @Test
  void aLineOfPlacesIsLitAsItsPlacesAre() {
    ShadowMap map = woods();
    float[] c = new float[12];
    map.coefficients(0, 0, 0, c);
    Random random = new Random(6);
    float[][] places = new float[3][PLACES];
    float[] light = new float[PLACES];
    float[] one = new float[PLACES];
    float[] noLift = new float[3];
    int dark = 0;
    int different = 0;
    int lines = 600;
    for (int line = 0; line < lines; line++) {
      double x = 50 * random.nextDouble() - 25;
      double y = 50 * random.nextDouble() - 25;
      double stepM = 0.3 * random.nextDouble() * random.nextDouble();
      double angle = 6.3 * random.nextDouble();
      for (int i = 0; i < PLACES; i++) {
        double px = x + i * stepM * StrictMath.cos(angle);
        double py = y + i * stepM * StrictMath.sin(angle);
        for (int axis = 0; axis < 3; axis++) {
          places[axis][i] = (float) (c[4 * axis] * px + c[4 * axis + 1] * py + c[4 * axis + 3]);
        }
      }
      map.light(0, PLACES, places[0], places[1], places[2], noLift, 0, light);
      for (int i = 0; i < PLACES; i++) {
        map.light(i, i + 1, places[0], places[1], places[2], noLift, 0, one);
        dark += one[i] < 1.0f ? 1 : 0;
        different += light[i] != one[i] ? 1 : 0;
      }
    }

    assertThat(dark).isBetween(lines * PLACES / 20, lines * PLACES / 2);
    // Corners of shadows that lie between two looks.
    assertThat(different).isLessThan(lines * PLACES / 500);
  }

  /** Cells hold the wall's own heights, of which the nearest is up to a cell off, and steep to the sun. */
  @ParameterizedTest
  @ValueSource(doubles = {0.0, 0.6, 1.0, 1.3, 1.45, 1.53})
  void aWallInTheSunIsNotShadedByItself(double aside) {
    Vec3 sun = new Vec3(0.47, -0.55, 0.69);
    double yaw = StrictMath.atan2(sun.y(), sun.x()) + aside;
    Mesh block = new MeshBuilder().box(0, 0, 5, 2, 30, 10, Surface.CRATE).build();
    Instance wall = Instance.fixed(block, new Pose3(0, 0, 0, yaw, 0, 0));
    ShadowMap map = new ShadowMap();
    map.start(
        sun, new SceneModel(new FixedSurroundings(List.of(wall), List.of()), List.of()), 0, 0);
    map.finish();
    float[] c = new float[12];
    map.coefficients(0, 0, 0, c);
    double nx = StrictMath.cos(yaw);
    double ny = StrictMath.sin(yaw);
    float[] lift = new float[3];
    for (int axis = 0; axis < 3; axis++) {
      lift[axis] = (float) (c[4 * axis] * nx + c[4 * axis + 1] * ny);
    }
    float liftM = ShadowMap.liftM(lift, 0);
    int dark = 0;
    for (double along = -14.0; along < 14.0; along += 0.07) {
      for (double z = 0.5; z < 9.0; z += 0.09) {
        double x = nx - along * ny;
        double y = ny + along * nx;
        float[] place = new float[3];
        for (int axis = 0; axis < 3; axis++) {
          place[axis] = (float) (c[4 * axis] * x
              + c[4 * axis + 1] * y
              + c[4 * axis + 2] * z
              + c[4 * axis + 3]
              + liftM * lift[axis]);
        }
        dark += map.light(place[0], place[1], place[2]) < 1.0f ? 1 : 0;
      }
    }

    assertThat(dark).isZero();
    assertThat(liftM).isBetween(0.06f, 0.27f);
  }

  private static Instance crate(double x, double y, double yaw) {
    return Instance.actor(
        CRATE, SceneLabel.OBSTACLE, Paint.GREY, 0L, new Pose3(x, y, 0, yaw, 0, 0));
  }

  /** Most crates stay where they stood, some move, come and go, and the map follows. */
  @Test
  void whatMovesLeavesNoTraceBesideWhatStays() {
    SceneModel empty = new SceneModel(new FixedSurroundings(List.of(), List.of()), List.of());
    Vec3 sun = new Vec3(0.47, -0.55, 0.69);
    Random random = new Random(9);
    List<Instance> crates = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      crates.add(crate(40 * random.nextDouble() - 20, 40 * random.nextDouble() - 20, i));
    }
    ShadowMap kept = new ShadowMap();
    for (int image = 0; image < 30; image++) {
      for (int i = 0; i < 3; i++) {
        crates.set(
            random.nextInt(crates.size()),
            crate(40 * random.nextDouble() - 20, 40 * random.nextDouble() - 20, image));
      }
      if (image % 7 == 3) {
        crates.remove(random.nextInt(crates.size()));
      }
      double x = 0.4 * image;
      show(kept, sun, empty, x, crates);
      ShadowMap fresh = new ShadowMap();
      show(fresh, sun, empty, x, crates);

      assertThat(lights(kept)).as("image %d", image).isEqualTo(lights(fresh));
    }
  }

  private static void show(
      ShadowMap map, Vec3 sun, SceneModel scene, double x, List<Instance> crates) {
    map.start(sun, scene, x, 0);
    crates.forEach(map::draw);
    map.finish();
  }

  private static float[] lights(ShadowMap map) {
    float[] c = new float[12];
    map.coefficients(0, 0, 0, c);
    float[] lights = new float[200 * 200];
    int at = 0;
    for (int row = 0; row < 200; row++) {
      for (int column = 0; column < 200; column++) {
        float x = 0.2f * column - 20.0f;
        float y = 0.2f * row - 20.0f;
        lights[at++] = map.light(
            c[0] * x + c[1] * y + c[3], c[4] * x + c[5] * y + c[7], c[8] * x + c[9] * y + c[11]);
      }
    }
    return lights;
  }
}
