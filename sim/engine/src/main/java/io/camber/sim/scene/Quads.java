package io.camber.sim.scene;

/** Finds the pairs of triangles that are one flat face with four corners, as most of a town is. */
final class Quads {
  /** How far a fourth corner may lie off the plane of the other three, metres. */
  private static final float FLAT_M = 1e-4f;

  private Quads() {}

  static boolean[] of(Mesh mesh) {
    boolean[] found = new boolean[mesh.triangleCount()];
    for (int t = 0; t + 1 < found.length; t++) {
      found[t] = (t == 0 || !found[t - 1]) && isQuad(mesh, t);
    }
    return found;
  }

  private static boolean isQuad(Mesh mesh, int t) {
    int[] corners = mesh.corners();
    int at = 3 * t;
    return corners[at] == corners[at + 3]
        && corners[at + 2] == corners[at + 4]
        && corners[at + 1] != corners[at + 5]
        && mesh.surfaces()[t] == mesh.surfaces()[t + 1]
        && mesh.solid()[t] == mesh.solid()[t + 1]
        && isFlatAndConvex(mesh, at);
  }

  /** Flat when the last corner lies in the plane of the first three, convex when all turns are to the same side. */
  private static boolean isFlatAndConvex(Mesh mesh, int at) {
    int[] ring = {
      mesh.corners()[at], mesh.corners()[at + 1], mesh.corners()[at + 2], mesh.corners()[at + 5]
    };
    double[] normal = turn(mesh, ring[0], ring[1], ring[2]);
    double length = Math.sqrt(dot(normal, normal));
    if (length == 0.0 || Math.abs(dot(normal, edge(mesh, ring[0], ring[3]))) > FLAT_M * length) {
      return false;
    }
    for (int i = 1; i < 4; i++) {
      if (!(dot(normal, turn(mesh, ring[i], ring[(i + 1) % 4], ring[(i + 2) % 4])) > 0.0)) {
        return false;
      }
    }
    return true;
  }

  private static double[] turn(Mesh mesh, int a, int b, int c) {
    double[] u = edge(mesh, a, b);
    double[] v = edge(mesh, b, c);
    return new double[] {
      u[1] * v[2] - u[2] * v[1], u[2] * v[0] - u[0] * v[2], u[0] * v[1] - u[1] * v[0]
    };
  }

  private static double[] edge(Mesh mesh, int from, int to) {
    float[] v = mesh.vertices();
    double[] edge = new double[3];
    for (int axis = 0; axis < 3; axis++) {
      edge[axis] = (double) v[3 * to + axis] - v[3 * from + axis];
    }
    return edge;
  }

  private static double dot(double[] a, double[] b) {
    return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
  }
}
