package io.camber.sim.sensor.camera;

import io.camber.sim.scene.Instance;
import io.camber.sim.scene.Mesh;
import io.camber.sim.scene.SceneLabel;
import io.camber.sim.scene.Surface;
import io.camber.sim.sensor.camera.raster.ViewPose;

/**
 * The glare of lit traffic lights: a small spot of the lamp's colour about its middle, so that a lamp narrower than a pixel
 * still shows, as it does on a real sensor.
 */
final class LampHalo {
  private static final Surface[] LAMPS = {Surface.LAMP_RED, Surface.LAMP_YELLOW, Surface.LAMP_GREEN
  };
  private static final float[][] COLORS = {
    {1.5f, 0.02f, 0.01f}, {1.4f, 0.62f, 0.02f}, {0.03f, 1.35f, 0.62f}
  };
  private static final double FAR_M = 160.0;
  /** Spot radius in pixels on top of the lamp's own. */
  private static final double BLOOM_PX = 0.75;

  private final CameraConfig config;
  private final Lens lens;
  private final double[] middle = new double[4];
  private final double[] place = new double[2];

  LampHalo(CameraConfig config, Lens lens) {
    this.config = config;
    this.lens = lens;
  }

  void add(Instance[] instances, ViewPose view, float[] depth, Imager imager) {
    for (Instance instance : instances) {
      for (int lamp = 0; instance.lit() != 0L && lamp < LAMPS.length; lamp++) {
        if ((instance.lit() & LAMPS[lamp].bit()) != 0L
            && LAMPS[lamp].label() == SceneLabel.SIGNAL) {
          spot(instance, lamp, view, depth, imager);
        }
      }
    }
  }

  private void spot(Instance instance, int lamp, ViewPose view, float[] depth, Imager imager) {
    if (!findMiddle(instance.mesh(), LAMPS[lamp])) {
      return;
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
    double ahead = dot(view.forward(), p);
    double right = dot(view.right(), p);
    double down = dot(view.down(), p);
    double z = lens.depthOf(right, down, ahead);
    // Lamps shine along the head's own x axis.
    double facing =
        -(instance.rotation(0) * p[0] + instance.rotation(3) * p[1] + instance.rotation(6) * p[2]);
    if (z < 2.0 || z > FAR_M || facing < 0.3 * z || !lens.project(right, down, ahead, place)) {
      return;
    }
    paint(
        place[0],
        place[1],
        (float) z,
        middle[3] * config.focalPx() / z + BLOOM_PX,
        COLORS[lamp],
        depth,
        imager);
  }

  private static double dot(double[] axis, double[] p) {
    return axis[0] * p[0] + axis[1] * p[1] + axis[2] * p[2];
  }

  /** Middle and radius of the triangles of one lamp in the mesh's frame; false when the mesh has none. */
  private boolean findMiddle(Mesh mesh, Surface lamp) {
    float[] low = {Float.MAX_VALUE, Float.MAX_VALUE, Float.MAX_VALUE};
    float[] high = {-Float.MAX_VALUE, -Float.MAX_VALUE, -Float.MAX_VALUE};
    boolean found = false;
    for (int t = 0; t < mesh.triangleCount(); t++) {
      if (mesh.surfaces()[t] == lamp.index()) {
        found = true;
        for (int k = 0; k < 3; k++) {
          int at = 3 * mesh.corners()[3 * t + k];
          for (int axis = 0; axis < 3; axis++) {
            low[axis] = Math.min(low[axis], mesh.vertices()[at + axis]);
            high[axis] = Math.max(high[axis], mesh.vertices()[at + axis]);
          }
        }
      }
    }
    for (int axis = 0; axis < 3; axis++) {
      middle[axis] = 0.5 * (low[axis] + high[axis]);
    }
    middle[3] = 0.5 * (high[2] - low[2]);
    return found;
  }

  private void paint(
      double u, double v, float z, double radius, float[] color, float[] depth, Imager imager) {
    int left = (int) Math.floor(u - radius);
    int top = (int) Math.floor(v - radius);
    for (int row = top; row <= v + radius; row++) {
      for (int column = left; column <= u + radius; column++) {
        if (row < 0 || column < 0 || row >= config.height() || column >= config.width()) {
          continue;
        }
        int pixel = row * config.width() + column;
        double dx = column + 0.5 - u;
        double dy = row + 0.5 - v;
        float share = (float) (1.0 - (dx * dx + dy * dy) / (radius * radius));
        if (share > 0.0f && depth[pixel] > z - 1.0f) {
          imager.add(pixel, share * color[0], share * color[1], share * color[2]);
        }
      }
    }
  }
}
