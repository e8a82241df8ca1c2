package io.camber.sim.sensor.camera.raster;

import static org.assertj.core.api.Assertions.assertThat;

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
}
