package io.camber.sim.scene;

import java.util.Arrays;

/**
 * Rays of one firing of a spinning sensor: all start at one point and lie in one half-plane, so the hierarchy is walked once
 * for all of them. In the plane's coordinates (u outward, w along the spin axis) a ray is {@code w = tangent * u} and a
 * triangle is the segment in which the plane cuts it. Owned by one thread.
 */
public final class Fan {
  private static final int TABLE = 512;

  private final int rows;
  private final float[] tangents;
  private final float[] reach;
  private final int[] instances;
  private final int[] triangles;
  /** Number of the first row at or above a tangent, less the room for jitter. */
  private final short[] firstRow = new short[TABLE + 1];

  private final float tangentLow;
  private final float tangentScale;
  private final float margin;
  private final int[] stack = new int[Bvh.DEPTH_MAX];
  private float reachMax;

  /**
   * @param nominalTangents tangent of each ray's elevation, ascending
   * @param margin how far the tangents given to {@link #start} may deviate from the nominal ones
   */
  public Fan(float[] nominalTangents, float margin) {
    this.rows = nominalTangents.length;
    this.margin = margin;
    this.tangents = nominalTangents.clone();
    this.reach = new float[rows];
    this.instances = new int[rows];
    this.triangles = new int[rows];
    tangentLow = nominalTangents[0] - margin;
    tangentScale = TABLE / (nominalTangents[rows - 1] + margin - tangentLow);
    int row = 0;
    for (int i = 0; i <= TABLE; i++) {
      float tangent = tangentLow + i / tangentScale;
      while (row < rows && nominalTangents[row] + margin < tangent) {
        row++;
      }
      firstRow[i] = (short) row;
    }
  }

  /** Forgets all hits; {@code actualTangents} replace the nominal ones for this firing. */
  public void start(float[] actualTangents, float uMax) {
    System.arraycopy(actualTangents, 0, tangents, 0, rows);
    Arrays.fill(reach, uMax);
    Arrays.fill(instances, -1);
    reachMax = uMax;
  }

  /** Distance of the hit along u; the limit given to {@link #start} when nothing was hit. */
  public float reach(int row) {
    return reach[row];
  }

  /** Number of the instance hit, -1 for none. */
  public int instance(int row) {
    return instances[row];
  }

  public int triangle(int row) {
    return triangles[row];
  }

  public float tangent(int row) {
    return tangents[row];
  }

  /** Intersects one mesh. Origin o and the orthonormal axes u and w of the plane are given in the mesh's frame. */
  public void cast(
      Mesh mesh,
      int instance,
      float ox,
      float oy,
      float oz,
      float ux,
      float uy,
      float uz,
      float wx,
      float wy,
      float wz) {
    float nx = uy * wz - uz * wy;
    float ny = uz * wx - ux * wz;
    float nz = ux * wy - uy * wx;
    Bvh bvh = mesh.bvh();
    float[] boxes = bvh.boxes();
    int[] links = bvh.links();
    float bottom = tangents[0] - margin;
    float top = tangents[rows - 1] + margin;
    int depth = 0;
    stack[depth++] = 0;
    while (depth > 0) {
      int node = stack[--depth];
      int at = 6 * node;
      float cx = boxes[at] - ox;
      float cy = boxes[at + 1] - oy;
      float cz = boxes[at + 2] - oz;
      float hx = boxes[at + 3];
      float hy = boxes[at + 4];
      float hz = boxes[at + 5];
      float off = nx * cx + ny * cy + nz * cz;
      if (Math.abs(off) > Math.abs(nx) * hx + Math.abs(ny) * hy + Math.abs(nz) * hz) {
        continue;
      }
      float u = ux * cx + uy * cy + uz * cz;
      float du = Math.abs(ux) * hx + Math.abs(uy) * hy + Math.abs(uz) * hz;
      float uFar = u + du;
      if (uFar < 0.0f || u - du > reachMax) {
        continue;
      }
      float w = wx * cx + wy * cy + wz * cz;
      float dw = Math.abs(wx) * hx + Math.abs(wy) * hy + Math.abs(wz) * hz;
      if (w - dw > (top > 0.0f ? top * uFar : 0.0f)
          || w + dw < (bottom < 0.0f ? bottom * uFar : 0.0f)) {
        continue;
      }
      int count = links[2 * node + 1];
      if (count == 0) {
        stack[depth++] = links[2 * node];
        stack[depth++] = node + 1;
        continue;
      }
      int first = links[2 * node];
      for (int entry = first; entry < first + count; entry++) {
        slice(
            mesh.vertices(), bvh, instance, entry, ox, oy, oz, ux, uy, uz, wx, wy, wz, nx, ny, nz);
      }
    }
  }

