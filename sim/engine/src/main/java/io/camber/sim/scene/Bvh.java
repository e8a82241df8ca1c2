package io.camber.sim.scene;

/**
 * Flat bounding volume hierarchy over the triangles of one mesh, nodes in depth-first order.
 *
 * <pre>
 *  boxes[6n ..]  centre x, y, z, half extent x, y, z
 *  links[2n]     leaf: first triangle;  inner node: number of the right child (the left child is n + 1)
 *  links[2n+1]   leaf: number of triangles;  inner node: 0
 * </pre>
 */
public final class Bvh {
  /** Deeper than any tree the builder makes: it halves by count below depth 40. */
  static final int DEPTH_MAX = 80;

  private final float[] boxes;
  private final int[] links;

  Bvh(float[] boxes, int[] links) {
    this.boxes = boxes;
    this.links = links;
  }

  public int nodeCount() {
    return links.length / 2;
  }

  float[] boxes() {
    return boxes;
  }

  int[] links() {
    return links;
  }

  public float centerX() {
    return boxes[0];
  }

  public float centerY() {
    return boxes[1];
  }

  public float centerZ() {
    return boxes[2];
  }

  /** Radius of the sphere around the root's centre that holds everything. */
  public float radius() {
    return (float) Math.sqrt(boxes[3] * boxes[3] + boxes[4] * boxes[4] + boxes[5] * boxes[5]);
  }

  public float halfX() {
    return boxes[3];
  }

  public float halfY() {
    return boxes[4];
  }

  public float halfZ() {
    return boxes[5];
  }
}
