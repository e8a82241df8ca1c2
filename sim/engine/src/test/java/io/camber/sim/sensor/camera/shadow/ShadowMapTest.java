package io.camber.sim.sensor.camera.shadow;

import static org.assertj.core.api.Assertions.assertThat;

import io.camber.geometry.Pose3;
import io.camber.geometry.Vec3;
import io.camber.sim.scene.FixedSurroundings;
import io.camber.sim.scene.Instance;
import io.camber.sim.scene.Mesh;
import io.camber.sim.scene.MeshBuilder;
import io.camber.sim.scene.Paint;
import io.camber.sim.scene.SceneLabel;
import io.camber.sim.scene.SceneModel;
import io.camber.sim.scene.Surface;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

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
