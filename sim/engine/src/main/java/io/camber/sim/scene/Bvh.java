package io.camber.sim.scene;

/**
 * Flat bounding volume hierarchy over the triangles of one mesh, nodes in depth-first order.
 *
 * <pre>
 *  boxes[6n ..]  centre x, y, z, half extent x, y, z
 *  links[2n]     leaf: first entry of order;  inner node: number of the right child (the left child is n + 1)
 *  links[2n+1]   leaf: number of entries;  inner node: 0
 * </pre>
 */
final class Bvh {
  /** Deeper than any tree the builder makes: it halves by count below depth 40. */
  static final int DEPTH_MAX = 80;

  private final float[] boxes;
  private final int[] links;
  private final int[] order;
  private final int[] corners;

  /** {@code order} lists triangles leaf by leaf, {@code corners} their vertices in that order. */
  Bvh(float[] boxes, int[] links, int[] order, int[] corners) {
    this.boxes = boxes;
    this.links = links;
    this.order = order;
    this.corners = corners;
  }

  float[] boxes() {
    return boxes;
  }

  int[] links() {
    return links;
  }

  int[] order() {
    return order;
  }

  int[] corners() {
    return corners;
  }
}
