package io.camber.sim.sensor.camera.raster;

import io.camber.sim.scene.Instance;
import io.camber.sim.scene.Mesh;
import java.util.Arrays;

/**
 * A mesh as the camera sees it: its vertices in the optical frame (x right, y down, z forward) and on the image, transformed
 * when first needed. Buffers are reused from mesh to mesh; owned by one thread.
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

  /** Vertices are transformed in blocks of this power of two. */
  private static final int BLOCK_BITS = 5;

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
  private boolean[] blockDone = new boolean[(4096 >> BLOCK_BITS) + 1];
  /** Rotation of the mesh's frame into the optical frame, row by row, and the shift. */
  private final float[] turn = new float[9];

  private final float[] shift = new float[3];

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

  /** Sets the way from the instance's frame into the optical frame. */
  void place(Instance instance, ViewPose view) {
    for (int axis = 0; axis < 3; axis++) {
      double[] to = axis == 0 ? view.right() : axis == 1 ? view.down() : view.forward();
      for (int k = 0; k < 3; k++) {
        turn[3 * axis + k] = (float) (to[0] * instance.rotation(k)
            + to[1] * instance.rotation(3 + k)
            + to[2] * instance.rotation(6 + k));
      }
      shift[axis] = (float)
          dot(to, instance.x() - view.x(), instance.y() - view.y(), instance.z() - view.z());
    }
  }

  private static double dot(double[] axis, double x, double y, double z) {
    return axis[0] * x + axis[1] * y + axis[2] * z;
  }

  /** Where a sphere of the mesh's frame lies. */
  int outside(float x, float y, float z, float radius) {
    float depth = turn[6] * x + turn[7] * y + turn[8] * z + shift[2];
    float right = turn[0] * x + turn[1] * y + turn[2] * z + shift[0];
    float down = turn[3] * x + turn[4] * y + turn[5] * z + shift[1];
    if (depth < NEAR_M - radius
        || Math.abs(right) - slopeRight * depth > radius * normRight
        || Math.abs(down) - slopeDown * depth > radius * normDown
        || radius * focalPx < SPECK_PX * depth) {
      return OUTSIDE;
    }
    return depth - radius > NEAR_M ? AHEAD : CROSSING;
  }

  /** Makes room for a mesh of which nothing is transformed yet. */
  void prepare(int vertexCount) {
    if (camera.length < 3 * vertexCount) {
      camera = new float[3 * vertexCount];
      screen = new float[3 * vertexCount];
      blockDone = new boolean[(vertexCount >> BLOCK_BITS) + 1];
    }
    Arrays.fill(blockDone, 0, (vertexCount >> BLOCK_BITS) + 1, false);
  }

  /** Transforms a range of vertices, both ends included, as far as it is not done. */
  void transform(Mesh mesh, int firstVertex, int lastVertex) {
    for (int block = firstVertex >> BLOCK_BITS; block <= lastVertex >> BLOCK_BITS; block++) {
      if (!blockDone[block]) {
        blockDone[block] = true;
        transform(
            mesh.vertices(),
            3 * (block << BLOCK_BITS),
            3 * Math.min(mesh.vertexCount(), (block + 1) << BLOCK_BITS));
      }
    }
  }

  private void transform(float[] v, int from, int to) {
    float rx = turn[0];
    float ry = turn[1];
    float rz = turn[2];
    float dx = turn[3];
    float dy = turn[4];
    float dz = turn[5];
    float fx = turn[6];
    float fy = turn[7];
    float fz = turn[8];
    for (int i = from; i < to; i += 3) {
      float x = rx * v[i] + ry * v[i + 1] + rz * v[i + 2] + shift[0];
      float y = dx * v[i] + dy * v[i + 1] + dz * v[i + 2] + shift[1];
      float z = fx * v[i] + fy * v[i + 1] + fz * v[i + 2] + shift[2];
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
