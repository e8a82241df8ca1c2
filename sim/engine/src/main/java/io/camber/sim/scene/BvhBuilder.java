package io.camber.sim.scene;

import java.util.Arrays;

/** Builds a hierarchy by the surface area heuristic over {@value #BINS} bins (Wald 2007). */
final class BvhBuilder {
  private static final int BINS = 12;
  private static final int LEAF_MAX = 4;
  private static final int SAH_DEPTH_MAX = 40;
  /** Cost of a node visit relative to a triangle test, which then has to be entered into rows. */
  private static final float VISIT_COST = 0.6f;

  private final float[] vertices;
  private final int[] corners;
  private final float[] lower;
  private final float[] upper;
  private final int[] order;
  private float[] boxes = new float[Bvh.NODE_FLOATS * 64];
  private int[] links = new int[2 * 64];
  private int nodeCount;

  private final float[] binBounds = new float[BINS * 6];
  private final int[] binCounts = new int[BINS];
  private final float[] rightArea = new float[BINS];
  private final float[] grow = new float[6];

  private BvhBuilder(float[] vertices, int[] corners) {
    this.vertices = vertices;
    this.corners = corners;
    int count = corners.length / 3;
    lower = new float[3 * count];
    upper = new float[3 * count];
    order = new int[count];
  }

  /** The hierarchy over at least one triangle. */
  static Bvh build(float[] vertices, int[] corners) {
    return new BvhBuilder(vertices, corners).build();
  }

  private Bvh build() {
    for (int i = 0; i < order.length; i++) {
      order[i] = i;
      for (int axis = 0; axis < 3; axis++) {
        float a = vertices[3 * corners[3 * i] + axis];
        float b = vertices[3 * corners[3 * i + 1] + axis];
        float c = vertices[3 * corners[3 * i + 2] + axis];
        lower[3 * i + axis] = Math.min(a, Math.min(b, c));
        upper[3 * i + axis] = Math.max(a, Math.max(b, c));
      }
    }
    float[] rootBox = new float[6];
    int root = split(0, order.length, 0, rootBox, 0);
    return new Bvh(
        root,
        rootBox,
        Arrays.copyOf(boxes, Bvh.NODE_FLOATS * nodeCount),
        Arrays.copyOf(links, 2 * nodeCount),
        points(),
        order);
  }

  /** The corners of all triangles, leaf by leaf. */
  private float[] points() {
    float[] points = new float[Bvh.POINT_FLOATS * order.length];
    for (int i = 0; i < order.length; i++) {
      for (int k = 0; k < 3; k++) {
        System.arraycopy(
            vertices, 3 * corners[3 * order[i] + k], points, Bvh.POINT_FLOATS * i + 3 * k, 3);
      }
    }
    return points;
  }

  /** Builds what lies from one entry to another, writes its box to {@code box[at ..]} and returns a link to it. */
  private int split(int from, int to, int depth, float[] box, int at) {
    measure(from, to, box, at);
    int count = to - from;
    int middle = count <= 2 ? -1 : cut(from, to, depth, halfArea(box, at));
    if (middle < 0) {
      return Bvh.leaf(from, count);
    }
    int node = newNode();
    float[] pair = new float[Bvh.NODE_FLOATS];
    int left = split(from, middle, depth + 1, pair, 0);
    int right = split(middle, to, depth + 1, pair, 6);
    // Only now: building the children may have replaced the arrays.
    links[2 * node] = left;
    links[2 * node + 1] = right;
    System.arraycopy(pair, 0, boxes, Bvh.NODE_FLOATS * node, Bvh.NODE_FLOATS);
    return node;
  }

  private int newNode() {
    if (Bvh.NODE_FLOATS * (nodeCount + 1) > boxes.length) {
      boxes = Arrays.copyOf(boxes, boxes.length * 2);
      links = Arrays.copyOf(links, links.length * 2);
    }
    return nodeCount++;
  }

  private void measure(int from, int to, float[] box, int at) {
    reset(grow, 0);
    for (int i = from; i < to; i++) {
      include(grow, 0, order[i]);
    }
    for (int axis = 0; axis < 3; axis++) {
      float low = grow[axis];
      float high = grow[axis + 3];
      float center = 0.5f * (low + high);
      box[at + axis] = center;
      // A hair wider than the triangles, so that rounding never loses a hit.
      box[at + 3 + axis] = 0.5f * (high - low) + 1e-5f * (1.0f + Math.abs(center));
    }
  }

