package io.camber.sim.scene;

/**
 * The triangles of a mesh in runs of {@value #SIZE}, each with a sphere around it: meshes are built thing by thing, so a run
 * stays together and can be left out as a whole. Immutable by convention, like the mesh.
 */
public final class Clusters {
  /** Triangles in a run; the last one may be shorter. */
  public static final int SIZE = 24;

  private final int triangles;
  private final float[] spheres;
  private final int[] vertexRanges;

  private Clusters(int triangles, float[] spheres, int[] vertexRanges) {
    this.triangles = triangles;
    this.spheres = spheres;
    this.vertexRanges = vertexRanges;
  }

  static Clusters of(float[] vertices, int[] corners) {
    int triangles = corners.length / 3;
    int count = (triangles + SIZE - 1) / SIZE;
    float[] spheres = new float[4 * count];
    int[] ranges = new int[2 * count];
    for (int i = 0; i < count; i++) {
      measure(
          vertices,
          corners,
          3 * SIZE * i,
          Math.min(3 * SIZE * (i + 1), corners.length),
          spheres,
          ranges,
          i);
    }
    return new Clusters(triangles, spheres, ranges);
  }

  private static void measure(
      float[] vertices, int[] corners, int from, int to, float[] spheres, int[] ranges, int at) {
    int first = Integer.MAX_VALUE;
    int last = 0;
    float[] low = {Float.MAX_VALUE, Float.MAX_VALUE, Float.MAX_VALUE};
    float[] high = {-Float.MAX_VALUE, -Float.MAX_VALUE, -Float.MAX_VALUE};
    for (int i = from; i < to; i++) {
      first = Math.min(first, corners[i]);
      last = Math.max(last, corners[i]);
      for (int axis = 0; axis < 3; axis++) {
        low[axis] = Math.min(low[axis], vertices[3 * corners[i] + axis]);
        high[axis] = Math.max(high[axis], vertices[3 * corners[i] + axis]);
      }
    }
    double diagonal2 = 0.0;
    for (int axis = 0; axis < 3; axis++) {
      spheres[4 * at + axis] = 0.5f * (low[axis] + high[axis]);
      double side = high[axis] - low[axis];
      diagonal2 += side * side;
    }
    spheres[4 * at + 3] = (float) (0.5 * Math.sqrt(diagonal2)) + 1e-3f;
    ranges[2 * at] = first;
    ranges[2 * at + 1] = last;
  }

  public int count() {
    return vertexRanges.length / 2;
  }

  /** Number of a run's first triangle. */
  public int first(int cluster) {
    return SIZE * cluster;
  }

  /** Number behind a run's last triangle. */
  public int end(int cluster) {
    return Math.min(triangles, SIZE * (cluster + 1));
  }

  /** Middle of a run's sphere in the mesh's frame by axis, and at 3 its radius. */
  public float sphere(int cluster, int element) {
    return spheres[4 * cluster + element];
  }

  /** Lowest number of a vertex that the run uses. */
  public int firstVertex(int cluster) {
    return vertexRanges[2 * cluster];
  }

  /** Highest number of a vertex that the run uses. */
  public int lastVertex(int cluster) {
    return vertexRanges[2 * cluster + 1];
  }
}
