package io.camber.sim.scene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RayCasterTest {
  private final RayCaster caster = new RayCaster();

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void findsTheTriangleThatTestingAllOfThemFinds(long seed) {
    Mesh mesh = RandomMesh.of(seed, 500);
    Random random = new Random(seed + 100);
    int hits = 0;
    for (int i = 0; i < 400; i++) {
      float ox = random.nextFloat() * 60 - 30;
      float oy = random.nextFloat() * 60 - 30;
      float oz = random.nextFloat() * 20 - 10;
      float dx = (float) random.nextGaussian();
      float dy = (float) random.nextGaussian();
      float dz = i % 7 == 0 ? 0.0f : 0.3f * (float) random.nextGaussian();
      RayHit fast = new RayHit();
      fast.reset(1000.0f);
      caster.cast(mesh, ox, oy, oz, dx, dy, dz, fast);
      RayHit slow = new RayHit();
      slow.reset(1000.0f);
      for (int t = 0; t < mesh.triangleCount(); t++) {
        RayCaster.test(mesh, t, ox, oy, oz, dx, dy, dz, slow);
      }

      assertThat(fast.isHit()).as("seed %d ray %d", seed, i).isEqualTo(slow.isHit());
      if (slow.isHit()) {
        hits++;
        assertThat(fast.distance()).as("seed %d ray %d", seed, i).isEqualTo(slow.distance());
      }
    }
    assertThat(hits).isGreaterThan(25);
  }

  @Test
  void seesNothingBehindTheOriginOrBeyondTheLimit() {
    Mesh wall = new MeshBuilder().box(10, 0, 0, 1, 5, 5, Surface.BRICK).build();
    RayHit hit = new RayHit();
    hit.reset(9.0f);
    caster.cast(wall, 0, 0, 0, 1, 0, 0, hit);
    assertThat(hit.isHit()).isFalse();

    hit.reset(100.0f);
    caster.cast(wall, 0, 0, 0, -1, 0, 0, hit);
    assertThat(hit.isHit()).isFalse();

    caster.cast(wall, 0, 0, 0, 1, 0, 0, hit);
    assertThat(hit.distance()).isEqualTo(9.5f);
  }

  @Test
  void refusesAnEmptyMesh() {
    assertThatThrownBy(() -> new MeshBuilder().build())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("at least one triangle");
  }

  @Test
  void buildsATreeOverManyIdenticalTriangles() {
    MeshBuilder builder = new MeshBuilder();
    for (int i = 0; i < 300; i++) {
      builder.triangle(
          builder.vertex(5, -1, -1),
          builder.vertex(5, 1, -1),
          builder.vertex(5, 0, 1),
          Surface.STEEL);
    }
    RayHit hit = new RayHit();
    hit.reset(100.0f);
    caster.cast(builder.build(), 0, 0, 0, 1, 0, 0, hit);
    assertThat(hit.distance()).isEqualTo(5.0f);
  }
}
