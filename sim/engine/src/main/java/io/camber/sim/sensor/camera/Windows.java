package io.camber.sim.sensor.camera;

import io.camber.sim.scene.Hash;
import io.camber.sim.sensor.camera.raster.Floats;
import io.camber.sim.sensor.camera.raster.ViewPose;

/** Rows of windows on the walls of buildings, some of them lit at night. Owned by one thread. */
final class Windows {
  private static final float[] PANE = {0.07f, 0.09f, 0.12f};
  private static final float[] LAMPLIT = {1.0f, 0.75f, 0.42f};
  /** Bays and storeys, metres. */
  private static final float BAY_M = 2.4f;

  private static final float STOREY_M = 3.0f;

  /** Where a pane begins and ends in its bay, and in its storey. */
  private static final float LEFT = 0.28f;

  private static final float RIGHT = 0.72f;
  private static final float SILL = 0.32f;
  private static final float LINTEL = 0.80f;

  private final RowPlaces places;
  private final RowColors colors;

  Windows(RowPlaces places, RowColors colors) {
    this.places = places;
    this.colors = colors;
  }

  /** Paints them over a run of a wall whose values are those of {@link Facets}. */
  void paint(int from, int to, float[] v, int at, ViewPose view, Light light) {
    boolean alongY = Math.abs(v[at + Facets.NORMAL]) > Math.abs(v[at + Facets.NORMAL + 1]);
    double place = (alongY ? view.y() : view.x()) / BAY_M;
    int firstBay = (int) Math.floor(place);
    float origin = (float) (place - firstBay);
    float ground = (float) (view.z() / STOREY_M);
    if (isBetweenStoreys(ground + storeys(from), ground + storeys(to - 1))) {
      return;
    }
    float[] across = alongY ? places.y : places.x;
    // A room with the lamp on is brighter than what little light falls on the wall.
    float room = 0.25f / Math.max(0.02f, light.ambient[1]);
    for (int i = from; i < to; i++) {
      float along = origin + places.depth[i] * across[i] * (1.0f / BAY_M);
      float up = ground + storeys(i);
      int bayNumber = Floats.floor(along);
      int storeyNumber = Floats.floor(up);
      float bay = along - bayNumber;
      float storey = up - storeyNumber;
      if (storey > SILL && storey < LINTEL && bay > LEFT && bay < RIGHT) {
        boolean isOn =
            light.night > 0.5f && Hash.lattice(firstBay + bayNumber, storeyNumber) < 0.3f;
        pane(i, v, at, isOn ? room : 0.0f);
      }
    }
  }

  private float storeys(int pixel) {
    return places.depth[pixel] * places.z[pixel] * (1.0f / STOREY_M);
  }

  /** True when a line of places from one height to another crosses no row of panes. */
  private static boolean isBetweenStoreys(float one, float other) {
    return Floats.floor(one - LINTEL) == Floats.floor(other - LINTEL)
        && Math.max(fraction(one - LINTEL), fraction(other - LINTEL)) < SILL + 1.0f - LINTEL;
  }

  private static float fraction(float value) {
    return value - Floats.floor(value);
  }

  private void pane(int i, float[] v, int at, float room) {
    for (int c = 0; c < PANE.length; c++) {
      float albedo = room > 0.0f ? room * LAMPLIT[c] : PANE[c];
      colors.channel(c)[i] =
          albedo * (v[at + Facets.SHADE + c] + colors.sun[i] * v[at + Facets.SUN + c]);
    }
  }
}
