package io.camber.sim.sensor.camera;

import io.camber.sim.sensor.camera.raster.ViewPose;
import io.camber.sim.sensor.camera.shadow.ShadowMap;

/**
 * Where the rays of a row of pixels end, by column: distances, directions, places in the square that textures repeat in, and
 * in the map of shadows. Each array begins with the row, for Java makes vector instructions only of loops that count all
 * their arrays alike. Mutable; owned by one thread.
 */
final class RowPlaces {
  private final Lens lens;
  private final int width;
  private final float[] rayX;
  private final float[] rayY;
  private final float[] rayZ;

  /** Along the ray through the face, metres; infinite where only the sky is. */
  final float[] depth;

  /** The ray in the map's directions, for a step of one through its face. */
  final float[] x;

  final float[] y;
  final float[] z;

  /** The end in the square that textures repeat in, and how much of a fine layer is left there. */
  final float[] squareX;

  final float[] squareY;
  final float[] squareZ;
  final float[] fading;

  /** The end in the map of shadows. */
  final float[] shadowA;

  final float[] shadowB;
  final float[] shadowZ;

  RowPlaces(Lens lens) {
    this.lens = lens;
    width = lens.width();
    rayX = new float[width];
    rayY = new float[width];
    rayZ = new float[width];
    depth = new float[width];
    x = new float[width];
    y = new float[width];
    z = new float[width];
    squareX = new float[width];
    squareY = new float[width];
    squareZ = new float[width];
    fading = new float[width];
    shadowA = new float[width];
    shadowB = new float[width];
    shadowZ = new float[width];
  }

  /** Follows the row's rays as far as {@code inverse} says, by column. */
  void reach(int row, float[] inverse, ViewPose view) {
    invert(inverse, depth);
    System.arraycopy(lens.raysX(), row * width, rayX, 0, width);
    System.arraycopy(lens.raysY(), row * width, rayY, 0, width);
    if (!lens.isFlat()) {
      System.arraycopy(lens.raysZ(), row * width, rayZ, 0, width);
    }
    direct(view, 0, x);
    direct(view, 1, y);
    direct(view, 2, z);
    place((float) Texture.wrapped(view.x()), depth, x, squareX);
    place((float) Texture.wrapped(view.y()), depth, y, squareY);
    place((float) view.z(), depth, z, squareZ);
    Texture.fade(depth, fading);
  }

  private static void invert(float[] inverse, float[] out) {
    for (int i = 0; i < out.length; i++) {
      out[i] = 1.0f / inverse[i];
    }
  }

  private void direct(ViewPose view, int axis, float[] out) {
    float forward = (float) view.forward()[axis];
    float right = (float) view.right()[axis];
    float down = (float) view.down()[axis];
    if (lens.isFlat()) {
      flat(forward, right, down, rayX, rayY, out);
    } else {
      bent(forward, right, down, rayX, rayY, rayZ, out);
    }
  }

  private static void flat(
      float forward, float right, float down, float[] rx, float[] ry, float[] out) {
    for (int i = 0; i < out.length; i++) {
      out[i] = forward + rx[i] * right + ry[i] * down;
    }
  }

  private static void bent(
      float forward, float right, float down, float[] rx, float[] ry, float[] rz, float[] out) {
    for (int i = 0; i < out.length; i++) {
      out[i] = rz[i] * forward + rx[i] * right + ry[i] * down;
    }
  }

  private static void place(float origin, float[] depth, float[] direction, float[] out) {
    for (int i = 0; i < out.length; i++) {
      out[i] = origin + depth[i] * direction[i];
    }
  }

  /** Finds the ends in the map of shadows by its {@link ShadowMap#coefficients}. */
  void below(float[] coefficients) {
    linear(coefficients, 0, depth, x, y, z, shadowA);
    linear(coefficients, 4, depth, x, y, z, shadowB);
    linear(coefficients, 8, depth, x, y, z, shadowZ);
  }

  private static void linear(
      float[] c, int from, float[] depth, float[] x, float[] y, float[] z, float[] out) {
    float cx = c[from];
    float cy = c[from + 1];
    float cz = c[from + 2];
    float constant = c[from + 3];
    for (int i = 0; i < out.length; i++) {
      out[i] = depth[i] * (cx * x[i] + cy * y[i] + cz * z[i]) + constant;
    }
  }

  /** Length of the direction of a column. */
  float length(int i) {
    return (float) Math.sqrt(x[i] * x[i] + y[i] * y[i] + z[i] * z[i]);
  }
}
