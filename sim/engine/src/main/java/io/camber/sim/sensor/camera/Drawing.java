package io.camber.sim.sensor.camera;

import io.camber.sim.scene.Clusters;
import io.camber.sim.scene.Instance;
import io.camber.sim.scene.Mesh;
import io.camber.sim.scene.SceneLabel;
import io.camber.sim.scene.Surface;
import io.camber.sim.sensor.camera.raster.Floats;
import java.util.Arrays;

/**
 * Depth-buffered drawing of triangles seen through a pinhole: nearest triangle and inverse depth of each pixel. Colour comes
 * later, once for each pixel ({@link RowShader}). Whole runs of triangles out of view or below a pixel are left out, vertices
 * are transformed when first needed. Buffers are reused from image to image; owned by one thread.
 */
final class Drawing {
  private static final float NEAR_M = 0.15f;
  /** Paint lies on the road: it wins against asphalt that other chords lift by a centimetre. */
  private static final float MARKING_LIFT = 1.008f;

  /** Runs whose sphere has a smaller radius on the image, in pixels, do not show. */
  private static final float SPECK_PX = 0.3f;

  /** Vertices are transformed in blocks of this power of two. */
  private static final int BLOCK_BITS = 5;

  private static final int OUTSIDE = 0;
  /** In view, in front of the near plane throughout. */
  private static final int AHEAD = 1;

  private static final int CROSSING = 2;

  private static final Surface[] SURFACES = Surface.values();
  private static final boolean[] CLOSED = new boolean[SURFACES.length];
  private static final boolean[] MARKING = new boolean[SURFACES.length];

  static {
    for (Surface surface : SURFACES) {
      CLOSED[surface.index()] = surface.label().isClosedSkin();
      MARKING[surface.index()] = surface.label() == SceneLabel.MARKING;
    }
  }

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
  private final float[] inverseDepth;
  private final int[] triangle;

  private float[] camera = new float[3 * 4096];
  private float[] screen = new float[3 * 4096];
  private boolean[] blockDone = new boolean[(4096 >> BLOCK_BITS) + 1];
  private int drawnCount;
  /** Instance in the upper 24 bits, surface in the lower 8. */
  private int[] drawn = new int[8192];

  /** Number of the triangle in its mesh; complemented where its back is seen. */
  private int[] source = new int[8192];

  private final double[] corner = new double[12];
  private final int[] ring = new int[3];
  /** Rotation of the mesh's frame into the optical frame, row by row, and the shift. */
  private final float[] turn = new float[9];

  private final float[] shift = new float[3];

  /** First pixel of the face that is drawn. */
  private int face;

  /** A drawing of each of the lens's faces, one below the other. */
  Drawing(Lens lens) {
    this.width = lens.drawingWidth();
    this.height = lens.drawingHeight();
    this.focalPx = lens.focalPx();
    centerX = width / 2.0f;
    centerY = height / 2.0f;
    slopeRight = centerX / focalPx;
    slopeDown = centerY / focalPx;
    normRight = (float) Math.sqrt(1.0 + slopeRight * slopeRight);
    normDown = (float) Math.sqrt(1.0 + slopeDown * slopeDown);
    inverseDepth = new float[width * height * lens.faces().size()];
    triangle = new int[inverseDepth.length];
  }

  void clear() {
    Arrays.fill(inverseDepth, 0.0f);
    Arrays.fill(triangle, -1);
    drawnCount = 0;
  }

  /** Turns to another face of the lens. */
  void turnTo(int number) {
    face = number * width * height;
  }

  /** Inverse depth of each pixel, row by row; 0 where only the sky is. */
  float[] inverseDepths() {
    return inverseDepth;
  }

  /** Number of the drawn triangle at each pixel, -1 for the sky. */
  int[] triangles() {
    return triangle;
  }

  /** How many triangles have been drawn: their numbers lie below. */
  int drawnCount() {
    return drawnCount;
  }

  Surface surface(int number) {
    return SURFACES[drawn[number] & 0xff];
  }

