package io.camber.sim.scene;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class QuadsTest {
  private static boolean[] face(double x, double y, double z) {
    MeshBuilder mesh = new MeshBuilder();
    int a = mesh.vertex(0, 0, 0);
    int b = mesh.vertex(4, 0, 0);
    int c = mesh.vertex(4, 3, 0);
    int d = mesh.vertex(x, y, z);
    return mesh.quad(a, b, c, d, Surface.CRATE).build().quads();
  }

  @Test
  void boxIsSixFaces() {
    boolean[] quads =
        new MeshBuilder().box(1, 2, 3, 4, 5, 6, Surface.CRATE).build().quads();

    assertThat(quads).hasSize(12);
    for (int t = 0; t < quads.length; t++) {
      assertThat(quads[t]).isEqualTo(t % 2 == 0);
    }
  }

  @Test
  void flatConvexFaceIsOne() {
    assertThat(face(0, 3, 0)).containsExactly(true, false);
    assertThat(face(1, 2.5, 0)).containsExactly(true, false);
  }

  @Test
  void bentAndDentedFacesAreTwo() {
    assertThat(face(0, 3, 0.001)).containsExactly(false, false);
    assertThat(face(2.5, 1, 0)).containsExactly(false, false);
    assertThat(face(2, 1.5, 0)).containsExactly(false, false);
  }
}
