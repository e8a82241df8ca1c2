package io.camber.sim.scene;

import java.util.Arrays;

/**
 * Rays of one firing of a spinning sensor: all start at one point and lie in one half-plane, so the hierarchy is walked once
 * for all of them. In the plane's coordinates (u outward, w along the spin axis) a ray is {@code w = tangent * u} and a
 * triangle is the segment in which the plane cuts it. Nearer boxes come first, and a box is left out when every row that
 * could meet it has already met something nearer: the rows are a depth buffer of one column. Owned by one thread.
 */
public final class Fan {
  private static final int TABLE = 1024;
  /** Nearer than this nothing is seen, and a box is never taken for hidden. */
  private static final float NEAREST_M = 0.05f;
  /** Room for rounding when a box becomes an interval of rows. */
  private static final float SLACK = 1e-5f;

  private static final int MISSED = -1;

  private final int rows;
  private final float[] tangents;
  private final float[] reach;
  private final int[] instances;
  private final int[] triangles;
  /** Number of the first row at or above a tangent, and of the last at or below it, with room for jitter. */
  private final short[] firstRow = new short[TABLE + 1];

  private final short[] lastRow = new short[TABLE + 1];
  private final float tangentLow;
  private final float tangentScale;
  private final int[] stack = new int[Bvh.DEPTH_MAX];
  private final int[] stackRows = new int[Bvh.DEPTH_MAX];
  private final float[] stackNear = new float[Bvh.DEPTH_MAX];

  // The firing's plane in the frame of the mesh at hand: axes, their magnitudes, and the origin
  // along each.
  private float ux;
  private float uy;
  private float uz;
  private float uo;
  private float wx;
  private float wy;
  private float wz;
  private float wo;
  private float nx;
  private float ny;
  private float nz;
  private float no;
  private float entered;
  private float limit;

  /**
   * @param nominalTangents tangent of each ray's elevation, ascending
   * @param margin how far the tangents given to {@link #start} may deviate from the nominal ones
   */
  public Fan(float[] nominalTangents, float margin) {
    this.rows = nominalTangents.length;
    this.tangents = nominalTangents.clone();
    this.reach = new float[rows];
    this.instances = new int[rows];
    this.triangles = new int[rows];
    tangentLow = nominalTangents[0] - margin - 2.0f * SLACK;
    float tangentHigh = nominalTangents[rows - 1] + margin + 2.0f * SLACK;
    tangentScale = TABLE / (tangentHigh - tangentLow);
    int first = 0;
    int last = -1;
    for (int i = 0; i <= TABLE; i++) {
      float low = tangentLow + i / tangentScale - SLACK;
      while (first < rows && nominalTangents[first] + margin < low) {
        first++;
      }
      firstRow[i] = (short) first;
      float high = tangentLow + (i + 1) / tangentScale + SLACK;
      while (last + 1 < rows && nominalTangents[last + 1] - margin <= high) {
        last++;
      }
      lastRow[i] = (short) last;
    }
  }

  /** Forgets all hits; {@code actualTangents} replace the nominal ones for this firing. */
  public void start(float[] actualTangents, float uMax) {
    System.arraycopy(actualTangents, 0, tangents, 0, rows);
    Arrays.fill(reach, uMax);
    Arrays.fill(instances, -1);
    limit = uMax;
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
      float outX,
      float outY,
      float outZ,
      float upX,
      float upY,
      float upZ) {
    ux = outX;
    uy = outY;
    uz = outZ;
    uo = outX * ox + outY * oy + outZ * oz;
    wx = upX;
    wy = upY;
    wz = upZ;
    wo = upX * ox + upY * oy + upZ * oz;
    nx = outY * upZ - outZ * upY;
    ny = outZ * upX - outX * upZ;
    nz = outX * upY - outY * upX;
    no = nx * ox + ny * oy + nz * oz;
    Bvh bvh = mesh.bvh();
    int seen = enter(bvh.rootBox(), 0);
    if (seen != MISSED && !isHidden(seen, entered)) {
      walk(bvh, instance);
    }
  }

  private void walk(Bvh bvh, int instance) {
    float[] boxes = bvh.boxes();
    int[] links = bvh.links();
    int depth = 0;
    int link = bvh.root();
    while (true) {
      if (link < 0) {
        slice(bvh, link, instance);
      } else {
        int left = enter(boxes, Bvh.NODE_FLOATS * link);
        float leftNear = entered;
        int right = enter(boxes, Bvh.NODE_FLOATS * link + 6);
        float rightNear = entered;
        if (left != MISSED && right != MISSED) {
          boolean leftFirst = leftNear <= rightNear;
          stackNear[depth] = leftFirst ? rightNear : leftNear;
          stackRows[depth] = leftFirst ? right : left;
          stack[depth++] = leftFirst ? links[2 * link + 1] : links[2 * link];
          if (!isHidden(leftFirst ? left : right, leftFirst ? leftNear : rightNear)) {
            link = leftFirst ? links[2 * link] : links[2 * link + 1];
            continue;
          }
        } else if (left != MISSED) {
          if (!isHidden(left, leftNear)) {
            link = links[2 * link];
            continue;
          }
        } else if (right != MISSED && !isHidden(right, rightNear)) {
          link = links[2 * link + 1];
          continue;
        }
      }
      do {
        if (depth == 0) {
          return;
        }
        depth--;
      } while (isHidden(stackRows[depth], stackNear[depth]));
      link = stack[depth];
    }
  }

