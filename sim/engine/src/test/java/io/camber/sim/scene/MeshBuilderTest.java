package io.camber.sim.scene;

import static org.assertj.core.api.Assertions.assertThat;

import io.camber.geometry.Pose3;
import org.junit.jupiter.api.Test;

final class MeshBuilderTest {
  /** Who leaves out the backs of solids relies on it. */
  @Test
  void facesOfABoxLookOutwardAndAreToldToBeSolid() {
    Mesh mesh = new MeshBuilder()
        .in(new Pose3(4, -7, 2, 1.1, 0.3, -0.2))
        .box(0, 0, 0, 3, 1, 2, Surface.BRICK)
        .in(Pose3.IDENTITY)
        .bar(0, 0, 0, 0, 0, 3, 0.2, 0.1, 6, Surface.STEEL)
        .build();
    double[] middle = {4, -7, 2};
    float[] normal = new float[3];
    for (int t = 0; t < 12; t++) {
      mesh.normal(t, normal);
      double outward = 0.0;
      for (int axis = 0; axis < 3; axis++) {
        for (int k = 0; k < 3; k++) {
          int vertex = mesh.corners()[3 * t + k];
          outward += normal[axis] * (mesh.vertices()[3 * vertex + axis] - middle[axis]) / 3.0;
        }
      }
      assertThat(outward).isGreaterThan(0.1);
      assertThat(mesh.solid()[t]).isTrue();
    }
    for (int t = 12; t < mesh.triangleCount(); t++) {
      assertThat(mesh.solid()[t]).isFalse();
    }
  }
}
