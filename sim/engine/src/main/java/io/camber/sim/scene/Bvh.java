package io.camber.sim.scene;

/**
 * Flat bounding volume hierarchy over the triangles of one mesh. An inner node holds the boxes of both its children, so that
 * who visits it can choose the nearer one without touching the other; nodes lie in depth-first order, triangles leaf by leaf.
 *
 * <pre>
 *  boxes[12n ..]     left child: centre x, y, z, half extent x, y, z;  then the right child
 *  links[2n], [2n+1] left and right child: an inner node's number, or a leaf as {@link #leaf}
 *  points[9e ..]     the three corners of entry e, x, y, z in turn
 *  order[e]          number of entry e's triangle in the mesh
 * </pre>
 */
final class Bvh {
  /** Deeper than any tree the builder makes: it halves by count below depth 40. */
  static final int DEPTH_MAX = 80;

  static final int NODE_FLOATS = 12;
  static final int POINT_FLOATS = 9;

  private static final int COUNT_BITS = 3;
  private static final int COUNT_MASK = (1 << COUNT_BITS) - 1;

  private final int root;
  private final float[] rootBox;
  private final float[] boxes;
  private final int[] links;
  private final float[] points;
  private final int[] order;

  Bvh(int root, float[] rootBox, float[] boxes, int[] links, float[] points, int[] order) {
    this.root = root;
    this.rootBox = rootBox;
    this.boxes = boxes;
    this.links = links;
    this.points = points;
    this.order = order;
  }

  /** A link to {@code count} entries, at most 7, from {@code first} on; always negative. */
  static int leaf(int first, int count) {
    return ~(first << COUNT_BITS | count);
  }

  /** First entry of a leaf. */
  static int first(int link) {
    return ~link >> COUNT_BITS;
  }

  /** Entry behind the last of a leaf. */
  static int end(int link) {
    return (~link >> COUNT_BITS) + (~link & COUNT_MASK);
  }

  /** Link of the whole. */
  int root() {
    return root;
  }

  /** Box of the whole, like a child's. */
  float[] rootBox() {
    return rootBox;
  }

  float[] boxes() {
    return boxes;
  }

  int[] links() {
    return links;
  }

  float[] points() {
    return points;
  }

  int[] order() {
    return order;
  }
}
