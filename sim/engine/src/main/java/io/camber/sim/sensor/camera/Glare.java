package io.camber.sim.sensor.camera;

import io.camber.geometry.Vec3;
import io.camber.sim.scene.Instance;
import io.camber.sim.scene.Mesh;
import io.camber.sim.scene.Surface;
import io.camber.sim.sensor.camera.raster.ViewPose;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Light that the lens scatters about bright points: lamps of vehicles and streets in the dark, and the low sun with its disc,
 * veil and ghosts.
 */
final class Glare {
  private static final Surface[] LAMPS = {
    Surface.HEADLAMP, Surface.TAILLAMP, Surface.INDICATOR_LEFT, Surface.INDICATOR_RIGHT
  };
  private static final float[][] COLORS = {
    {1.0f, 0.97f, 0.9f}, {1.0f, 0.03f, 0.02f}, {1.0f, 0.5f, 0.02f}, {1.0f, 0.5f, 0.02f}
  };
  private static final float[] STRENGTH = {2.6f, 0.5f, 0.7f, 0.7f};
  private static final float[] STREET = {1.0f, 0.74f, 0.42f};
  private static final double FAR_M = 160.0;
  /** The sun above this does not dazzle a camera that looks ahead. */
  private static final double LOW_SUN = 0.5;

  private static final double SUN_RADIUS = 0.0047;

  private final CameraConfig config;
  private final Lens lens;
  private final Map<Mesh, double[][]> places = new HashMap<>();
  private final double[] place = new double[2];

  Glare(CameraConfig config, Lens lens) {
    this.config = config;
    this.lens = lens;
  }

  /** Adds the glare of lamps in the dark. */
  void lamps(
      Instance[] instances,
      List<Vec3> street,
      ViewPose view,
      Light light,
      float[] depth,
      Imager imager) {
    for (Instance instance : instances) {
      for (int lamp = 0; instance.lit() != 0L && lamp < LAMPS.length; lamp++) {
        if ((instance.lit() & LAMPS[lamp].bit()) != 0L && instance.label().isPresent()) {
          vehicle(instance, lamp, view, light, depth, imager);
        }
      }
    }
    for (Vec3 lamp : street) {
      double[] p = {lamp.x() - view.x(), lamp.y() - view.y(), lamp.z() - view.z()};
      spot(p, STREET, 0.7f * light.night, 0.18, view, light, depth, imager);
    }
  }

  private void vehicle(
      Instance instance, int lamp, ViewPose view, Light light, float[] depth, Imager imager) {
    double[][] middles = places.computeIfAbsent(instance.mesh(), Glare::find);
    for (int side = 0; side < 2; side++) {
      double[] middle = middles[2 * lamp + side];
      if (middle.length == 0) {
        continue;
      }
      double[] p = new double[3];
      for (int axis = 0; axis < 3; axis++) {
        p[axis] = instance.rotation(3 * axis) * middle[0]
            + instance.rotation(3 * axis + 1) * middle[1]
            + instance.rotation(3 * axis + 2) * middle[2];
      }
      p[0] += instance.x() - view.x();
      p[1] += instance.y() - view.y();
      p[2] += instance.z() - view.z();
      double distance = Math.sqrt(p[0] * p[0] + p[1] * p[1] + p[2] * p[2]);
      double outward = middle[0] > 0.0 ? 1.0 : -1.0;
      double facing = -outward
          * (instance.rotation(0) * p[0]
              + instance.rotation(3) * p[1]
              + instance.rotation(6) * p[2])
          / distance;
      if (facing > 0.1) {
        float strength = (float) (STRENGTH[lamp] * facing * light.night);
        spot(p, COLORS[lamp], strength, 0.08, view, light, depth, imager);
      }
    }
  }

  /** Middles of each lamp on the left and on the right of a mesh; empty where it has none. */
  private static double[][] find(Mesh mesh) {
    double[][] middles = new double[2 * LAMPS.length][];
    for (int lamp = 0; lamp < LAMPS.length; lamp++) {
      for (int side = 0; side < 2; side++) {
        middles[2 * lamp + side] = middle(mesh, LAMPS[lamp], side == 0 ? 1.0f : -1.0f);
      }
    }
    return middles;
  }

  private static double[] middle(Mesh mesh, Surface lamp, float side) {
    double[] sum = new double[3];
    int count = 0;
    for (int t = 0; t < mesh.triangleCount(); t++) {
      if (mesh.surfaces()[t] != lamp.index()) {
        continue;
      }
      for (int k = 0; k < 3; k++) {
        int at = 3 * mesh.corners()[3 * t + k];
        if (side * mesh.vertices()[at + 1] >= 0.0f) {
          for (int axis = 0; axis < 3; axis++) {
            sum[axis] += mesh.vertices()[at + axis];
          }
          count++;
        }
      }
    }
    return count == 0
        ? new double[0]
        : new double[] {sum[0] / count, sum[1] / count, sum[2] / count};
  }

