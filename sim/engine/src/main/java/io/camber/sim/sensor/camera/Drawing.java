package io.camber.sim.sensor.camera;

import io.camber.sim.scene.Instance;
import io.camber.sim.scene.Mesh;
import io.camber.sim.scene.SceneLabel;
import io.camber.sim.scene.Surface;
import java.util.Arrays;

/**
 * Depth-buffered drawing of triangles seen through a pinhole: nearest triangle and inverse depth of each pixel. Colour comes
 * later, once for each pixel ({@link Shading}). Buffers are reused from image to image; owned by one thread.
 */
final class Drawing {
  private static final float NEAR_M = 0.15f;
  /** Paint lies on the road: it wins against asphalt that other chords lift by a centimetre. */
  private static final float MARKING_LIFT = 1.008f;

  private static final Surface[] SURFACES = Surface.values();
  private static final boolean[] CLOSED = new boolean[SURFACES.length];
  private static final boolean[] MARKING = new boolean[SURFACES.length];

  static {
    for (Surface surface : SURFACES) {
      CLOSED[surface.index()] = isClosed(surface.label());
      MARKING[surface.index()] = surface.label() == SceneLabel.MARKING;
    }
  }

  /** Kinds whose meshes are closed skins: their backs are never seen. */
  private static boolean isClosed(SceneLabel label) {
    return switch (label) {
      case CAR, TRUCK, BUS, MOTORCYCLE, BICYCLE, PEDESTRIAN, VEGETATION, POLE -> true;
      case SKY, ROAD, MARKING, TERRAIN, BUILDING, SIGN, SIGNAL, BARRIER, OBSTACLE -> false;
    };
  }

  private final int width;
  private final int height;
  private final float focalPx;
  private final float centerX;
  private final float centerY;
  private final float[] inverseDepth;
  private final int[] triangle;

  private float[] camera = new float[3 * 4096];
  private float[] screen = new float[3 * 4096];
  private int drawnCount;
  /** Instance in the upper 24 bits, surface in the lower 8. */
  private int[] drawn = new int[8192];

  private float[] drawnNormal = new float[3 * 8192];
  private final float[] normal = new float[3];
  private final double[] corner = new double[12];

  Drawing(Lens lens) {
    width = lens.drawingWidth();
    height = lens.drawingHeight();
    focalPx = lens.focalPx();
    centerX = width / 2.0f;
    centerY = height / 2.0f;
    inverseDepth = new float[width * height];
    triangle = new int[width * height];
  }

  void clear() {
    Arrays.fill(inverseDepth, 0.0f);
    Arrays.fill(triangle, -1);
    drawnCount = 0;
  }

  /** 0 where only the sky is. */
  float inverseDepth(int pixel) {
    return inverseDepth[pixel];
  }

  /** Number of the drawn triangle at a pixel, -1 for the sky. */
  int triangle(int pixel) {
    return triangle[pixel];
  }

  Surface surface(int number) {
    return SURFACES[drawn[number] & 0xff];
  }

  int instance(int number) {
    return drawn[number] >>> 8;
  }

  /** Component of a drawn triangle's unit normal in the map frame, turned towards the camera. */
  float normal(int number, int axis) {
    return drawnNormal[3 * number + axis];
  }

  /** Draws one instance, which later answers to {@code number}. */
  void draw(Instance instance, int number, ViewPose view) {
    Mesh mesh = instance.mesh();
    if (isOutside(instance, view)) {
      return;
    }
    transform(instance, view);
    int[] corners = mesh.corners();
    byte[] surfaces = mesh.surfaces();
    for (int t = 0; t < surfaces.length; t++) {
      int a = 3 * corners[3 * t];
      int b = 3 * corners[3 * t + 1];
      int c = 3 * corners[3 * t + 2];
      if (!isVisible(a, b, c)) {
        continue;
      }
      boolean whole = camera[a + 2] >= NEAR_M && camera[b + 2] >= NEAR_M && camera[c + 2] >= NEAR_M;
      if (whole && missesAllPixels(a, b, c)) {
        continue;
      }
      double offset = plane(a, b, c);
      if (offset == 0.0 || (offset > 0.0 && CLOSED[surfaces[t]])) {
        continue;
      }
      remember(instance, number, t, surfaces[t], offset > 0.0 ? -1.0f : 1.0f);
      settle(offset, MARKING[surfaces[t]] ? MARKING_LIFT : 1.0f);
      if (whole) {
        corner(0, a);
        corner(1, b);
        corner(2, c);
        fill(0, 1, 2);
      } else {
        clipAndFill(a, b, c);
      }
    }
  }

  private void corner(int at, int vertex) {
    corner[3 * at] = screen[vertex];
    corner[3 * at + 1] = screen[vertex + 1];
  }

