package io.camber.sim.sensor.camera;

import io.camber.sim.scene.Surface;
import io.camber.sim.sensor.camera.raster.ViewPose;
import io.camber.truth.Weather;
import java.util.Arrays;

/**
 * The sky of a moment, and the land that lies too far to be drawn: colours by direction, and for the pixels of an image on
 * a grid of every fourth pixel, between which clouds are smooth. Owned by one thread.
 */
final class Sky {
  /** Pixels between points of the grid, in each direction. */
  private static final int STEP_BITS = 2;

  private static final int STEP = 1 << STEP_BITS;

  private static final int CHANNELS = 3;

  private final Lens lens;
  private final int columns;
  private final float[] grid;
  private final boolean[] done;
  private final float[] color = new float[3];
  private final float[] land = new float[3];
  private Light light = Light.of(Weather.CLEAR);

  Sky(Lens lens) {
    this.lens = lens;
    columns = (lens.width() - 1) / STEP + 2;
    int rows = (lens.height() - 1) / STEP + 2;
    grid = new float[3 * columns * rows];
    done = new boolean[columns * rows];
  }

  /** Forgets the last image's sky. */
  void start(Light newest, Haze haze) {
    light = newest;
    Arrays.fill(done, false);
    float veil = haze.farVeil();
    float lit = light.isClear ? 1.7f : 1.4f * light.ambient[1] + light.direct[1] * 0.3f;
    Surface grass = Surface.GRASS;
    land[0] = lit * grass.red() + veil * (light.veil[0] - lit * grass.red());
    land[1] = lit * grass.green() + veil * (light.veil[1] - lit * grass.green());
    land[2] = lit * grass.blue() + veil * (light.veil[2] - lit * grass.blue());
  }

  /** Fills the points of the grid around pixels of a row of the image. */
  void prepare(int row, int from, int to, ViewPose view) {
    int first = from >> STEP_BITS;
    int end = ((to - 1) >> STEP_BITS) + 2;
    int above = row / STEP;
    fill(above, first, end, view);
    fill(above + 1, first, end, view);
  }

  private void fill(int gridRow, int first, int end, ViewPose view) {
    int row = Math.min(lens.height() - 1, gridRow * STEP);
    for (int i = first; i < end; i++) {
      if (done[gridRow * columns + i]) {
        continue;
      }
      done[gridRow * columns + i] = true;
      int pixel = row * lens.width() + Math.min(lens.width() - 1, i * STEP);
      float rx = lens.rayX(pixel);
      float ry = lens.rayY(pixel);
      float rz = lens.rayZ(pixel);
      double scale = 1.0 / Math.sqrt(rz * rz + rx * rx + ry * ry);
      look(
          (float) (scale * (rz * view.forward()[0] + rx * view.right()[0] + ry * view.down()[0])),
          (float) (scale * (rz * view.forward()[1] + rx * view.right()[1] + ry * view.down()[1])),
          (float) (scale * (rz * view.forward()[2] + rx * view.right()[2] + ry * view.down()[2])));
      System.arraycopy(color, 0, grid, 3 * (gridRow * columns + i), 3);
    }
  }

  /**
   * Colours prepared pixels of a row.
   *
   * @param up by pixel, negative where it looks below the horizon: at land
   */
  void fill(int row, int from, int to, float[] up, RowColors out) {
    for (int channel = 0; channel < CHANNELS; channel++) {
      fill(row, from, to, channel, out.channel(channel));
    }
    for (int pixel = from; pixel < to; pixel++) {
      if (up[pixel] < 0.0f) {
        out.red[pixel] = land[0];
        out.green[pixel] = land[1];
        out.blue[pixel] = land[2];
      }
    }
  }

  private void fill(int row, int from, int to, int channel, float[] out) {
    float below = (row - row / STEP * STEP) * (1.0f / STEP);
    int first = CHANNELS * (row / STEP * columns) + channel;
    int at = first + CHANNELS * (from >> STEP_BITS);
    float left = between(at, below);
    for (int i = from & -STEP; i < to; i += STEP) {
      at += CHANNELS;
      float right = between(at, below);
      float step = (1.0f / STEP) * (right - left);
      if (i >= from && i + STEP <= to) {
        out[i] = left;
        out[i + 1] = left + step;
        out[i + 2] = left + 2.0f * step;
        out[i + 3] = left + 3.0f * step;
      } else {
        for (int pixel = Math.max(from, i); pixel < Math.min(to, i + STEP); pixel++) {
          out[pixel] = left + (pixel - i) * step;
        }
      }
      left = right;
    }
  }

  /** Between a point of the grid and the one below it. */
  private float between(int at, float below) {
    return grid[at] + below * (grid[at + CHANNELS * columns] - grid[at]);
  }

  /** Sets the colour of a direction (unit vector, z up). */
  private void look(float dx, float dy, float dz) {
    float up = Math.max(0.0f, dz);
    float blend = 1.0f - (1.0f - up) * (1.0f - up) * (1.0f - up);
    for (int c = 0; c < 3; c++) {
      color[c] = light.horizon[c] + blend * (light.zenith[c] - light.horizon[c]);
    }
    if (dz > 0.02f && light.cloud < 1.0f) {
      float scale = 26.0f / (dz + 0.12f);
      float cloud = Grain.smooth(dx * scale + 40.0f, dy * scale + 90.0f) * 1.1f
          + 0.35f * Grain.smooth(dx * scale * 3.1f, dy * scale * 3.1f);
      float cover =
          Math.max(0.0f, Math.min(1.0f, 2.2f * cloud - 0.1f)) * Math.min(1.0f, 6.0f * dz) * 0.75f;
      cover *= 1.0f - light.cloud;
      float lit = light.isClear ? 1.0f : 1.15f * light.ambient[1] / Sun.AMBIENT[1];
      color[0] += cover * (0.98f * lit - color[0]);
      color[1] += cover * (0.98f * lit - color[1]);
      color[2] += cover * (0.99f * lit - color[2]);
    }
  }
}
