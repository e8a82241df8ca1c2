package io.camber.sim.sensor.camera;

import io.camber.sim.scene.Hash;
import io.camber.sim.sensor.camera.raster.Floats;
import io.camber.sim.sensor.camera.raster.ViewPose;

/**
 * Rows of windows on the walls of buildings, some of them lit at night. Which pixels would show a pane is found for a whole row
 * at once, whatever they show. Owned by one thread.
 */
final class Windows {
  /** Colour of a dark pane. */
  static final float[] PANE = {0.07f, 0.09f, 0.12f};

  private static final float[] LAMPLIT = {1.0f, 0.75f, 0.42f};
  /** Bays and storeys, metres. */
  private static final float BAY_M = 2.4f;

  private static final float STOREY_M = 3.0f;

  /** Middle of a pane in its bay and in its storey, and half of its size. */
  private static final float BAY_MIDDLE = 0.5f;

  private static final float BAY_HALF = 0.22f;
  private static final float STOREY_MIDDLE = 0.56f;
  private static final float STOREY_HALF = 0.24f;
  /** Frames: how far from its rim, as a share of a bay, a pane fades into the wall. */
  private static final float SOFT = 0.02f;

  /** Adding it to a float that is small beside it, and taking it away again, rounds to whole numbers. */
  private static final float WHOLE = 0x1.8p23f;

  private final RowPlaces places;
  private final RowColors colors;
  /** Share of wall in each pixel of the row, for walls along x and along y. */
  private final float[][] wall;

  private final float[] beside;
  private final float[] above;
  private final boolean[] isReady = new boolean[2];
  /** The bay that counting begins at, along x and along y, and where the camera is in it. */
  private final int[] firstBay = new int[2];

  private final float[] origin = new float[2];
  private float ground;

  Windows(RowPlaces places, RowColors colors) {
    this.places = places;
    this.colors = colors;
    wall = new float[2][colors.red.length];
    beside = new float[colors.red.length];
    above = new float[colors.red.length];
  }

  /** Begins an image. */
  void start(ViewPose view) {
    for (int axis = 0; axis < 2; axis++) {
      double place = (axis == 0 ? view.x() : view.y()) / BAY_M;
      firstBay[axis] = (int) Math.floor(place);
      origin[axis] = (float) (place - firstBay[axis]);
    }
    ground = (float) (view.z() / STOREY_M);
    startRow();
  }

  /** Begins a row. */
  void startRow() {
    isReady[0] = false;
    isReady[1] = false;
  }

  /** Share of wall along a run of a wall whose values are those of {@link Facets}; false when no pane is there. */
  boolean fill(int from, int to, float[] v, int at, float[] out) {
    if (isBetweenStoreys(ground + storeys(from), ground + storeys(to - 1))) {
      return false;
    }
    int axis = axis(v, at);
    if (!isReady[axis]) {
      isReady[axis] = true;
      walls(axis);
    }
    System.arraycopy(wall[axis], from, out, from, to - from);
    return true;
  }

  /** The axis that a wall runs along. */
  private static int axis(float[] v, int at) {
    return Math.abs(v[at + Facets.NORMAL]) > Math.abs(v[at + Facets.NORMAL + 1]) ? 1 : 0;
  }

  private void walls(int axis) {
    float[] across = axis == 0 ? places.x : places.y;
    outside(origin[axis] - BAY_MIDDLE, 1.0f / BAY_M, BAY_HALF, places.depth, across, beside);
    outside(ground - STOREY_MIDDLE, 1.0f / STOREY_M, STOREY_HALF, places.depth, places.z, above);
    join(beside, above, wall[axis]);
  }

  /** How far outside the nearest of the intervals that repeat each place lies. */
  private static void outside(
      float from, float perM, float half, float[] depth, float[] direction, float[] out) {
    for (int i = 0; i < out.length; i++) {
      float place = from + depth[i] * direction[i] * perM;
      out[i] = Math.abs(place - (place + WHOLE - WHOLE)) - half;
    }
  }

  private static void join(float[] one, float[] other, float[] out) {
    for (int i = 0; i < out.length; i++) {
      float outside = 0.5f + (0.5f / SOFT) * Math.max(one[i], other[i]);
      out[i] = Math.max(0.0f, Math.min(1.0f, outside));
    }
  }

  private float storeys(int pixel) {
    return places.depth[pixel] * places.z[pixel] * (1.0f / STOREY_M);
  }

  /** True when a line of places from one height to another crosses no row of panes. */
  private static boolean isBetweenStoreys(float one, float other) {
    float lintel = STOREY_MIDDLE + STOREY_HALF + SOFT;
    int storey = Floats.floor(one - lintel);
    return storey == Floats.floor(other - lintel)
        && Math.max(one, other) - lintel - storey < 1.0f - 2.0f * (STOREY_HALF + SOFT);
  }

  /** Lights the lamps behind some of a run's panes. */
  void light(int from, int to, float[] v, int at, Light light) {
    int axis = axis(v, at);
    float[] across = axis == 0 ? places.x : places.y;
    // A room with the lamp on is brighter than what little light falls on the wall.
    float room = 0.25f / Math.max(0.02f, light.ambient[1]);
    for (int i = from; i < to; i++) {
      if (colors.pattern[i] > 0.5f) {
        continue;
      }
      int bay = Floats.floor(origin[axis] + places.depth[i] * across[i] * (1.0f / BAY_M));
      if (Hash.lattice(firstBay[axis] + bay, Floats.floor(ground + storeys(i))) < 0.3f) {
        for (int c = 0; c < PANE.length; c++) {
          colors.channel(c)[i] = room
              * LAMPLIT[c]
              * (v[at + Facets.SHADE + c] + colors.sun[i] * v[at + Facets.SUN + c]);
        }
      }
    }
  }
}
