package io.camber.sim.sensor.camera;

import io.camber.sim.scene.Instance;
import io.camber.sim.scene.Mesh;
import io.camber.sim.scene.SceneLabel;
import io.camber.sim.scene.Surface;
import io.camber.truth.Weather;
import java.util.Arrays;

/**
 * What the sun sees of a square of the world, drawn along its direction: a point that lies deeper than the map says is in
 * the shade. Ground casts no shadow. Reused from image to image; owned by one thread.
 */
final class ShadowMap {
  private static final int SIZE = 640;
  private static final float HALF_M = 56.0f;
  private static final float TEXELS_PER_M = SIZE / (2.0f * HALF_M);
  private static final float BIAS_M = 0.12f;
  /** Below this height of the sun shadows are longer than the map. */
  private static final double LOWEST = 0.03;

  private final float[] height = new float[SIZE * SIZE];
  private final double[] across = new double[3];
  private final double[] along = new double[3];
  private final boolean[] casts;
  private float[] light = new float[3 * 4096];
  private Light sun = Light.of(Weather.CLEAR);
  private boolean shines = true;
  private double originX;
  private double originY;
  private double originZ;

  ShadowMap() {
    Surface[] surfaces = Surface.values();
    casts = new boolean[surfaces.length];
    for (Surface surface : surfaces) {
      SceneLabel label = surface.label();
      casts[surface.index()] =
          label != SceneLabel.ROAD && label != SceneLabel.MARKING && label != SceneLabel.TERRAIN;
    }
  }

  /** Empties the map and lays it around a place under a light. */
  void start(Light light, double x, double y, double z) {
    sun = light;
    shines = light.z > LOWEST && light.direct[0] > 0.05f;
    double flat = Math.sqrt(sun.x * sun.x + sun.y * sun.y);
    across[0] = -sun.y / flat;
    across[1] = sun.x / flat;
    along[0] = sun.y * across[2] - sun.z * across[1];
    along[1] = sun.z * across[0] - sun.x * across[2];
    along[2] = sun.x * across[1] - sun.y * across[0];
    originX = x;
    originY = y;
    originZ = z;
    Arrays.fill(height, Float.NEGATIVE_INFINITY);
  }

  void draw(Instance instance) {
    Mesh mesh = instance.mesh();
    if (!shines || mesh.isGround() || isOutside(instance)) {
      return;
    }
    transform(instance);
    int[] corners = mesh.corners();
    byte[] surfaces = mesh.surfaces();
    for (int t = 0; t < surfaces.length; t++) {
      if (casts[surfaces[t]]) {
        fill(3 * corners[3 * t], 3 * corners[3 * t + 1], 3 * corners[3 * t + 2]);
      }
    }
  }

  /** Share of the sun's light that reaches a point of the map frame, 0 to 1. */
  float light(double x, double y, double z) {
    if (!shines) {
      return 1.0f;
    }
    double dx = x - originX;
    double dy = y - originY;
    double dz = z - originZ;
    float a = (float) (across[0] * dx + across[1] * dy + across[2] * dz) * TEXELS_PER_M
        + SIZE / 2.0f
        - 0.5f;
    float b =
        (float) (along[0] * dx + along[1] * dy + along[2] * dz) * TEXELS_PER_M + SIZE / 2.0f - 0.5f;
    if (!(a >= 0.0f && b >= 0.0f && a < SIZE - 1 && b < SIZE - 1)) {
      return 1.0f;
    }
    float depth = (float) (sun.x * dx + sun.y * dy + sun.z * dz) + BIAS_M;
    int ia = (int) a;
    int ib = (int) b;
    float fa = a - ia;
    float fb = b - ib;
    int at = ib * SIZE + ia;
    float low = (height[at] > depth ? 0.0f : 1.0f - fa) + (height[at + 1] > depth ? 0.0f : fa);
    float high = (height[at + SIZE] > depth ? 0.0f : 1.0f - fa)
        + (height[at + SIZE + 1] > depth ? 0.0f : fa);
    return low + fb * (high - low);
  }

  private boolean isOutside(Instance instance) {
    double cx = instance.mesh().bounds().centerX();
    double cy = instance.mesh().bounds().centerY();
    double dx = instance.x() + instance.rotation(0) * cx + instance.rotation(1) * cy - originX;
    double dy = instance.y() + instance.rotation(3) * cx + instance.rotation(4) * cy - originY;
    double reach = 1.5 * HALF_M + instance.mesh().bounds().radius();
    return dx * dx + dy * dy > reach * reach;
  }

  private void transform(Instance instance) {
    float[] v = instance.mesh().vertices();
    if (light.length < v.length) {
      light = new float[v.length];
    }
    double[][] axes = {across, along, {sun.x, sun.y, sun.z}};
    for (int axis = 0; axis < 3; axis++) {
      double[] to = axes[axis];
      float scale = axis < 2 ? TEXELS_PER_M : 1.0f;
      float shift = axis < 2 ? SIZE / 2.0f : 0.0f;
      float m0 = scale
          * (float) (to[0] * instance.rotation(0)
              + to[1] * instance.rotation(3)
              + to[2] * instance.rotation(6));
      float m1 = scale
          * (float) (to[0] * instance.rotation(1)
              + to[1] * instance.rotation(4)
              + to[2] * instance.rotation(7));
      float m2 = scale
          * (float) (to[0] * instance.rotation(2)
              + to[1] * instance.rotation(5)
              + to[2] * instance.rotation(8));
      float offset = shift
          + scale
              * (float) (to[0] * (instance.x() - originX)
                  + to[1] * (instance.y() - originY)
                  + to[2] * (instance.z() - originZ));
      for (int i = 0; i < v.length; i += 3) {
        light[i + axis] = m0 * v[i] + m1 * v[i + 1] + m2 * v[i + 2] + offset;
      }
    }
  }

  /** Half-space fill: casters are small triangles. */
  private void fill(int a, int b, int c) {
    float ax = light[a];
    float ay = light[a + 1];
    float bx = light[b];
    float by = light[b + 1];
    float cx = light[c];
    float cy = light[c + 1];
    int left = (int) Math.max(0.0f, Math.min(ax, Math.min(bx, cx)));
    int right = (int) Math.min(SIZE - 1.0f, Math.max(ax, Math.max(bx, cx)));
    int low = (int) Math.max(0.0f, Math.min(ay, Math.min(by, cy)));
    int high = (int) Math.min(SIZE - 1.0f, Math.max(ay, Math.max(by, cy)));
    float area = (bx - ax) * (cy - ay) - (by - ay) * (cx - ax);
    if (left > right || low > high || area == 0.0f) {
      return;
    }
    float inverse = 1.0f / area;
    for (int row = low; row <= high; row++) {
      float y = row + 0.5f;
      for (int column = left; column <= right; column++) {
        float x = column + 0.5f;
        float wb = ((x - ax) * (cy - ay) - (y - ay) * (cx - ax)) * inverse;
        float wc = ((bx - ax) * (y - ay) - (by - ay) * (x - ax)) * inverse;
        if (wb >= 0.0f && wc >= 0.0f && wb + wc <= 1.0f) {
          float z = light[a + 2]
              + wb * (light[b + 2] - light[a + 2])
              + wc * (light[c + 2] - light[a + 2]);
          height[row * SIZE + column] = Math.max(height[row * SIZE + column], z);
        }
      }
    }
  }
}