  /** Number of the first triangle of the right half after sorting, or -1 when a leaf is cheaper. */
  private int cut(int from, int to, int depth, float parentArea) {
    int count = to - from;
    float bestCost = count <= LEAF_MAX ? count : Float.POSITIVE_INFINITY;
    int bestAxis = -1;
    int bestBin = -1;
    for (int axis = 0; axis < 3 && depth < SAH_DEPTH_MAX; axis++) {
      fillBins(from, to, axis);
      sweepRight();
      reset(grow, 0);
      int leftCount = 0;
      for (int bin = 0; bin < BINS - 1; bin++) {
        merge(grow, 0, binBounds, 6 * bin, binCounts[bin]);
        leftCount += binCounts[bin];
        if (leftCount == 0 || leftCount == count) {
          continue;
        }
        float cost = VISIT_COST
            + (area(grow, 0) * leftCount + rightArea[bin + 1] * (count - leftCount)) / parentArea;
        if (cost < bestCost) {
          bestCost = cost;
          bestAxis = axis;
          bestBin = bin;
        }
      }
    }
    if (bestAxis >= 0) {
      return partition(from, to, bestAxis, bestBin);
    }
    return count <= LEAF_MAX ? -1 : from + count / 2;
  }

  private float centroidLow;
  private float centroidScale;

  private void measureCentroids(int from, int to, int axis) {
    float low = Float.POSITIVE_INFINITY;
    float high = Float.NEGATIVE_INFINITY;
    for (int i = from; i < to; i++) {
      float c = lower[3 * order[i] + axis] + upper[3 * order[i] + axis];
      low = Math.min(low, c);
      high = Math.max(high, c);
    }
    centroidLow = low;
    centroidScale = high > low ? BINS / (high - low) : 0.0f;
  }

  private int bin(int triangle, int axis) {
    float c = lower[3 * triangle + axis] + upper[3 * triangle + axis];
    return Math.min(BINS - 1, (int) ((c - centroidLow) * centroidScale));
  }

  private void fillBins(int from, int to, int axis) {
    measureCentroids(from, to, axis);
    for (int bin = 0; bin < BINS; bin++) {
      reset(binBounds, 6 * bin);
      binCounts[bin] = 0;
    }
    for (int i = from; i < to; i++) {
      int bin = bin(order[i], axis);
      binCounts[bin]++;
      include(binBounds, 6 * bin, order[i]);
    }
  }

  private void sweepRight() {
    reset(grow, 0);
    for (int bin = BINS - 1; bin > 0; bin--) {
      merge(grow, 0, binBounds, 6 * bin, binCounts[bin]);
      rightArea[bin] = area(grow, 0);
    }
  }

  private int partition(int from, int to, int axis, int lastLeftBin) {
    measureCentroids(from, to, axis);
    int left = from;
    int right = to - 1;
    while (left <= right) {
      if (bin(order[left], axis) <= lastLeftBin) {
        left++;
      } else {
        int swap = order[left];
        order[left] = order[right];
        order[right--] = swap;
      }
    }
    return left;
  }

  private void include(float[] bounds, int at, int triangle) {
    for (int axis = 0; axis < 3; axis++) {
      bounds[at + axis] = Math.min(bounds[at + axis], lower[3 * triangle + axis]);
      bounds[at + 3 + axis] = Math.max(bounds[at + 3 + axis], upper[3 * triangle + axis]);
    }
  }

  private static void merge(float[] into, int at, float[] from, int fromAt, int count) {
    if (count == 0) {
      return;
    }
    for (int axis = 0; axis < 3; axis++) {
      into[at + axis] = Math.min(into[at + axis], from[fromAt + axis]);
      into[at + 3 + axis] = Math.max(into[at + 3 + axis], from[fromAt + 3 + axis]);
    }
  }

  private static void reset(float[] bounds, int at) {
    for (int axis = 0; axis < 3; axis++) {
      bounds[at + axis] = Float.POSITIVE_INFINITY;
      bounds[at + 3 + axis] = Float.NEGATIVE_INFINITY;
    }
  }

  private static float area(float[] bounds, int at) {
    float x = bounds[at + 3] - bounds[at];
    float y = bounds[at + 4] - bounds[at + 1];
    float z = bounds[at + 5] - bounds[at + 2];
    return x < 0.0f ? 0.0f : x * y + y * z + z * x;
  }

  private static float halfArea(float[] box, int at) {
    float x = 2.0f * box[at + 3];
    float y = 2.0f * box[at + 4];
    float z = 2.0f * box[at + 5];
    return Math.max(1e-12f, x * y + y * z + z * x);
  }
}