  /** Rows that may meet a box, the first above 16 bits and the last below, and sets {@link #entered}; or {@link #MISSED}. */
  private int enter(float[] boxes, int at) {
    float cx = boxes[at];
    float cy = boxes[at + 1];
    float cz = boxes[at + 2];
    float hx = boxes[at + 3];
    float hy = boxes[at + 4];
    float hz = boxes[at + 5];
    float off = nx * cx + ny * cy + nz * cz - no;
    if (Math.abs(off) > Math.abs(nx) * hx + Math.abs(ny) * hy + Math.abs(nz) * hz + SLACK) {
      return MISSED;
    }
    float u = ux * cx + uy * cy + uz * cz - uo;
    float du = Math.abs(ux) * hx + Math.abs(uy) * hy + Math.abs(uz) * hz;
    float far = u + du;
    float near = u - du;
    if (far < 0.0f || near > limit) {
      return MISSED;
    }
    entered = near;
    if (near < NEAREST_M) {
      return rows - 1;
    }
    float w = wx * cx + wy * cy + wz * cz - wo;
    float dw = Math.abs(wx) * hx + Math.abs(wy) * hy + Math.abs(wz) * hz;
    float below = w - dw;
    float above = w + dw;
    float low = (below >= 0.0f ? below / far : below / near) - tangentLow;
    float high = (above >= 0.0f ? above / near : above / far) - tangentLow;
    int first = firstRow[slot(low * tangentScale)];
    int last = high < 0.0f ? -1 : lastRow[slot(high * tangentScale)];
    return first <= last ? first << 16 | last : MISSED;
  }

  /** Place in the tables; the conversion of large numbers ends at the largest integer. */
  private static int slot(float place) {
    return Math.max(0, Math.min(TABLE, (int) place));
  }

  /** True when each of the rows has met something that is nearer. */
  private boolean isHidden(int span, float near) {
    int last = span & 0xffff;
    for (int row = span >>> 16; row <= last; row++) {
      if (reach[row] > near) {
        return false;
      }
    }
    return true;
  }

  /** Cuts the triangles of a leaf with the plane. */
  private void slice(Bvh bvh, int leaf, int instance) {
    float[] v = bvh.points();
    int end = Bvh.end(leaf);
    for (int entry = Bvh.first(leaf); entry < end; entry++) {
      int at = Bvh.POINT_FLOATS * entry;
      float da = nx * v[at] + ny * v[at + 1] + nz * v[at + 2] - no;
      float db = nx * v[at + 3] + ny * v[at + 4] + nz * v[at + 5] - no;
      float dc = nx * v[at + 6] + ny * v[at + 7] + nz * v[at + 8] - no;
      boolean pa = da >= 0.0f;
      boolean pb = db >= 0.0f;
      if (pa == pb && pb == dc >= 0.0f) {
        continue;
      }
      // The corner alone on its side of the plane has both cut edges.
      if (pa == pb) {
        cut(v, at + 6, at, at + 3, dc / (dc - da), dc / (dc - db));
      } else if (pa == dc >= 0.0f) {
        cut(v, at + 3, at, at + 6, db / (db - da), db / (db - dc));
      } else {
        cut(v, at, at + 3, at + 6, da / (da - db), da / (da - dc));
      }
      mark(instance, bvh.order()[entry]);
    }
  }

  // The segment in which the plane cuts the triangle at hand.
  private float u1;
  private float w1;
  private float u2;
  private float w2;

  /** The points at shares f and g of the ways from a lone corner to the two others. */
  private void cut(float[] v, int lone, int first, int second, float f, float g) {
    float ul = ux * v[lone] + uy * v[lone + 1] + uz * v[lone + 2] - uo;
    float wl = wx * v[lone] + wy * v[lone + 1] + wz * v[lone + 2] - wo;
    float ua = ux * v[first] + uy * v[first + 1] + uz * v[first + 2] - uo;
    float wa = wx * v[first] + wy * v[first + 1] + wz * v[first + 2] - wo;
    float ub = ux * v[second] + uy * v[second + 1] + uz * v[second + 2] - uo;
    float wb = wx * v[second] + wy * v[second + 1] + wz * v[second + 2] - wo;
    u1 = ul + f * (ua - ul);
    w1 = wl + f * (wa - wl);
    u2 = ul + g * (ub - ul);
    w2 = wl + g * (wb - wl);
  }

  /** Enters the segment into all rows whose ray it crosses nearer than what they hit so far. */
  private void mark(int instance, int triangle) {
    if (u1 < NEAREST_M && u2 < NEAREST_M) {
      return;
    }
    float du = u2 - u1;
    float dw = w2 - w1;
    float t1 = u1 < NEAREST_M ? (w1 + (NEAREST_M - u1) / du * dw) / NEAREST_M : w1 / u1;
    float t2 = u2 < NEAREST_M ? (w1 + (NEAREST_M - u1) / du * dw) / NEAREST_M : w2 / u2;
    float low = Math.min(t1, t2);
    float high = Math.max(t1, t2);
    float from = (low - tangentLow) * tangentScale;
    float to = (high - tangentLow) * tangentScale;
    if (to < 0.0f || from > TABLE) {
      return;
    }
    int first = firstRow[slot(from)];
    int last = lastRow[slot(to)];
    // Where w = t u meets the line through both points: u = (u1 dw - w1 du) / (dw - t du).
    float cross = u1 * dw - w1 * du;
    float nearest = Math.max(NEAREST_M, Math.min(u1, u2));
    float farthest = Math.max(u1, u2);
    for (int row = first; row <= last; row++) {
      float t = tangents[row];
      if (t < low || t > high) {
        continue;
      }
      float across = dw - t * du;
      float u = across == 0.0f ? u1 : cross / across;
      u = Math.max(nearest, Math.min(farthest, u));
      if (u < reach[row]) {
        reach[row] = u;
        instances[row] = instance;
        triangles[row] = triangle;
      }
    }
  }
}
