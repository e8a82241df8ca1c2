package io.camber.sim.scene;

/**
 * Casts single rays against one mesh, nearer boxes first; holds the stack of what is still to be visited, so one instance
 * belongs to one thread.
 */
public final class RayCaster {
  private static final float TINY = 1e-20f;

  private final int[] stack = new int[Bvh.DEPTH_MAX];
  private final float[] stackNear = new float[Bvh.DEPTH_MAX];

  /** Shortens {@code hit} to the nearest triangle on the ray, in the mesh's frame; either side of a triangle counts. */
  public void cast(
      Mesh mesh, float ox, float oy, float oz, float dx, float dy, float dz, RayHit hit) {
    Bvh bvh = mesh.bvh();
    float[] boxes = bvh.boxes();
    int[] links = bvh.links();
    float ix = 1.0f / (Math.abs(dx) < TINY ? TINY : dx);
    float iy = 1.0f / (Math.abs(dy) < TINY ? TINY : dy);
    float iz = 1.0f / (Math.abs(dz) < TINY ? TINY : dz);
    float jx = Math.abs(ix);
    float jy = Math.abs(iy);
    float jz = Math.abs(iz);
    int depth = 0;
    int link = bvh.root();
    while (true) {
      if (link < 0) {
        test(bvh, link, ox, oy, oz, dx, dy, dz, hit);
      } else {
        int at = Bvh.NODE_FLOATS * link;
        float cx = (boxes[at] - ox) * ix;
        float cy = (boxes[at + 1] - oy) * iy;
        float cz = (boxes[at + 2] - oz) * iz;
        float hx = boxes[at + 3] * jx;
        float hy = boxes[at + 4] * jy;
        float hz = boxes[at + 5] * jz;
        float near = Math.max(cx - hx, Math.max(cy - hy, cz - hz));
        float far = Math.min(cx + hx, Math.min(cy + hy, cz + hz));
        boolean left = far >= 0.0f && near <= far && near <= hit.distance();
        cx = (boxes[at + 6] - ox) * ix;
        cy = (boxes[at + 7] - oy) * iy;
        cz = (boxes[at + 8] - oz) * iz;
        hx = boxes[at + 9] * jx;
        hy = boxes[at + 10] * jy;
        hz = boxes[at + 11] * jz;
        float rightNear = Math.max(cx - hx, Math.max(cy - hy, cz - hz));
        far = Math.min(cx + hx, Math.min(cy + hy, cz + hz));
        boolean right = far >= 0.0f && rightNear <= far && rightNear <= hit.distance();
        if (left && right) {
          boolean leftFirst = near <= rightNear;
          stackNear[depth] = leftFirst ? rightNear : near;
          stack[depth++] = leftFirst ? links[2 * link + 1] : links[2 * link];
          link = leftFirst ? links[2 * link] : links[2 * link + 1];
          continue;
        }
        if (left || right) {
          link = left ? links[2 * link] : links[2 * link + 1];
          continue;
        }
      }
      do {
        if (depth == 0) {
          return;
        }
        depth--;
      } while (stackNear[depth] > hit.distance());
      link = stack[depth];
    }
  }

  private static void test(
      Bvh bvh, int leaf, float ox, float oy, float oz, float dx, float dy, float dz, RayHit hit) {
    float[] points = bvh.points();
    for (int entry = Bvh.first(leaf); entry < Bvh.end(leaf); entry++) {
      int at = Bvh.POINT_FLOATS * entry;
      float distance = distance(points, at, at + 3, at + 6, ox, oy, oz, dx, dy, dz);
      if (distance > 0.0f && distance < hit.distance()) {
        hit.accept(distance, bvh.order()[entry]);
      }
    }
  }

  /** The same for one triangle of a mesh: the oracle of tests. */
  static void test(
      Mesh mesh,
      int triangle,
      float ox,
      float oy,
      float oz,
      float dx,
      float dy,
      float dz,
      RayHit hit) {
    int[] corners = mesh.corners();
    float distance = distance(
        mesh.vertices(),
        3 * corners[3 * triangle],
        3 * corners[3 * triangle + 1],
        3 * corners[3 * triangle + 2],
        ox,
        oy,
        oz,
        dx,
        dy,
        dz);
    if (distance > 0.0f && distance < hit.distance()) {
      hit.accept(distance, triangle);
    }
  }

  /** Moeller and Trumbore 1997; negative when the ray misses. */
  private static float distance(
      float[] v, int a, int b, int c, float ox, float oy, float oz, float dx, float dy, float dz) {
    float e1x = v[b] - v[a];
    float e1y = v[b + 1] - v[a + 1];
    float e1z = v[b + 2] - v[a + 2];
    float e2x = v[c] - v[a];
    float e2y = v[c + 1] - v[a + 1];
    float e2z = v[c + 2] - v[a + 2];
    float px = dy * e2z - dz * e2y;
    float py = dz * e2x - dx * e2z;
    float pz = dx * e2y - dy * e2x;
    float determinant = e1x * px + e1y * py + e1z * pz;
    if (determinant == 0.0f) {
      return -1.0f;
    }
    float inverse = 1.0f / determinant;
    float tx = ox - v[a];
    float ty = oy - v[a + 1];
    float tz = oz - v[a + 2];
    float p = (tx * px + ty * py + tz * pz) * inverse;
    if (p < 0.0f || p > 1.0f) {
      return -1.0f;
    }
    float qx = ty * e1z - tz * e1y;
    float qy = tz * e1x - tx * e1z;
    float qz = tx * e1y - ty * e1x;
    float q = (dx * qx + dy * qy + dz * qz) * inverse;
    if (q < 0.0f || p + q > 1.0f) {
      return -1.0f;
    }
    return (e2x * qx + e2y * qy + e2z * qz) * inverse;
  }
}