  /** True when no middle of a pixel lies in the bounding rectangle, as for most of a distant tree. */
  private boolean missesAllPixels(int a, int b, int c) {
    float left = Math.min(screen[a], Math.min(screen[b], screen[c])) - 0.5f;
    float right = Math.max(screen[a], Math.max(screen[b], screen[c])) - 0.5f;
    float top = Math.min(screen[a + 1], Math.min(screen[b + 1], screen[c + 1])) - 0.5f;
    float bottom = Math.max(screen[a + 1], Math.max(screen[b + 1], screen[c + 1])) - 0.5f;
    // In front of the image's left or upper edge the truncation only keeps too much.
    return (left > 0.0f && (int) left == (int) right) || (top > 0.0f && (int) top == (int) bottom);
  }

  /** True when the bounding sphere lies outside the viewing pyramid. */
  private boolean isOutside(Instance instance, ViewPose view) {
    float cx = instance.mesh().bounds().centerX();
    float cy = instance.mesh().bounds().centerY();
    float cz = instance.mesh().bounds().centerZ();
    double dx = instance.x() - view.x;
    double dy = instance.y() - view.y;
    double dz = instance.z() - view.z;
    double mx =
        dx + instance.rotation(0) * cx + instance.rotation(1) * cy + instance.rotation(2) * cz;
    double my =
        dy + instance.rotation(3) * cx + instance.rotation(4) * cy + instance.rotation(5) * cz;
    double mz =
        dz + instance.rotation(6) * cx + instance.rotation(7) * cy + instance.rotation(8) * cz;
    double radius = instance.mesh().bounds().radius();
    double depth = dot(view.forward, mx, my, mz);
    if (depth < -radius) {
      return true;
    }
    double slopeX = centerX / focalPx;
    double slopeY = centerY / focalPx;
    return Math.abs(dot(view.right, mx, my, mz)) - slopeX * depth
            > radius * Math.sqrt(1.0 + slopeX * slopeX)
        || Math.abs(dot(view.down, mx, my, mz)) - slopeY * depth
            > radius * Math.sqrt(1.0 + slopeY * slopeY);
  }

  private static double dot(double[] axis, double x, double y, double z) {
    return axis[0] * x + axis[1] * y + axis[2] * z;
  }

  /** Vertices into the optical frame: x right, y down, z forward. */
  private void transform(Instance instance, ViewPose view) {
    Mesh mesh = instance.mesh();
    float[] v = mesh.vertices();
    if (camera.length < v.length) {
      camera = new float[v.length];
      screen = new float[v.length];
    }
    double[][] axes = {view.right, view.down, view.forward};
    for (int axis = 0; axis < 3; axis++) {
      double[] to = axes[axis];
      float m0 = (float) (to[0] * instance.rotation(0)
          + to[1] * instance.rotation(3)
          + to[2] * instance.rotation(6));
      float m1 = (float) (to[0] * instance.rotation(1)
          + to[1] * instance.rotation(4)
          + to[2] * instance.rotation(7));
      float m2 = (float) (to[0] * instance.rotation(2)
          + to[1] * instance.rotation(5)
          + to[2] * instance.rotation(8));
      float shift =
          (float) dot(to, instance.x() - view.x, instance.y() - view.y, instance.z() - view.z);
      for (int i = 0; i < v.length; i += 3) {
        camera[i + axis] = m0 * v[i] + m1 * v[i + 1] + m2 * v[i + 2] + shift;
      }
    }
    for (int i = 0; i < v.length; i += 3) {
      float scale = focalPx / camera[i + 2];
      screen[i] = centerX + scale * camera[i];
      screen[i + 1] = centerY + scale * camera[i + 1];
    }
  }

  private boolean isVisible(int a, int b, int c) {
    float za = camera[a + 2];
    float zb = camera[b + 2];
    float zc = camera[c + 2];
    if (za < NEAR_M && zb < NEAR_M && zc < NEAR_M) {
      return false;
    }
    float sx = centerX / focalPx;
    float sy = centerY / focalPx;
    float xa = camera[a];
    float xb = camera[b];
    float xc = camera[c];
    float ya = camera[a + 1];
    float yb = camera[b + 1];
    float yc = camera[c + 1];
    return !(xa > sx * za && xb > sx * zb && xc > sx * zc)
        && !(xa < -sx * za && xb < -sx * zb && xc < -sx * zc)
        && !(ya > sy * za && yb > sy * zb && yc > sy * zc)
        && !(ya < -sy * za && yb < -sy * zb && yc < -sy * zc);
  }

  private void remember(Instance instance, int number, int t, byte surface, float side) {
    if (drawnCount == drawn.length) {
      drawn = Arrays.copyOf(drawn, drawnCount * 2);
      drawnNormal = Arrays.copyOf(drawnNormal, drawnCount * 6);
    }
    drawn[drawnCount] = number << 8 | surface;
    instance.mesh().normal(t, normal);
    float length =
        (float) Math.sqrt(normal[0] * normal[0] + normal[1] * normal[1] + normal[2] * normal[2]);
    float scale = length > 0.0f ? side / length : 0.0f;
    for (int axis = 0; axis < 3; axis++) {
      drawnNormal[3 * drawnCount + axis] = scale
          * (float) (instance.rotation(3 * axis) * normal[0]
              + instance.rotation(3 * axis + 1) * normal[1]
              + instance.rotation(3 * axis + 2) * normal[2]);
    }
    drawnCount++;
  }

