package io.camber.sim.sensor.camera.shadow;

import io.camber.geometry.Vec3;
import io.camber.sim.scene.Instance;
import io.camber.sim.scene.Mesh;

/**
 * The world as the sun looks at it: two axes square to its rays, counted in cells, and the third towards it, in metres. Axis
 * 0 lies flat. Owned by one thread.
 */
final class SunFrame {
  /** Coordinates are counted from a corner of a square of this size, so that floats hold them. */
  private static final double ANCHOR_M = 4096.0;

  /** Directions of the axes in the map frame, one after the other. */
  private final double[] axes = new double[9];

  /** From a mesh's frame to the three axes: for each of them factors and a constant. */
  private final float[] turn = new float[12];

  private Vec3 sun = Vec3.ZERO;
  private double anchorX = Double.NaN;
  private double anchorY = Double.NaN;

  /** Turns to the sun near a place; returns true when no cell is where it was. */
  boolean turnTo(Vec3 toSun, double x, double y) {
    double ax = ANCHOR_M * Math.floor(x / ANCHOR_M);
    double ay = ANCHOR_M * Math.floor(y / ANCHOR_M);
    if (toSun.x() == sun.x()
        && toSun.y() == sun.y()
        && toSun.z() == sun.z()
        && ax == anchorX
        && ay == anchorY) {
      return false;
    }
    anchorX = ax;
    anchorY = ay;
    sun = toSun;
    double flat = Math.sqrt(sun.x() * sun.x() + sun.y() * sun.y());
    axes[0] = -sun.y() / flat;
    axes[1] = sun.x() / flat;
    axes[2] = 0.0;
    axes[3] = sun.y() * axes[2] - sun.z() * axes[1];
    axes[4] = sun.z() * axes[0] - sun.x() * axes[2];
    axes[5] = sun.x() * axes[1] - sun.y() * axes[0];
    axes[6] = sun.x();
    axes[7] = sun.y();
    axes[8] = sun.z();
    return true;
  }

  /** How far shadows fall for each metre of height. */
  double shadowPerHeight() {
    return Math.sqrt(sun.x() * sun.x() + sun.y() * sun.y()) / sun.z();
  }

  /** The cell along an axis of a place on the ground at height zero. */
  double cell(int axis, double x, double y) {
    return (axes[3 * axis] * (x - anchorX) + axes[3 * axis + 1] * (y - anchorY)) * Cells.PER_M;
  }

  /** Where a place lies along an axis. */
  double place(int axis, double x, double y, double z) {
    return scale(axis)
        * (axes[3 * axis] * (x - anchorX)
            + axes[3 * axis + 1] * (y - anchorY)
            + axes[3 * axis + 2] * z);
  }

  /** How much a metre along a direction of the map counts along an axis. */
  double factor(int axis, int direction) {
    return scale(axis) * axes[3 * axis + direction];
  }

  private static float scale(int axis) {
    return axis < 2 ? Cells.PER_M : 1.0f;
  }

  /** The middle of an instance's bounding sphere, in the map's directions from where cells are counted. */
  void middle(Instance instance, double[] out) {
    double cx = instance.mesh().bounds().centerX();
    double cy = instance.mesh().bounds().centerY();
    double cz = instance.mesh().bounds().centerZ();
    for (int axis = 0; axis < 3; axis++) {
      out[axis] = instance.rotation(3 * axis) * cx
          + instance.rotation(3 * axis + 1) * cy
          + instance.rotation(3 * axis + 2) * cz;
    }
    out[0] += instance.x() - anchorX;
    out[1] += instance.y() - anchorY;
    out[2] += instance.z();
  }

  /** The cell along an axis of what {@link #middle} found. */
  double cell(int axis, double[] p) {
    return Cells.PER_M
        * (axes[3 * axis] * p[0] + axes[3 * axis + 1] * p[1] + axes[3 * axis + 2] * p[2]);
  }

  /** All vertices of an instance along the three axes. */
  void transform(Instance instance, float[] out) {
    Mesh mesh = instance.mesh();
    float[] v = mesh.vertices();
    for (int axis = 0; axis < 3; axis++) {
      double x = axes[3 * axis];
      double y = axes[3 * axis + 1];
      double z = axes[3 * axis + 2];
      float scale = scale(axis);
      for (int k = 0; k < 3; k++) {
        turn[4 * axis + k] = scale
            * (float) (x * instance.rotation(k)
                + y * instance.rotation(3 + k)
                + z * instance.rotation(6 + k));
      }
      turn[4 * axis + 3] = scale
          * (float)
              (x * (instance.x() - anchorX) + y * (instance.y() - anchorY) + z * instance.z());
    }
    for (int i = 0; i < v.length; i += 3) {
      float x = v[i];
      float y = v[i + 1];
      float z = v[i + 2];
      out[i] = turn[0] * x + turn[1] * y + turn[2] * z + turn[3];
      out[i + 1] = turn[4] * x + turn[5] * y + turn[6] * z + turn[7];
      out[i + 2] = turn[8] * x + turn[9] * y + turn[10] * z + turn[11];
    }
  }
}
