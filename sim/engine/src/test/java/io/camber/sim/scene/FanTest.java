package io.camber.sim.scene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FanTest {
  private static final int ROWS = 48;

  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13, 14, 15})
  void agreesWithSingleRays(long seed) {
    Mesh mesh = RandomMesh.of(seed, 800);
    Random random = new Random(seed);
    float[] tangents = new float[ROWS];
    for (int row = 0; row < ROWS; row++) {
      tangents[row] = -0.5f + 0.02f * row;
    }
    Fan fan = new Fan(tangents, 0.004f);
    RayCaster caster = new RayCaster();
    RayHit hit = new RayHit();
    int differing = 0;
    int hits = 0;
    for (int firing = 0; firing < 60; firing++) {
      float[] fired = tangents.clone();
      for (int row = 0; row < ROWS; row++) {
        fired[row] += 0.003f * (2 * random.nextFloat() - 1);
      }
      double azimuth = 2 * Math.PI * random.nextDouble();
      float c = (float) StrictMath.cos(azimuth);
      float s = (float) StrictMath.sin(azimuth);
      fan.start(fired, 80.0f);
      fan.cast(mesh, 7, 1.0f, -2.0f, 0.5f, c, s, 0.0f, 0.0f, 0.0f, 1.0f);
      for (int row = 0; row < ROWS; row++) {
        hit.reset(80.0f);
        caster.cast(mesh, 1.0f, -2.0f, 0.5f, c, s, fired[row], hit);
        boolean same = hit.isHit() == fan.instance(row) >= 0
            && (!hit.isHit() || Math.abs(hit.distance() - fan.reach(row)) < 0.02f);
        differing += same ? 0 : 1;
        hits += hit.isHit() ? 1 : 0;
      }
    }

    // Single precision lets a ray on an edge fall to either side.
    assertThat(differing).as("seed %d", seed).isLessThanOrEqualTo(3);
    assertThat(hits).isGreaterThan(500);
  }

  @ParameterizedTest
  @ValueSource(floats = {4.0f, 10.0f, 35.0f})
  void meetsLevelGroundWhereTheTangentSays(float height) {
    MeshBuilder ground = new MeshBuilder();
    ground.quad(
        ground.vertex(-200, -200, 0),
        ground.vertex(200, -200, 0),
        ground.vertex(200, 200, 0),
        ground.vertex(-200, 200, 0),
        Surface.ASPHALT);
    float[] tangents = {-1.0f, -0.5f, -0.25f, 0.1f};
    Fan fan = new Fan(tangents, 0.0f);
    fan.start(tangents, 180.0f);
    fan.cast(ground.build(), 0, 0, 0, height, 0.6f, 0.8f, 0, 0, 0, 1);

    for (int row = 0; row < 3; row++) {
      assertThat(fan.reach(row)).isCloseTo(height / -tangents[row], within(1e-3f * height));
    }
    assertThat(fan.instance(3)).isEqualTo(-1);
  }
}
