package io.camber.sim.sensor.camera.raster;

import io.camber.sim.scene.Instance;
import io.camber.sim.scene.Mesh;

/**
 * A mesh as the camera sees it: its vertices in the optical frame (x right, y down, z forward) and on the image, run by
 * run. Buffers are reused from mesh to mesh; owned by one thread.
 */
final class ProjectedMesh {
  /** Nothing nearer is drawn. */
  static final float NEAR_M = 0.15f;

  static final int OUTSIDE = 0;
  /** In view, in front of the near plane throughout. */
  static final int AHEAD = 1;

  static final int CROSSING = 2;

  /** Spheres with a smaller radius on the image, in pixels, do not show. */
  private static final float SPECK_PX = 0.3f;

  /** Numbers of a pose: rotation, shift, the eye in the mesh's frame and the margin of its fronts. */
  private static final int POSE = 16;

  /** Nearness of what a lift may bring nearer by less than a hundredth. */
  private static final float NEARER = 1.01f;

  private final int width;
  private final int height;
  private final float focalPx;
  private final float centerX;
  private final float centerY;
  /** Slopes of the image's right and lower edge, and lengths of the normals of the planes through them. */
  private final float slopeRight;

  private final float slopeDown;
  private final float normRight;
  private final float normDown;

  private float[] camera = new float[3 * 4096];
  private float[] screen = new float[3 * 4096];
  /**
   * For each instance the rotation of the mesh's frame into the optical frame, row by row, and the shift; and where those in
   * use begin.
   */
  private float[] poses = new float[POSE * 256];

  private int pose;
  /** Where the numbers of the vertices that are transformed begin and end, and by which pose. */
  private int readyFrom;

  private int readyTo;
  private int readyPose;
  /** Middle and radius of the sphere that was looked at last, in the optical frame. */
  private float right;

  private float down;
  private float depth;
  private float radius;

  ProjectedMesh(int width, int height, float focalPx) {
    this.width = width;
    this.height = height;
    this.focalPx = focalPx;
    centerX = width / 2.0f;
    centerY = height / 2.0f;
    slopeRight = centerX / focalPx;
    slopeDown = centerY / focalPx;
    normRight = (float) Math.sqrt(1.0 + slopeRight * slopeRight);
    normDown = (float) Math.sqrt(1.0 + slopeDown * slopeDown);
  }

  /** Vertices in the optical frame, three numbers each; only those asked for by {@link #transform} are there. */
  float[] camera() {
    return camera;
  }

  /** Column and row of vertices on the image, at the places of {@link #camera}. */
  float[] screen() {
    return screen;
  }

  /** Makes room for the poses of so many instances. */
  void prepare(int instances) {
    if (poses.length < POSE * instances) {
      poses = new float[2 * POSE * instances];
    }
    readyPose = -1;
  }

  /** Sets the way from an instance's frame into the optical frame, and uses it from here on. */
  void place(Instance instance, int number, ViewPose view) {
    use(number);
    for (int axis = 0; axis < 3; axis++) {
      double[] to = axis == 0 ? view.right() : axis == 1 ? view.down() : view.forward();
      for (int k = 0; k < 3; k++) {
        poses[pose + 3 * axis + k] = (float) (to[0] * instance.rotation(k)
            + to[1] * instance.rotation(3 + k)
            + to[2] * instance.rotation(6 + k));
      }
      poses[pose + 9 + axis] = (float)
          dot(to, instance.x() - view.x(), instance.y() - view.y(), instance.z() - view.z());
    }
    double x = view.x() - instance.x();
    double y = view.y() - instance.y();
    double z = view.z() - instance.z();
    for (int k = 0; k < 3; k++) {
      poses[pose + 12 + k] = (float)
          (instance.rotation(k) * x + instance.rotation(3 + k) * y + instance.rotation(6 + k) * z);
    }
    poses[pose + 15] = instance.mesh().fronts().margin(Math.sqrt(x * x + y * y + z * z));
  }

  /** Uses the pose that an instance was given by {@link #place}. */
  void use(int number) {
    pose = POSE * number;
  }

  private static double dot(double[] axis, double x, double y, double z) {
    return axis[0] * x + axis[1] * y + axis[2] * z;
  }

  /** Where a sphere of the mesh's frame lies. */
  int outside(float x, float y, float z, float sphereRadius) {
    float[] m = poses;
    int p = pose;
    radius = sphereRadius;
    depth = m[p + 6] * x + m[p + 7] * y + m[p + 8] * z + m[p + 11];
    right = m[p] * x + m[p + 1] * y + m[p + 2] * z + m[p + 9];
    down = m[p + 3] * x + m[p + 4] * y + m[p + 5] * z + m[p + 10];
    if (depth < NEAR_M - radius
        || Math.abs(right) - slopeRight * depth > radius * normRight
        || Math.abs(down) - slopeDown * depth > radius * normDown
        || radius * focalPx < SPECK_PX * depth) {
      return OUTSIDE;
    }
    return depth - radius > NEAR_M ? AHEAD : CROSSING;
  }

  /** Depth of the middle of the sphere that was looked at last. */
  float depth() {
    return depth;
  }

  /** True when all pixels that may show the sphere that was looked at last, which lies ahead, show something nearer. */
  boolean isHidden(DepthTiles tiles, float[] drawn, int base) {
    float near = focalPx / (depth - radius);
    float far = focalPx / (depth + radius);
    float left = right - radius;
    float rightmost = right + radius;
    float top = down - radius;
    float bottom = down + radius;
    return tiles.hide(
        (int) (centerX + Math.min(left * near, left * far)) - 1,
        (int) (centerY + Math.min(top * near, top * far)) - 1,
        (int) (centerX + Math.max(rightmost * near, rightmost * far)) + 1,
        (int) (centerY + Math.max(bottom * near, bottom * far)) + 1,
        NEARER / (depth - radius),
        drawn,
        base);
  }

