package io.camber.sim.sensor.camera.raster;

import static org.assertj.core.api.Assertions.assertThat;

import io.camber.geometry.Pose3;
import io.camber.sim.scene.Instance;
import io.camber.sim.scene.Mesh;
import io.camber.sim.scene.MeshBuilder;
import io.camber.sim.scene.Surface;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class ProjectedMeshTest {
  private static final int WIDTH = 32;
  private static final int HEIGHT = 18;

  private final ProjectedMesh mesh = new ProjectedMesh(WIDTH, HEIGHT, 20.0f);

  /** Of random triangles about the image and beyond, none that has a middle of a pixel in its rectangle is left out. */
  @Test
  void leavesOutOnlyTrianglesBetweenTheMiddlesOfPixels() {
    Random random = new Random(3);
    int between = 0;
    int leftOut = 0;
    for (int i = 0; i < 200_000; i++) {
      place(random, i % 2 == 0 ? 0.6f : 6.0f);
      boolean isOutside = holdsNoMiddle();
      boolean isLeftOut = mesh.missesAllPixels(0, 3, 6);
      assertThat(isLeftOut && !isOutside).as("triangle %d", i).isFalse();
      between += isOutside ? 1 : 0;
      leftOut += isLeftOut ? 1 : 0;
    }
    // It may keep some along the rims.
    assertThat(between).isGreaterThan(50_000);
    assertThat(leftOut).isGreaterThan(between * 9 / 10);
  }

  private void place(Random random, float size) {
    float x = -4.0f + (WIDTH + 8) * random.nextFloat();
    float y = -4.0f + (HEIGHT + 8) * random.nextFloat();
    for (int corner = 0; corner < 9; corner += 3) {
      mesh.screen()[corner] = x + size * random.nextFloat();
      mesh.screen()[corner + 1] = y + size * random.nextFloat();
    }
  }

  private boolean holdsNoMiddle() {
    return holdsNoMiddle(0, WIDTH) || holdsNoMiddle(1, HEIGHT);
  }

  private boolean holdsNoMiddle(int axis, int count) {
    float[] screen = mesh.screen();
    float low = Math.min(screen[axis], Math.min(screen[3 + axis], screen[6 + axis]));
    float high = Math.max(screen[axis], Math.max(screen[3 + axis], screen[6 + axis]));
    for (int pixel = 0; pixel < count; pixel++) {
      if (pixel + 0.5f >= low && pixel + 0.5f <= high) {
        return false;
      }
    }
    return true;
  }

  /** Ranges that overlap in any way, of two instances in turns, hold what a range alone holds. */
  @Test
  void keepsVerticesThatARunSharesWithTheOneBefore() {
    Mesh ball =
        new MeshBuilder().ellipsoid(0, 0, 0, 1, 2, 1, 9, 9, 0.2, Surface.PAINT).build();
    ViewPose view = new ViewPose(new Pose3(-9, 1, 0.5, 0.1, 0.05, 0));
    Random random = new Random(5);
    placeTwo(mesh, ball, view);
    for (int i = 0; i < 2_000; i++) {
      int first = random.nextInt(ball.vertexCount());
      int last = Math.min(ball.vertexCount() - 1, first + random.nextInt(30));
      int number = random.nextInt(4) == 0 ? 1 : 0;
      mesh.use(number);
      mesh.transform(ball, first, last);
      ProjectedMesh alone = new ProjectedMesh(WIDTH, HEIGHT, 20.0f);
      placeTwo(alone, ball, view);
      alone.use(number);
      alone.transform(ball, first, last);

      assertThat(range(mesh.camera(), first, last)).isEqualTo(range(alone.camera(), first, last));
      assertThat(range(mesh.screen(), first, last)).isEqualTo(range(alone.screen(), first, last));
    }
  }

  private static void placeTwo(ProjectedMesh mesh, Mesh ball, ViewPose view) {
    mesh.prepare(2);
    mesh.place(Instance.fixed(ball, new Pose3(0, 0, 0, 0.3, 0, 0)), 0, view);
    mesh.place(Instance.fixed(ball, new Pose3(3, 1, 0, 2.0, 0.1, 0)), 1, view);
  }

  private static float[] range(float[] all, int first, int last) {
    return Arrays.copyOfRange(all, 3 * first, 3 * last + 2);
  }
}