  int instance(int number) {
    return drawn[number] >>> 8;
  }

  /** Number in its mesh of a drawn triangle. */
  int source(int number) {
    int known = source[number];
    return known < 0 ? ~known : known;
  }

  /** True when the camera sees the back of a drawn triangle. */
  boolean isBack(int number) {
    return source[number] < 0;
  }

  /** Draws one instance, which later answers to {@code number}. */
  void draw(Instance instance, int number, ViewPose view) {
    Mesh mesh = instance.mesh();
    place(instance, view);
    if (outside(
            mesh.bounds().centerX(),
            mesh.bounds().centerY(),
            mesh.bounds().centerZ(),
            mesh.bounds().radius())
        == OUTSIDE) {
      return;
    }
    prepare(mesh.vertexCount());
    Clusters clusters = mesh.clusters();
    for (int i = 0; i < clusters.count(); i++) {
      int where = outside(
          clusters.sphere(i, 0),
          clusters.sphere(i, 1),
          clusters.sphere(i, 2),
          clusters.sphere(i, 3));
      if (where != OUTSIDE) {
        transform(mesh, clusters.firstVertex(i), clusters.lastVertex(i));
        draw(mesh, clusters.first(i), clusters.end(i), number << 8, where);
      }
    }
  }

  private void draw(Mesh mesh, int from, int to, int number, int where) {
    int[] corners = mesh.corners();
    byte[] surfaces = mesh.surfaces();
    for (int t = from; t < to; t++) {
      int a = 3 * corners[3 * t];
      int b = 3 * corners[3 * t + 1];
      int c = 3 * corners[3 * t + 2];
      boolean whole = where != CROSSING
          || (camera[a + 2] >= NEAR_M && camera[b + 2] >= NEAR_M && camera[c + 2] >= NEAR_M);
      if (whole) {
        if (missesAllPixels(a, b, c)) {
          continue;
        }
      } else if (!isVisible(a, b, c)) {
        continue;
      }
      boolean closed = CLOSED[surfaces[t]];
      if (whole && closed && turnsAway(a, b, c)) {
        continue;
      }
      double offset = plane(a, b, c);
      if (offset == 0.0 || (offset > 0.0 && closed)) {
        continue;
      }
      remember(number | surfaces[t], offset > 0.0 ? ~t : t);
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

  /** True when no middle of a pixel lies in the bounding rectangle, as for most of a distant tree, or it is off the image. */
  private boolean missesAllPixels(int a, int b, int c) {
    float left = Floats.least(screen[a], screen[b], screen[c]) - 0.5f;
    float right = Floats.most(screen[a], screen[b], screen[c]) - 0.5f;
    float top = Floats.least(screen[a + 1], screen[b + 1], screen[c + 1]) - 0.5f;
    float bottom = Floats.most(screen[a + 1], screen[b + 1], screen[c + 1]) - 0.5f;
    if (right < 0.0f || bottom < 0.0f || left > width || top > height) {
      return true;
    }
    // In front of the image's left or upper edge the truncation only keeps too much.
    return (left > 0.0f && (int) left == (int) right) || (top > 0.0f && (int) top == (int) bottom);
  }

  /** True when the corners run clockwise as one looks at the image, whose y points down: the back is seen. */
  private boolean turnsAway(int a, int b, int c) {
    float ux = screen[b] - screen[a];
    float uy = screen[b + 1] - screen[a + 1];
    float vx = screen[c] - screen[a];
    float vy = screen[c + 1] - screen[a + 1];
    return ux * vy - uy * vx > 0.0f;
  }

  /** Where a sphere of the mesh's frame lies. */
  private int outside(float x, float y, float z, float radius) {
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

  /** Sets the way from the instance's frame into the optical frame: x right, y down, z forward. */
  private void place(Instance instance, ViewPose view) {
    for (int axis = 0; axis < 3; axis++) {
      double[] to = axis == 0 ? view.right : axis == 1 ? view.down : view.forward;
      for (int k = 0; k < 3; k++) {
        turn[3 * axis + k] = (float) (to[0] * instance.rotation(k)
            + to[1] * instance.rotation(3 + k)
            + to[2] * instance.rotation(6 + k));
      }
      shift[axis] =
          (float) dot(to, instance.x() - view.x, instance.y() - view.y, instance.z() - view.z);
    }
  }

  private void prepare(int vertexCount) {
    if (camera.length < 3 * vertexCount) {
      camera = new float[3 * vertexCount];
      screen = new float[3 * vertexCount];
      blockDone = new boolean[(vertexCount >> BLOCK_BITS) + 1];
    }
    Arrays.fill(blockDone, 0, (vertexCount >> BLOCK_BITS) + 1, false);
  }

  private void transform(Mesh mesh, int firstVertex, int lastVertex) {
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

  private static double dot(double[] axis, double x, double y, double z) {
    return axis[0] * x + axis[1] * y + axis[2] * z;
  }

  private boolean isVisible(int a, int b, int c) {
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

  private void remember(int kind, int from) {
    if (drawnCount == drawn.length) {
      drawn = Arrays.copyOf(drawn, drawnCount * 2);
      source = Arrays.copyOf(source, drawnCount * 2);
    }
    drawn[drawnCount] = kind;
    source[drawnCount++] = from;
  }

  /** Cuts a triangle at the near plane and fills what is left. */
  private void clipAndFill(int a, int b, int c) {
    int count = 0;
    ring[0] = a;
    ring[1] = b;
    ring[2] = c;
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
    int from = pixelFrom(yTop, height);
    int to = pixelFrom(yBottom, height);
    if (from >= to) {
      return;
    }
    double xTop = corner[3 * top];
    double xMiddle = corner[3 * middle];
    double longSlope = (corner[3 * bottom] - xTop) / (yBottom - yTop);
    boolean longIsLeft = xTop + longSlope * (yMiddle - yTop) < xMiddle;
    int bend = Math.max(from, Math.min(to, pixelFrom(yMiddle, height)));
    if (from < bend) {
      double slope = (xMiddle - xTop) / (yMiddle - yTop);
      spans(from, bend, xTop, longSlope, yTop, xTop, slope, yTop, longIsLeft);
    }
    if (bend < to) {
      double slope = (corner[3 * bottom] - xMiddle) / (yBottom - yMiddle);
      spans(bend, to, xTop, longSlope, yTop, xMiddle, slope, yMiddle, longIsLeft);
    }
  }

  /** The first pixel whose middle does not lie before an edge, within 0 and the count. */
  private static int pixelFrom(double edge, int count) {
    double middle = edge - 0.5;
    if (!(middle > 0.0)) {
      return 0;
    }
    if (middle >= count) {
      return count;
    }
    int below = (int) middle;
    return below < middle ? below + 1 : below;
  }

  /** Rows between the long side and one of the short ones. */
  private void spans(
      int from,
      int to,
      double longX,
      double longSlope,
      double longY,
      double shortX,
      double shortSlope,
      double shortY,
      boolean longIsLeft) {
    for (int row = from; row < to; row++) {
      double y = row + 0.5;
      double onLong = longX + longSlope * (y - longY);
      double onShort = shortX + shortSlope * (y - shortY);
      int first = pixelFrom(longIsLeft ? onLong : onShort, width);
      int last = pixelFrom(longIsLeft ? onShort : onLong, width);
      if (first < last) {
        span(row, first, last);
      }
    }
  }

  private void span(int row, int first, int last) {
    int base = face + row * width;
    float step = (float) slopeX;
    float value = (float) (constant + slopeX * first + slopeY * row);
    int number = drawnCount - 1;
    float[] nearest = inverseDepth;
    for (int at = base + first; at < base + last; at++) {
      if (value > nearest[at]) {
        nearest[at] = value;
        triangle[at] = number;
      }
      value += step;
    }
  }
}
