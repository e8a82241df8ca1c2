package io.camber.sim.scene;

/**
 * From where the triangles of a mesh may be seen: of each that hides its back, the plane it lies in. A look from the mesh's own
 * frame tells those that turn away before any corner is projected. Immutable by convention, like the mesh.
 */
public final class Fronts {
  /**
   * What a camera that works in floats may be wrong by about a triangle's front. Corners in its frame are off by some 7e-7 of
   * the distance L that it counts with, which moves the plane at the eye by 3 L / h of that, h being the triangle's least
   * height; twice that is allowed. As planes are scaled by h, the bound goes with L squared.
   */
  private static final double ROUNDING = 4e-6;

  /** Normal of each triangle, as long as its least height, and the offset to the origin. */
  private final float[] planes;

  /** Farthest that the mesh reaches from its origin. */
  private final double reachM;

  private Fronts(float[] planes, double reachM) {
    this.planes = planes;
    this.reachM = reachM;
  }

  static Fronts of(Mesh mesh) {
    float[] planes = new float[4 * mesh.triangleCount()];
    for (int t = 0; t < mesh.triangleCount(); t++) {
      if (mesh.hidesBack(t)) {
        plane(mesh, t, planes);
      } else {
        planes[4 * t + 3] = Float.POSITIVE_INFINITY;
      }
    }
    leaveOutSeconds(mesh, planes);
    Bounds all = mesh.bounds();
    double x = all.centerX();
    double y = all.centerY();
    double z = all.centerZ();
    return new Fronts(planes, Math.sqrt(x * x + y * y + z * z) + all.radius());
  }

  /** The plane through a triangle, all zero for one without area: that one never turns away. */
  private static void plane(Mesh mesh, int t, float[] planes) {
    float[] v = mesh.vertices();
    int a = 3 * mesh.corners()[3 * t];
    int b = 3 * mesh.corners()[3 * t + 1];
    int c = 3 * mesh.corners()[3 * t + 2];
    double ux = (double) v[b] - v[a];
    double uy = (double) v[b + 1] - v[a + 1];
    double uz = (double) v[b + 2] - v[a + 2];
    double wx = (double) v[c] - v[a];
    double wy = (double) v[c + 1] - v[a + 1];
    double wz = (double) v[c + 2] - v[a + 2];
    double longest = Math.sqrt(Math.max(
        Math.max(ux * ux + uy * uy + uz * uz, wx * wx + wy * wy + wz * wz),
        (ux - wx) * (ux - wx) + (uy - wy) * (uy - wy) + (uz - wz) * (uz - wz)));
    if (longest > 0.0) {
      double x = (uy * wz - uz * wy) / longest;
      double y = (uz * wx - ux * wz) / longest;
      double z = (ux * wy - uy * wx) / longest;
      planes[4 * t] = (float) x;
      planes[4 * t + 1] = (float) y;
      planes[4 * t + 2] = (float) z;
      planes[4 * t + 3] = (float) -(x * v[a] + y * v[a + 1] + z * v[a + 2]);
    }
  }

  /** The second triangle of a flat face goes with the first, unless a run ends between them. */
  private static void leaveOutSeconds(Mesh mesh, float[] planes) {
    Clusters clusters = mesh.clusters();
    boolean[] quads = mesh.quads();
    for (int run = 0; run < clusters.count(); run++) {
      for (int t = clusters.first(run); t + 1 < clusters.end(run); t++) {
        if (quads[t]) {
          planes[4 * t + 4] = 0.0f;
          planes[4 * t + 5] = 0.0f;
          planes[4 * t + 6] = 0.0f;
          planes[4 * t + 7] = Float.NEGATIVE_INFINITY;
        }
      }
    }
  }

  /** How far behind a triangle, times the triangle's least height, an eye so far from the mesh's origin surely sees its back, m2. */
  public float margin(double distanceM) {
    double length = distanceM + reachM;
    return (float) (ROUNDING * length * length);
  }

  /**
   * Writes the numbers of those triangles of a run that may show their front, or their back where it is not hidden, to an eye in the
   * mesh's frame, and returns how many there are. A flat face of two triangles counts as its first.
   *
   * @param margin of {@link #margin}
   */
  public int facing(int from, int to, float x, float y, float z, float margin, int[] out) {
    float[] p = planes;
    int count = 0;
    for (int t = from; t < to; t++) {
      float ahead = p[4 * t] * x + p[4 * t + 1] * y + p[4 * t + 2] * z + p[4 * t + 3];
      out[count] = t;
      // A sign is added, as nobody can predict a branch.
      count += Float.floatToRawIntBits(-margin - ahead) >>> 31;
    }
    return count;
  }
}
