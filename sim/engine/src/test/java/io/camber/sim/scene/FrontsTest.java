package io.camber.sim.scene;

import static org.assertj.core.api.Assertions.assertThat;

import io.camber.geometry.Pose3;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Triangles that are left out, beside the plain test of each triangle, exact and as a camera makes it in floats. */
final class FrontsTest {
  private final int[] out = new int[Clusters.SIZE];

  /** Triangles from slivers of a millimetre to walls of metres, up to {@code spreadM} from the mesh's origin. */
  private static Mesh closed(Random random, double spreadM) {
    MeshBuilder mesh = new MeshBuilder();
    for (int i = 0; i < 200; i++) {
      double size = 0.001 * StrictMath.pow(4000.0, random.nextDouble());
      double x = spreadM * random.nextGaussian();
      double y = spreadM * random.nextGaussian();
      double z = spreadM * random.nextGaussian();
      int first = mesh.vertex(x, y, z);
      mesh.vertex(x + size * random.nextGaussian(), y + 0.1 * size, z + size * random.nextDouble());
      mesh.vertex(x + size * random.nextDouble(), y + size * random.nextGaussian(), z);
      mesh.triangle(first, first + 1, first + 2, Surface.TYRE);
    }
    return mesh.build();
  }

  private Set<Integer> facing(Mesh mesh, double x, double y, double z) {
    Set<Integer> found = new HashSet<>();
    Clusters clusters = mesh.clusters();
    float margin = mesh.fronts().margin(Math.sqrt(x * x + y * y + z * z));
    for (int run = 0; run < clusters.count(); run++) {
      int count = mesh.fronts()
          .facing(
              clusters.first(run), clusters.end(run), (float) x, (float) y, (float) z, margin, out);
      for (int i = 0; i < count; i++) {
        found.add(out[i]);
      }
    }
    return found;
  }

  @ParameterizedTest
  @CsvSource({"1, 2, 0.5", "2, 2, 20", "3, 1, 300", "4, 60, 5", "5, 60, 200"})
  void leavesOutNoTriangleThatFacesTheEye(long seed, double spreadM, double awayM) {
    Random random = new Random(seed);
    int away = 0;
    int leftOut = 0;
    for (int i = 0; i < 300; i++) {
      Mesh mesh = closed(random, spreadM);
      double[] eye = {
        awayM * random.nextGaussian(), awayM * random.nextGaussian(), awayM * random.nextGaussian()
      };
      Set<Integer> facing = facing(mesh, eye[0], eye[1], eye[2]);
      double[] turn = new Pose3(
              0, 0, 0, 6 * random.nextDouble(), random.nextDouble(), random.nextDouble())
          .rotation();
      for (int t = 0; t < mesh.triangleCount(); t++) {
        boolean exact = isFront(mesh, t, eye);
        boolean inFloats = isFrontInFloats(mesh, t, eye, turn);
        assertThat(facing.contains(t) || !(exact || inFloats))
            .as("triangle %d", t)
            .isTrue();
        away += exact ? 0 : 1;
        leftOut += facing.contains(t) ? 0 : 1;
      }
    }
    assertThat(away).isGreaterThan(20_000);
    assertThat(leftOut).isGreaterThan(away / 5);
  }

  private static boolean isFront(Mesh mesh, int t, double[] eye) {
    double[][] p = new double[3][3];
    for (int k = 0; k < 3; k++) {
      for (int axis = 0; axis < 3; axis++) {
        p[k][axis] = (double) mesh.vertices()[3 * mesh.corners()[3 * t + k] + axis] - eye[axis];
      }
    }
    return volume(p) < 0.0;
  }

  /** As a camera that is turned anyhow sees it, whose pose and corners are floats. */
  private static boolean isFrontInFloats(Mesh mesh, int t, double[] eye, double[] turn) {
    double[][] p = new double[3][3];
    for (int axis = 0; axis < 3; axis++) {
      float rx = (float) turn[3 * axis];
      float ry = (float) turn[3 * axis + 1];
      float rz = (float) turn[3 * axis + 2];
      float shift = (float)
          -(turn[3 * axis] * eye[0] + turn[3 * axis + 1] * eye[1] + turn[3 * axis + 2] * eye[2]);
      for (int k = 0; k < 3; k++) {
        int v = 3 * mesh.corners()[3 * t + k];
        float[] all = mesh.vertices();
        p[k][axis] = rx * all[v] + ry * all[v + 1] + rz * all[v + 2] + shift;
      }
    }
    return volume(p) < 0.0;
  }

  /** Six times the volume of the tetrahedron with the eye: negative when the eye sees the front. */
  private static double volume(double[][] p) {
    double[] u = {p[1][0] - p[0][0], p[1][1] - p[0][1], p[1][2] - p[0][2]};
    double[] w = {p[2][0] - p[0][0], p[2][1] - p[0][1], p[2][2] - p[0][2]};
    return (u[1] * w[2] - u[2] * w[1]) * p[0][0]
        + (u[2] * w[0] - u[0] * w[2]) * p[0][1]
        + (u[0] * w[1] - u[1] * w[0]) * p[0][2];
  }

  @Test
  void ofABoxThreeFacesAreSeenFromBeyondItsCornerAndOneFromAhead() {
    Mesh box = new MeshBuilder().box(0, 0, 0, 2, 2, 2, Surface.BRICK).build();

    assertThat(facing(box, 9, 8, 7)).hasSize(3);
    assertThat(facing(box, 9, 0, 0)).hasSize(1);
  }

  @Test
  void whatHidesNoBackIsAlwaysKept() {
    MeshBuilder mesh = new MeshBuilder();
    for (int i = 0; i < 3; i++) {
      mesh.vertex(i, i * i, 0);
    }
    mesh.triangle(0, 1, 2, Surface.CONCRETE).triangle(0, 2, 1, Surface.CONCRETE);

    assertThat(facing(mesh.build(), 0, 0, 10)).containsExactlyInAnyOrder(0, 1);
  }
}
