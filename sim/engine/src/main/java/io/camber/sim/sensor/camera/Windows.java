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

  private final RowPlaces places;
  private final RowColors colors;

  Windows(RowPlaces places, RowColors colors) {
    this.places = places;
    this.colors = colors;
  }

  /** Paints them over a run of a wall whose values are those of {@link Facets}. */
  void paint(int from, int to, float[] v, int at, ViewPose view, Light light) {
    boolean alongY = Math.abs(v[at + Facets.NORMAL]) > Math.abs(v[at + Facets.NORMAL + 1]);
    float origin = (float) ((alongY ? view.y() : view.x()) / BAY_M);
    float ground = (float) (view.z() / STOREY_M);
    float[] across = alongY ? places.y : places.x;
    // A room with the lamp on is brighter than what little light falls on the wall.
    float room = 0.25f / Math.max(0.02f, light.ambient[1]);
    for (int i = from; i < to; i++) {
      float along = origin + places.depth[i] * across[i] * (1.0f / BAY_M);
      float up = ground + places.depth[i] * places.z[i] * (1.0f / STOREY_M);
      int bayNumber = Floats.floor(along);
      int storeyNumber = Floats.floor(up);
      float bay = along - bayNumber;
      float storey = up - storeyNumber;
      if (bay > 0.28f && bay < 0.72f && storey > 0.32f && storey < 0.80f) {
        boolean isOn = light.night > 0.5f && Hash.lattice(bayNumber, storeyNumber) < 0.3f;
        pane(i, v, at, isOn ? room : 0.0f);
      }
    }
  }

  private void pane(int i, float[] v, int at, float room) {
    for (int c = 0; c < PANE.length; c++) {
      float albedo = room > 0.0f ? room * LAMPLIT[c] : PANE[c];
      colors.channel(c)[i] =
          albedo * (v[at + Facets.SHADE + c] + colors.sun[i] * v[at + Facets.SUN + c]);
    }
  }
}