  /** Cuts a triangle at the near plane and fills what is left. */
  private void clipAndFill(int a, int b, int c) {
    int count = 0;
    int[] ring = {a, b, c};
    for (int i = 0; i < 3; i++) {
      int from = ring[i];
      int to = ring[(i + 1) % 3];
      boolean fromIn = camera[from + 2] >= NEAR_M;
      if (fromIn) {
        corner[3 * count] = camera[from];
        corner[3 * count + 1] = camera[from + 1];
        corner[3 * count + 2] = camera[from + 2];
        count++;
      }
      if (fromIn != camera[to + 2] >= NEAR_M) {
        double f = (NEAR_M - camera[from + 2]) / (double) (camera[to + 2] - camera[from + 2]);
        corner[3 * count] = camera[from] + f * (camera[to] - camera[from]);
        corner[3 * count + 1] = camera[from + 1] + f * (camera[to + 1] - camera[from + 1]);
        corner[3 * count + 2] = NEAR_M;
        count++;
      }
    }
    for (int i = 0; i < count; i++) {
      double scale = focalPx / corner[3 * i + 2];
      corner[3 * i] = centerX + scale * corner[3 * i];
      corner[3 * i + 1] = centerY + scale * corner[3 * i + 1];
    }
    fill(0, 1, 2);
    if (count == 4) {
      fill(0, 2, 3);
    }
  }

  private double slopeX;
  private double slopeY;
  private double constant;

  /** Sets the plane's normal n in the camera's frame and returns n . v: negative when the front faces the camera. */
  private double plane(int a, int b, int c) {
    double ux = camera[b] - (double) camera[a];
    double uy = camera[b + 1] - (double) camera[a + 1];
    double uz = camera[b + 2] - (double) camera[a + 2];
    double vx = camera[c] - (double) camera[a];
    double vy = camera[c + 1] - (double) camera[a + 1];
    double vz = camera[c + 2] - (double) camera[a + 2];
    slopeX = uy * vz - uz * vy;
    slopeY = uz * vx - ux * vz;
    constant = ux * vy - uy * vx;
    return slopeX * camera[a] + slopeY * camera[a + 1] + constant * camera[a + 2];
  }

  /** Inverse depth is linear over the image: n . ray / (n . v). Turns the normal into its slopes. */
  private void settle(double offset, float lift) {
    double scale = lift / offset;
    slopeX *= scale / focalPx;
    slopeY *= scale / focalPx;
    constant = constant * scale - slopeX * (centerX - 0.5) - slopeY * (centerY - 0.5);
  }

  private void fill(int p, int q, int r) {
    int top = p;
    int middle = q;
    int bottom = r;
    if (corner[3 * middle + 1] < corner[3 * top + 1]) {
      int swap = top;
      top = middle;
      middle = swap;
    }
    if (corner[3 * bottom + 1] < corner[3 * top + 1]) {
      int swap = top;
      top = bottom;
      bottom = swap;
    }
    if (corner[3 * bottom + 1] < corner[3 * middle + 1]) {
      int swap = middle;
      middle = bottom;
      bottom = swap;
    }
    double yTop = corner[3 * top + 1];
    double yMiddle = corner[3 * middle + 1];
    double yBottom = corner[3 * bottom + 1];
    int from = (int) Math.max(0.0, Math.ceil(yTop - 0.5));
    int to = (int) Math.min(height, Math.ceil(yBottom - 0.5));
    double xTop = corner[3 * top];
    double xMiddle = corner[3 * middle];
    double longSlope = (corner[3 * bottom] - xTop) / (yBottom - yTop);
    for (int row = from; row < to; row++) {
      double y = row + 0.5;
      double x1 = xTop + longSlope * (y - yTop);
      double x2 = y < yMiddle
          ? xTop + (xMiddle - xTop) / (yMiddle - yTop) * (y - yTop)
          : xMiddle + (corner[3 * bottom] - xMiddle) / (yBottom - yMiddle) * (y - yMiddle);
      span(row, Math.min(x1, x2), Math.max(x1, x2));
    }
  }

  private void span(int row, double low, double high) {
    int first = (int) Math.max(0.0, Math.ceil(low - 0.5));
    int last = (int) Math.min(width, Math.ceil(high - 0.5));
    int base = row * width;
    float step = (float) slopeX;
    float value = (float) (constant + slopeX * first + slopeY * row);
    int number = drawnCount - 1;
    for (int at = base + first; at < base + last; at++) {
      if (value > inverseDepth[at]) {
        inverseDepth[at] = value;
        triangle[at] = number;
      }
      value += step;
    }
  }
}
