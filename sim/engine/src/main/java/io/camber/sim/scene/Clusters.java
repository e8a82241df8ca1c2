package io.camber.sim.scene;

import java.util.Arrays;

/**
 * The triangles of a mesh in runs of up to {@value #SIZE}, each with a sphere around it: meshes are built thing by thing, so a
 * run stays together and can be left out as a whole. A run ends early where the next triangle stands apart from it, so that
 * no sphere spans two things. Immutable by convention, like the mesh.
 */
public final class Clusters {
  /** Triangles in a run at most. */
  public static final int SIZE = 24;

  /** Runs in a group at most. */
  public static final int GROUP = 8;

  /** A sphere holds what is in it with room for rounding. */
  private static final double ROOM = 1.001;

  /** Triangles farther away than this, and than the run is long, belong to another thing. */
  private static final float APART_M = 0.5f;

  /** First triangle of each run, and behind the last. */
  private final int[] starts;

  private final float[] spheres;
  private final int[] vertexRanges;
  /** Around the runs of each group. */
  private final float[] groupSpheres;

  private Clusters(int[] starts, float[] spheres, int[] vertexRanges) {
    this.starts = starts;
    this.spheres = spheres;
    this.vertexRanges = vertexRanges;
    groupSpheres = new float[4 * groups()];
    for (int group = 0; group < groups(); group++) {
      encloseGroup(group);
    }
  }

  static Clusters of(float[] vertices, int[] corners) {
    int[] starts = cut(vertices, corners);
    int count = starts.length - 1;
    float[] spheres = new float[4 * count];
    int[] ranges = new int[2 * count];
    for (int i = 0; i < count; i++) {
      measure(vertices, corners, 3 * starts[i], 3 * starts[i + 1], spheres, ranges, i);
    }
    return new Clusters(starts, spheres, ranges);
  }

  private static int[] cut(float[] vertices, int[] corners) {
    int triangles = corners.length / 3;
    int[] starts = new int[triangles + 1];
    int count = 0;
    Box run = new Box();
    Box next = new Box();
    for (int t = 0; t < triangles; t++) {
      next.clear();
      next.add(vertices, corners, 3 * t, 3 * t + 3);
      boolean begins =
          t == 0 || t - starts[count - 1] == SIZE || run.gap(next) > APART_M + run.diagonal();
      if (begins) {
        starts[count++] = t;
        run.clear();
      }
      run.add(vertices, corners, 3 * t, 3 * t + 3);
    }
    starts[count] = triangles;
    return Arrays.copyOf(starts, count + 1);
  }

  private static void measure(
      float[] vertices, int[] corners, int from, int to, float[] spheres, int[] ranges, int at) {
    int first = Integer.MAX_VALUE;
    int last = 0;
    for (int i = from; i < to; i++) {
      first = Math.min(first, corners[i]);
      last = Math.max(last, corners[i]);
    }
    Box box = new Box();
    box.add(vertices, corners, from, to);
    for (int axis = 0; axis < 3; axis++) {
      spheres[4 * at + axis] = 0.5f * (box.low[axis] + box.high[axis]);
    }
    spheres[4 * at + 3] = 0.5f * box.diagonal() + 1e-3f;
    ranges[2 * at] = first;
    ranges[2 * at + 1] = last;
  }

  /** Around the middle of the box of its runs' spheres. */
  private void encloseGroup(int group) {
    int at = 4 * group;
    for (int axis = 0; axis < 3; axis++) {
      float low = Float.MAX_VALUE;
      float high = -Float.MAX_VALUE;
      for (int i = group * GROUP; i < groupEnd(group); i++) {
        low = Math.min(low, sphere(i, axis) - sphere(i, 3));
        high = Math.max(high, sphere(i, axis) + sphere(i, 3));
      }
      groupSpheres[at + axis] = 0.5f * (low + high);
    }
    double radius = 0.0;
    for (int i = group * GROUP; i < groupEnd(group); i++) {
      double x = sphere(i, 0) - groupSpheres[at];
      double y = sphere(i, 1) - groupSpheres[at + 1];
      double z = sphere(i, 2) - groupSpheres[at + 2];
      radius = Math.max(radius, Math.sqrt(x * x + y * y + z * z) + sphere(i, 3));
    }
    groupSpheres[at + 3] = (float) (ROOM * radius);
  }

  /** Groups of {@value #GROUP} runs that follow each other. */
  public int groups() {
    return (count() + GROUP - 1) / GROUP;
  }

  /** Number behind the last run of a group. */
  public int groupEnd(int group) {
    return Math.min(count(), (group + 1) * GROUP);
  }

  /** Middle in the mesh's frame by axis of a sphere around all spheres of a group's runs, and at 3 its radius. */
  public float groupSphere(int group, int element) {
    return groupSpheres[4 * group + element];
  }

  public int count() {
    return starts.length - 1;
  }

  /** Number of a run's first triangle. */
  public int first(int cluster) {
    return starts[cluster];
  }

  /** Number behind a run's last triangle. */
  public int end(int cluster) {
    return starts[cluster + 1];
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

  /** What some corners span along each axis. */
  private static final class Box {
    private final float[] low = new float[3];
    private final float[] high = new float[3];

    private Box() {
      clear();
    }

    private void clear() {
      Arrays.fill(low, Float.MAX_VALUE);
      Arrays.fill(high, -Float.MAX_VALUE);
    }

    private void add(float[] vertices, int[] corners, int from, int to) {
      for (int i = from; i < to; i++) {
        for (int axis = 0; axis < 3; axis++) {
          float value = vertices[3 * corners[i] + axis];
          low[axis] = Math.min(low[axis], value);
          high[axis] = Math.max(high[axis], value);
        }
      }
    }

    private float diagonal() {
      double sum = 0.0;
      for (int axis = 0; axis < 3; axis++) {
        double side = high[axis] - low[axis];
        sum += side * side;
      }
      return (float) Math.sqrt(sum);
    }

    /** Widest empty space between two boxes along an axis; 0 where they meet. */
    private float gap(Box other) {
      float widest = 0.0f;
      for (int axis = 0; axis < 3; axis++) {
        widest =
            Math.max(widest, Math.max(other.low[axis] - high[axis], low[axis] - other.high[axis]));
      }
      return widest;
    }
  }
}
