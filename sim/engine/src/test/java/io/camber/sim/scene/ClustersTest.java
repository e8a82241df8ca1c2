package io.camber.sim.scene;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ClustersTest {
  @ParameterizedTest
  @CsvSource({"1,1", "2,24", "3,25", "4,700"})
  void everyTriangleLiesInTheSphereAndVertexRangeOfItsRun(long seed, int triangles) {
    Mesh mesh = RandomMesh.of(seed, triangles);
    Clusters clusters = mesh.clusters();
    int seen = 0;
    for (int i = 0; i < clusters.count(); i++) {
      assertThat(clusters.first(i)).isEqualTo(seen);
      for (int t = clusters.first(i); t < clusters.end(i); t++) {
        for (int k = 0; k < 3; k++) {
          int vertex = mesh.corners()[3 * t + k];
          assertThat(vertex).isBetween(clusters.firstVertex(i), clusters.lastVertex(i));
          double distance2 = 0.0;
          for (int axis = 0; axis < 3; axis++) {
            double off = mesh.vertices()[3 * vertex + axis] - clusters.sphere(i, axis);
            distance2 += off * off;
          }
          assertThat(Math.sqrt(distance2)).isLessThanOrEqualTo(clusters.sphere(i, 3));
        }
      }
      seen = clusters.end(i);
    }

    assertThat(seen).isEqualTo(mesh.triangleCount());
  }

  @Test
  void aRunEndsWhereTheNextThingStandsApart() {
    Mesh mesh = new MeshBuilder()
        .box(0, 0, 1, 2, 2, 2, Surface.BRICK)
        .box(20, 0, 1, 2, 2, 2, Surface.BRICK)
        .box(20, 0, 2.5, 2, 2, 1, Surface.ROOF)
        .build();

    Clusters clusters = mesh.clusters();

    assertThat(clusters.count()).isEqualTo(2);
    assertThat(clusters.sphere(0, 0)).isEqualTo(0.0f);
    assertThat(clusters.sphere(1, 0)).isEqualTo(20.0f);
    assertThat(clusters.sphere(1, 3)).isLessThan(3.0f);
  }

  @ParameterizedTest
  @CsvSource({"1,1", "2,300", "4,700"})
  void aGroupsSphereHoldsTheSpheresOfItsRuns(long seed, int triangles) {
    Clusters clusters = RandomMesh.of(seed, triangles).clusters();
    int seen = 0;
    for (int group = 0; group < clusters.groups(); group++) {
      for (; seen < clusters.groupEnd(group); seen++) {
        double distance2 = 0.0;
        for (int axis = 0; axis < 3; axis++) {
          double off = clusters.sphere(seen, axis) - clusters.groupSphere(group, axis);
          distance2 += off * off;
        }
        assertThat(Math.sqrt(distance2) + clusters.sphere(seen, 3))
            .isLessThan(clusters.groupSphere(group, 3));
      }
    }

    assertThat(seen).isEqualTo(clusters.count());
  }
}