  private void slice(
      float[] v,
      Bvh bvh,
      int instance,
      int entry,
      float ox,
      float oy,
      float oz,
      float ux,
      float uy,
      float uz,
      float wx,
      float wy,
      float wz,
      float nx,
      float ny,
      float nz) {
    int[] corners = bvh.corners();
    int a = 3 * corners[3 * entry];
    int b = 3 * corners[3 * entry + 1];
    int c = 3 * corners[3 * entry + 2];
    float ax = v[a] - ox;
    float ay = v[a + 1] - oy;
    float az = v[a + 2] - oz;
    float bx = v[b] - ox;
    float by = v[b + 1] - oy;
    float bz = v[b + 2] - oz;
    float cx = v[c] - ox;
    float cy = v[c + 1] - oy;
    float cz = v[c + 2] - oz;
    float da = nx * ax + ny * ay + nz * az;
    float db = nx * bx + ny * by + nz * bz;
    float dc = nx * cx + ny * cy + nz * cz;
    boolean pa = da >= 0.0f;
    boolean pb = db >= 0.0f;
    boolean pc = dc >= 0.0f;
    if (pa == pb && pb == pc) {
      return;
    }
    float ua = ux * ax + uy * ay + uz * az;
    float ub = ux * bx + uy * by + uz * bz;
    float uc = ux * cx + uy * cy + uz * cz;
    float wa = wx * ax + wy * ay + wz * az;
    float wb = wx * bx + wy * by + wz * bz;
    float wc = wx * cx + wy * cy + wz * cz;
    int triangle = bvh.order()[entry];
    // The corner alone on its side of the plane has both cut edges.
    if (pa == pb) {
      float f = dc / (dc - da);
      float g = dc / (dc - db);
      mark(
          instance,
          triangle,
          uc + f * (ua - uc),
          wc + f * (wa - wc),
          uc + g * (ub - uc),
          wc + g * (wb - wc));
    } else if (pa == pc) {
      float f = db / (db - da);
      float g = db / (db - dc);
      mark(
          instance,
          triangle,
          ub + f * (ua - ub),
          wb + f * (wa - wb),
          ub + g * (uc - ub),
          wb + g * (wc - wb));
    } else {
      float f = da / (da - db);
      float g = da / (da - dc);
      mark(
          instance,
          triangle,
          ua + f * (ub - ua),
          wa + f * (wb - wa),
          ua + g * (uc - ua),
          wa + g * (wc - wa));
    }
  }

  /** Enters the segment (u1, w1)-(u2, w2) into all rows whose ray it crosses nearer than what they hit so far. */
  private void mark(int instance, int triangle, float u1, float w1, float u2, float w2) {
    final float nearest = 0.05f;
    if (u1 < nearest && u2 < nearest) {
      return;
    }
    float clippedU1 = u1;
    float clippedW1 = w1;
    float clippedU2 = u2;
    float clippedW2 = w2;
    if (u1 < nearest) {
      clippedW1 = w1 + (nearest - u1) / (u2 - u1) * (w2 - w1);
      clippedU1 = nearest;
    } else if (u2 < nearest) {
      clippedW2 = w1 + (nearest - u1) / (u2 - u1) * (w2 - w1);
      clippedU2 = nearest;
    }
    float t1 = clippedW1 / clippedU1;
    float t2 = clippedW2 / clippedU2;
    float low = Math.min(t1, t2);
    float high = Math.max(t1, t2);
    int slot = (int) ((low - tangentLow) * tangentScale);
    if (slot > TABLE) {
      return;
    }
    float du = u2 - u1;
    float dw = w2 - w1;
    for (int row = firstRow[Math.max(0, slot)]; row < rows; row++) {
      float t = tangents[row];
      if (t < low) {
        continue;
      }
      if (t > high) {
        if (t - 2.0f * margin > high) {
          return;
        }
        continue;
      }
      float across = dw - t * du;
      float s = across == 0.0f ? 0.0f : (t * u1 - w1) / across;
      float u = u1 + Math.max(0.0f, Math.min(1.0f, s)) * du;
      if (u >= nearest && u < reach[row]) {
        reach[row] = u;
        instances[row] = instance;
        triangles[row] = triangle;
      }
    }
  }
}