  /**
   * Writes the numbers of those triangles of a run that do not surely turn their hidden back to the camera, a face of two
   * counted as its first; returns how many.
   */
  int facing(Mesh mesh, int from, int to, int[] out) {
    int eye = pose + 12;
    return mesh.fronts()
        .facing(from, to, poses[eye], poses[eye + 1], poses[eye + 2], poses[eye + 3], out);
  }

  /** Transforms a range of vertices, both ends included; neighbouring runs of an instance share some. */
  void transform(Mesh mesh, int firstVertex, int lastVertex) {
    int from = 3 * firstVertex;
    int end = 3 * (lastVertex + 1);
    if (camera.length < end) {
      camera = new float[2 * end];
      screen = new float[2 * end];
      readyPose = -1;
    }
    if (pose != readyPose || from < readyFrom || from > readyTo) {
      transform(mesh.vertices(), from, end);
      readyPose = pose;
      readyFrom = from;
      readyTo = end;
    } else if (end > readyTo) {
      transform(mesh.vertices(), readyTo, end);
      readyTo = end;
    }
  }

  private void transform(float[] v, int from, int to) {
    float rx = poses[pose];
    float ry = poses[pose + 1];
    float rz = poses[pose + 2];
    float dx = poses[pose + 3];
    float dy = poses[pose + 4];
    float dz = poses[pose + 5];
    float fx = poses[pose + 6];
    float fy = poses[pose + 7];
    float fz = poses[pose + 8];
    float shiftX = poses[pose + 9];
    float shiftY = poses[pose + 10];
    float shiftZ = poses[pose + 11];
    for (int i = from; i < to; i += 3) {
      float x = rx * v[i] + ry * v[i + 1] + rz * v[i + 2] + shiftX;
      float y = dx * v[i] + dy * v[i + 1] + dz * v[i + 2] + shiftY;
      float z = fx * v[i] + fy * v[i + 1] + fz * v[i + 2] + shiftZ;
      float scale = focalPx / z;
      camera[i] = x;
      camera[i + 1] = y;
      camera[i + 2] = z;
      screen[i] = centerX + scale * x;
      screen[i + 1] = centerY + scale * y;
    }
  }

  /** True when a triangle lies in front of the near plane throughout. */
  boolean isAhead(int a, int b, int c) {
    return camera[a + 2] >= NEAR_M && camera[b + 2] >= NEAR_M && camera[c + 2] >= NEAR_M;
  }

  /**
   * True when no middle of a pixel lies in the bounding rectangle, as for most of a distant tree, or it is off the image.
   * Corners are compared by the pixel that they truncate to, all at once: which of them lies farthest left nobody can
   * predict. In the first column and row of the image, and in front of them, truncation keeps what need not be.
   */
  boolean missesAllPixels(int a, int b, int c) {
    float xa = screen[a] - 0.5f;
    float xb = screen[b] - 0.5f;
    float xc = screen[c] - 0.5f;
    float ya = screen[a + 1] - 0.5f;
    float yb = screen[b + 1] - 0.5f;
    float yc = screen[c + 1] - 0.5f;
    if ((xa < 0.0f && xb < 0.0f && xc < 0.0f)
        || (ya < 0.0f && yb < 0.0f && yc < 0.0f)
        || (xa > width && xb > width && xc > width)
        || (ya > height && yb > height && yc > height)) {
      return true;
    }
    int column = (int) xa;
    int row = (int) ya;
    int columns = (column ^ (int) xb) | (column ^ (int) xc);
    int rows = (row ^ (int) yb) | (row ^ (int) yc);
    return (columns == 0 && column > 0) || (rows == 0 && row > 0);
  }

  /** True when all pixels that may show a face of three corners or four, which lies ahead, show something nearer. */
  boolean isHidden(int a, int b, int c, int d, DepthTiles tiles, float[] drawn, int base) {
    int xa = (int) screen[a];
    int xb = (int) screen[b];
    int xc = (int) screen[c];
    int xd = (int) screen[d];
    int ya = (int) screen[a + 1];
    int yb = (int) screen[b + 1];
    int yc = (int) screen[c + 1];
    int yd = (int) screen[d + 1];
    float near = Math.min(camera[a + 2], camera[b + 2]);
    return tiles.hide(
        Math.min(Math.min(xa, xb), Math.min(xc, xd)),
        Math.min(Math.min(ya, yb), Math.min(yc, yd)),
        Math.max(Math.max(xa, xb), Math.max(xc, xd)),
        Math.max(Math.max(ya, yb), Math.max(yc, yd)),
        NEARER / Math.min(near, Math.min(camera[c + 2], camera[d + 2])),
        drawn,
        base);
  }

  /** True when the corners run clockwise as one looks at the image, whose y points down: the back is seen. */
  boolean turnsAway(int a, int b, int c) {
    float ux = screen[b] - screen[a];
    float uy = screen[b + 1] - screen[a + 1];
    float vx = screen[c] - screen[a];
    float vy = screen[c + 1] - screen[a + 1];
    return ux * vy - uy * vx > 0.0f;
  }

  /** True when some of a triangle that crosses the near plane may be on the image. */
  boolean isVisible(int a, int b, int c) {
    float za = camera[a + 2];
    float zb = camera[b + 2];
    float zc = camera[c + 2];
    if (za < NEAR_M && zb < NEAR_M && zc < NEAR_M) {
      return false;
    }
    float sx = slopeRight;
    float sy = slopeDown;
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
}
