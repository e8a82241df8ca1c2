package io.camber.sim.sensor.camera.raster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.camber.geometry.Pose3;
import io.camber.sim.scene.Instance;
import io.camber.sim.scene.Mesh;
import io.camber.sim.scene.MeshBuilder;
import io.camber.sim.scene.Surface;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is left out because something hides it, beside drawings of each thing alone, where nothing hides anything. */
final class DrawingTest {
  private static final int WIDTH = 93;
  private static final int HEIGHT = 61;
  private static final float FOCAL_PX = 70.0f;
  private static final ViewPose VIEW = new ViewPose(new Pose3(3, -2, 1.5, 0.4, 0.05, 0.02));

  private static Instance[] crowd(long seed, int count) {
    Random random = new Random(seed);
    Instance[] things = new Instance[count];
    for (int i = 0; i < count; i++) {
      double ahead = 2.0 + 60.0 * random.nextDouble() * random.nextDouble();
      double aside = ahead * (random.nextDouble() - 0.5) * 1.6;
      double yaw = 0.4;
      Mesh mesh = new MeshBuilder()
          .box(
              0,
              0,
              0,
              0.2 + 3.0 * random.nextDouble(),
              0.2 + 3.0 * random.nextDouble(),
              0.2 + 4.0 * random.nextDouble(),
              i % 3 == 0 ? Surface.MARKING_WHITE : i % 3 == 1 ? Surface.PAINT : Surface.BRICK)
          .build();
      things[i] = Instance.fixed(
          mesh,
          new Pose3(
              3 + ahead * StrictMath.cos(yaw) - aside * StrictMath.sin(yaw),
              -2 + ahead * StrictMath.sin(yaw) + aside * StrictMath.cos(yaw),
              3.0 * random.nextDouble(),
              6.0 * random.nextDouble(),
              0.3 * random.nextDouble(),
              0.0));
    }
    return things;
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void showsOfEachPixelWhatIsNearestOfAllThingsAlone(long seed) {
    Instance[] things = crowd(seed, 400);
    float[] nearest = new float[WIDTH * HEIGHT];
    int[] shown = new int[WIDTH * HEIGHT];
    int alone = 0;
    for (int i = 0; i < things.length; i++) {
      Drawing drawing = new Drawing(WIDTH, HEIGHT, FOCAL_PX, 1);
      draw(drawing, things[i]);
      alone += drawing.drawnCount();
      for (int at = 0; at < nearest.length; at++) {
        if (drawing.inverseDepths()[at] > nearest[at]) {
          nearest[at] = drawing.inverseDepths()[at];
          shown[at] = i;
        }
      }
    }

    Drawing together = new Drawing(WIDTH, HEIGHT, FOCAL_PX, 1);
    draw(together, things);

    assertThat(together.inverseDepths()).isEqualTo(nearest);
    for (int at = 0; at < nearest.length; at++) {
      int triangle = together.triangles()[at];
      assertThat(triangle >= 0).isEqualTo(nearest[at] > 0.0f);
      if (triangle >= 0) {
        assertThat(together.instance(triangle)).isEqualTo(shown[at]);
      }
    }
    // Most of a crowd is hidden: else nothing was tested.
    assertThat(together.drawnCount()).isLessThan(alone * 3 / 4);
  }

  /** A face in two triangles whose order keeps them from being taken as one face. */
  private static Mesh sheet(Random random, boolean asOne) {
    MeshBuilder mesh = new MeshBuilder();
    double width = 0.3 + 3.0 * random.nextDouble();
    double height = 0.3 + 3.0 * random.nextDouble();
    int a = mesh.vertex(0, -width, -height);
    int b = mesh.vertex(0, width, -0.7 * height);
    int c = mesh.vertex(0, 0.8 * width, height);
    int d = mesh.vertex(0, -width, height);
    mesh.triangle(a, b, c, Surface.CRATE);
    if (asOne) {
      mesh.triangle(a, c, d, Surface.CRATE);
    } else {
      mesh.triangle(c, d, a, Surface.CRATE);
    }
    return mesh.build();
  }

  @Test
  void faceOfFourCornersIsItsTwoTriangles() {
    Random random = new Random(11);
    int pixels = 0;
    for (int i = 0; i < 400; i++) {
      long seed = random.nextLong();
      Pose3 pose = new Pose3(
          6 + 20 * random.nextDouble(),
          -2 + 16 * random.nextDouble(),
          4 * random.nextDouble(),
          6 * random.nextDouble(),
          3 * random.nextDouble(),
          3 * random.nextDouble());
      Drawing one = new Drawing(WIDTH, HEIGHT, FOCAL_PX, 1);
      Mesh face = sheet(new Random(seed), true);
      assertThat(face.quads()).containsExactly(true, false);
      draw(one, Instance.fixed(face, pose));
      Drawing two = new Drawing(WIDTH, HEIGHT, FOCAL_PX, 1);
      draw(two, Instance.fixed(sheet(new Random(seed), false), pose));

      for (int at = 0; at < WIDTH * HEIGHT; at++) {
        float expected = two.inverseDepths()[at];
        assertThat(one.inverseDepths()[at]).isCloseTo(expected, within(1e-4f * expected));
        pixels += expected > 0.0f ? 1 : 0;
      }
    }
    assertThat(pixels).isGreaterThan(10_000);
  }

  private static void draw(Drawing drawing, Instance... things) {
    drawing.clear();
    drawing.turnTo(0);
    drawing.draw(things, VIEW);
  }
}
