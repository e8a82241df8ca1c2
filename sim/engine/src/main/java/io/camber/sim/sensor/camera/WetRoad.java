package io.camber.sim.sensor.camera;

import io.camber.sim.scene.SceneLabel;
import io.camber.sim.sensor.camera.raster.ViewPose;
import java.util.Arrays;

/**
 * Mirror images on a wet road: follows the reflected ray of each road pixel through the image's own depths, and takes the sky
 * where it meets nothing. Share of reflected light by Schlick's approximation for water; ripples break the mirror.
 */
final class WetRoad {
  private static final float FAR_M = 70.0f;
  private static final int STEPS = 16;
  private static final double FIRST_M = 0.5;
  private static final double GROWTH = 1.32;
  /** A reflected ray that passes this far behind a surface has missed it. */
  private static final double THICKNESS_M = 2.5;

  private static final double WATER = 0.02;

  private final CameraConfig config;
  private final Lens lens;
  private final float[] mirrored = new float[3];
  private final double[] place = new double[2];
  private float[] wet = new float[0];

  WetRoad(CameraConfig config, Lens lens) {
    this.config = config;
    this.lens = lens;
  }

  void add(ViewPose view, Light light, float[] depth, byte[] classes, Imager imager) {
    int road = SceneLabel.ROAD.index();
    int marking = SceneLabel.MARKING.index();
    if (wet.length == 0) {
      wet = new float[3 * depth.length];
    }
    Arrays.fill(wet, 0.0f);
    for (int pixel = 0; pixel < depth.length; pixel++) {
      boolean isRoad = classes[pixel] == road || classes[pixel] == marking;
      if (isRoad && depth[pixel] < FAR_M) {
        float share = reflect(pixel, view, light, depth, imager);
        for (int c = 0; c < 3; c++) {
          wet[3 * pixel + c] = share * (mirrored[c] - 0.3f * imager.get(pixel, c));
        }
      }
    }
    for (int pixel = 0; pixel < depth.length; pixel++) {
      int at = 3 * pixel;
      if (wet[at] != 0.0f || wet[at + 1] != 0.0f || wet[at + 2] != 0.0f) {
        imager.add(pixel, wet[at], wet[at + 1], wet[at + 2]);
      }
    }
  }

  /** Sets the mirrored colour of a road pixel and returns its share. */
  private float reflect(int pixel, ViewPose view, Light light, float[] depth, Imager imager) {
    float rx = lens.rayX(pixel);
    float ry = lens.rayY(pixel);
    float rz = lens.rayZ(pixel);
    double dx = rz * view.forward()[0] + rx * view.right()[0] + ry * view.down()[0];
    double dy = rz * view.forward()[1] + rx * view.right()[1] + ry * view.down()[1];
    double dz = rz * view.forward()[2] + rx * view.right()[2] + ry * view.down()[2];
    double length = Math.sqrt(dx * dx + dy * dy + dz * dz);
    double z = depth[pixel] / lens.depthOf(rx, ry, rz);
    double px = view.x() + z * dx;
    double py = view.y() + z * dy;
    float puddle = 0.55f + 0.9f * Grain.smooth(0.45f * (float) px, 0.45f * (float) py);
    float ripple = 0.02f * Grain.at(9.0f * (float) px, 9.0f * (float) py);
    double mx = dx / length + ripple;
    double my = dy / length - ripple;
    double mz = Math.max(0.02, -dz / length);
    double grazing = 1.0 - Math.max(0.0, -dz / length);
    double power = grazing * grazing;
    power = power * power * grazing;
    float share = light.wetness
        * Math.max(0.12f, Math.min(1.0f, puddle))
        * (float) (WATER + (1.0 - WATER) * power);
    if (!meets(z * rx, z * ry, z * rz, mx, my, mz, view, depth, imager)) {
      float up = (float) Math.min(1.0, mz * 1.5);
      for (int c = 0; c < 3; c++) {
        mirrored[c] = light.horizon[c] + up * (light.zenith[c] - light.horizon[c]);
      }
    }
    return share;
  }

  /** Follows the reflected ray in the camera's frame; true with the colour set where it meets something. */
  private boolean meets(
      double right0,
      double down0,
      double ahead0,
      double mx,
      double my,
      double mz,
      ViewPose view,
      float[] depth,
      Imager imager) {
    double stepRight = dot(view.right(), mx, my, mz);
    double stepDown = dot(view.down(), mx, my, mz);
    double stepAhead = dot(view.forward(), mx, my, mz);
    double way = FIRST_M;
    for (int step = 0; step < STEPS; step++) {
      double right = right0 + way * stepRight;
      double down = down0 + way * stepDown;
      double ahead = ahead0 + way * stepAhead;
      double far = lens.depthOf(right, down, ahead);
      if (far < 0.3 || !lens.project(right, down, ahead, place)) {
        return false;
      }
      int column = (int) place[0];
      int row = (int) place[1];
      if (column < 0 || row < 0 || column >= config.width() || row >= config.height()) {
        return false;
      }
      int pixel = row * config.width() + column;
      double behind = far - depth[pixel];
      if (behind > 0.0 && behind < THICKNESS_M + 0.25 * way) {
        for (int c = 0; c < 3; c++) {
          mirrored[c] = imager.get(pixel, c);
        }
        return true;
      }
      way *= GROWTH;
    }
    return false;
  }

  private static double dot(double[] axis, double x, double y, double z) {
    return axis[0] * x + axis[1] * y + axis[2] * z;
  }
}
