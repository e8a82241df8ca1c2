package io.camber.sim.scene;

/** Casts single rays against one mesh; holds the traversal stack, so one instance belongs to one thread. */
public final class RayCaster {
  private static final float TINY = 1e-20f;

  private final int[] stack = new int[Bvh.DEPTH_MAX];

  /** Shortens {@code hit} to the nearest triangle on the ray, in the mesh's frame; either side of a triangle counts. */
  public void cast(
      Mesh mesh, float ox, float oy, float oz, float dx, float dy, float dz, RayHit hit) {
    Bvh bvh = mesh.bvh();
    float[] boxes = bvh.boxes();
    int[] links = bvh.links();
    int[] order = bvh.order();
    float ix = 1.0f / (Math.abs(dx) < TINY ? TINY : dx);
    float iy = 1.0f / (Math.abs(dy) < TINY ? TINY : dy);
    float iz = 1.0f / (Math.abs(dz) < TINY ? TINY : dz);
    int depth = 0;
    stack[depth++] = 0;
    while (depth > 0) {
      int node = stack[--depth];
      int at = 6 * node;
      float cx = (boxes[at] - ox) * ix;
      float cy = (boxes[at + 1] - oy) * iy;
      float cz = (boxes[at + 2] - oz) * iz;
      float hx = boxes[at + 3] * Math.abs(ix);
      float hy = boxes[at + 4] * Math.abs(iy);
      float hz = boxes[at + 5] * Math.abs(iz);
      float near = Math.max(cx - hx, Math.max(cy - hy, cz - hz));
      float far = Math.min(cx + hx, Math.min(cy + hy, cz + hz));
      if (far < 0.0f || near > far || near > hit.distance()) {
        continue;
      }
      int count = links[2 * node + 1];
      if (count == 0) {
        stack[depth++] = links[2 * node];
        stack[depth++] = node + 1;
        continue;
      }
      int first = links[2 * node];
      for (int i = first; i < first + count; i++) {
        test(mesh, order[i], ox, oy, oz, dx, dy, dz, hit);
      }
    }
  }

  /** Moeller and Trumbore 1997. */
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
    float[] v = mesh.vertices();
    int a = 3 * mesh.corners()[3 * triangle];
    int b = 3 * mesh.corners()[3 * triangle + 1];
    int c = 3 * mesh.corners()[3 * triangle + 2];
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
      return;
    }
    float inverse = 1.0f / determinant;
    float tx = ox - v[a];
    float ty = oy - v[a + 1];
    float tz = oz - v[a + 2];
    float p = (tx * px + ty * py + tz * pz) * inverse;
    if (p < 0.0f || p > 1.0f) {
      return;
    }
    float qx = ty * e1z - tz * e1y;
    float qy = tz * e1x - tx * e1z;
    float qz = tx * e1y - ty * e1x;
    float q = (dx * qx + dy * qy + dz * qz) * inverse;
    if (q < 0.0f || p + q > 1.0f) {
      return;
    }
    float distance = (e2x * qx + e2y * qy + e2z * qz) * inverse;
    if (distance > 0.0f && distance < hit.distance()) {
      hit.accept(distance, triangle);
    }
  }
}