  /** A core of the lamp's size and a halo that falls off with the square of the distance from it. */
  private void spot(
      double[] p,
      float[] color,
      float strength,
      double radiusM,
      ViewPose view,
      Light light,
      float[] depth,
      Imager imager) {
    double ahead = dot(view.forward(), p);
    double right = dot(view.right(), p);
    double down = dot(view.down(), p);
    double z = lens.depthOf(right, down, ahead);
    if (z < 1.0 || z > FAR_M || strength < 0.01f || !lens.project(right, down, ahead, place)) {
      return;
    }
    double u = place[0];
    double v = place[1];
    double core = Math.max(0.6, radiusM * config.focalPx() / z);
    double through = StrictMath.exp(-z / light.hazeM);
    double halo = core * (3.0 + 4.0 * (1.0 / light.hazeM) / (1.0 / light.hazeM + 0.01));
    float bright = (float) (strength * through * (0.5 + 8.0 / (z + 8.0)));
    int bottom = (int) Math.min(config.height() - 1, v + halo);
    int last = (int) Math.min(config.width() - 1, u + halo);
    for (int row = (int) Math.max(0, v - halo); row <= bottom; row++) {
      for (int column = (int) Math.max(0, u - halo); column <= last; column++) {
        int pixel = row * config.width() + column;
        double dx = column + 0.5 - u;
        double dy = row + 0.5 - v;
        double r2 = (dx * dx + dy * dy) / (core * core);
        double rim = 1.0 - Math.sqrt(dx * dx + dy * dy) / halo;
        if (rim > 0.0 && depth[pixel] > z - 0.8) {
          float share = bright * (float) (rim / (1.0 + 1.5 * r2));
          imager.add(pixel, share * color[0], share * color[1], share * color[2]);
        }
      }
    }
  }

  private static double dot(double[] axis, double[] p) {
    return axis[0] * p[0] + axis[1] * p[1] + axis[2] * p[2];
  }

  /** Adds the low sun, when the camera looks towards it. */
  void sun(ViewPose view, Light light, float[] depth, Imager imager) {
    double[] s = {light.x, light.y, light.z};
    double z = dot(view.forward(), s);
    if (light.isClear || !lens.isFlat() || light.z > LOW_SUN || light.z < -0.01 || z < 0.15) {
      return;
    }
    double sx = dot(view.right(), s) / z;
    double sy = dot(view.down(), s) / z;
    float open = visible(sx, sy, depth) * (1.0f - light.cloud);
    if (open <= 0.0f) {
      return;
    }
    float power = open * mean(light.direct);
    for (int pixel = 0; pixel < depth.length; pixel++) {
      double dx = lens.rayX(pixel) - sx;
      double dy = lens.rayY(pixel) - sy;
      double r2 = dx * dx + dy * dy;
      // Disc, aureole, and the veil of scattered light in eyes and lenses (Stiles-Holladay: inverse
      // square).
      double disc =
          Double.isInfinite(depth[pixel]) && r2 < SUN_RADIUS * SUN_RADIUS * 6.0 ? 30.0 : 0.0;
      double glow = disc + 0.006 / (r2 + 0.0025) + 0.05 / (1.0 + 6.0 * r2);
      glow += ghost(lens.rayX(pixel) + 0.55 * sx, lens.rayY(pixel) + 0.55 * sy, 0.05)
          + ghost(lens.rayX(pixel) + 0.25 * sx, lens.rayY(pixel) + 0.25 * sy, 0.022)
          + ghost(lens.rayX(pixel) - 0.4 * sx, lens.rayY(pixel) - 0.4 * sy, 0.03);
      float added = power * (float) glow;
      imager.add(
          pixel,
          added,
          added * light.direct[1] / light.direct[0],
          added * 0.8f * light.direct[2] / light.direct[0]);
    }
  }

  private static double ghost(double x, double y, double radius) {
    double r2 = (x * x + y * y) / (radius * radius);
    return r2 < 1.0 ? 0.035 * (0.4 + 0.6 * r2) : 0.0;
  }

  private static float mean(float[] color) {
    return (color[0] + color[1] + color[2]) / 3.0f;
  }

  /** Share of the sun's disc that nothing hides; 1 beyond the image's rim. */
  private float visible(double sx, double sy, float[] depth) {
    double u = config.width() / 2.0 + config.focalPx() * sx;
    double v = config.height() / 2.0 + config.focalPx() * sy;
    int seen = 0;
    int open = 0;
    for (int row = (int) v - 3; row <= v + 3; row++) {
      for (int column = (int) u - 3; column <= u + 3; column++) {
        if (row >= 0 && column >= 0 && row < config.height() && column < config.width()) {
          seen++;
          open += Float.isInfinite(depth[row * config.width() + column]) ? 1 : 0;
        }
      }
    }
    return seen == 0 ? 1.0f : (float) open / seen;
  }
}
