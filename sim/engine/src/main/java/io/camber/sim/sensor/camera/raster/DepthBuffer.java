package io.camber.sim.sensor.camera.raster;

import java.util.Arrays;

/**
 * Which triangle is nearest at each pixel, and how near. Triangles are filled row by row; a pixel belongs to those that hold
 * its middle, and inverse depth, which is linear over the image, decides. Owned by one thread.
 */
final class DepthBuffer {
  private final int width;
  private final int height;
  private final float focalPx;
  private final float centerX;
  private final float centerY;
  private final float[] inverseDepth;
  private final int[] triangle;

  private final DepthTiles tiles;
  /** 0, 1, 2 and so on: sums that do not wait for the one before. */
  private final float[] count;

  private final double[] corner = new double[12];
  private final int[] ring = new int[3];
  /** First row of pixels below each of four corners. */
  private final int[] firstRow = new int[4];
  /** First pixel of the face that is drawn. */
  private int face;

  /** The triangle that is filled: its number, and its inverse depth over the image. */
  private int number;

  private double slopeX;
  private double slopeY;
  private double constant;

  /** Buffers for several faces, one below the other. */
  DepthBuffer(int width, int height, float focalPx, int faces) {
    this.width = width;
    this.height = height;
    this.focalPx = focalPx;
    centerX = width / 2.0f;
    centerY = height / 2.0f;
    inverseDepth = new float[width * height * faces];
    triangle = new int[inverseDepth.length];
    tiles = new DepthTiles(width, height);
    count = new float[width];
    for (int i = 0; i < width; i++) {
      count[i] = i;
    }
  }

  void clear() {
    Arrays.fill(inverseDepth, 0.0f);
    Arrays.fill(triangle, -1);
  }

  void turnTo(int faceNumber) {
    face = faceNumber * width * height;
    tiles.clear();
  }

  /** Takes note that much has been drawn since things were last found hidden. */
  void nextStage() {
    tiles.nextStage();
  }

  /** True when the sphere that the mesh looked at last, which lies ahead, cannot show. */
  boolean hides(ProjectedMesh mesh) {
    return mesh.isHidden(tiles, inverseDepth, face);
  }

  /** True when a face of that mesh with three corners or four, which lies ahead, cannot show. */
  boolean hides(ProjectedMesh mesh, int a, int b, int c, int d) {
    return mesh.isHidden(a, b, c, d, tiles, inverseDepth, face);
  }

  float[] inverseDepths() {
    return inverseDepth;
  }

  int[] triangles() {
    return triangle;
  }

  /**
   * Sets the plane of a triangle that is to be filled: its normal n in the camera's frame. Returns n . v: negative when the
   * front faces the camera, 0 when it is seen from its edge.
   */
  double plane(float[] camera, int a, int b, int c) {
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

  /**
   * Turns the plane's normal into the slopes of inverse depth over the image, n . ray / (n . v), and gives the triangle its
   * number; {@code lift} above 1 brings it nearer.
   */
  void settle(double offset, float lift, int triangleNumber) {
    double scale = lift / offset;
    slopeX *= scale / focalPx;
    slopeY *= scale / focalPx;
    constant = constant * scale - slopeX * (centerX - 0.5) - slopeY * (centerY - 0.5);
    number = triangleNumber;
  }

  /** Fills a triangle that lies in front of the near plane. */
  void fillWhole(float[] screen, int a, int b, int c) {
    corner(0, screen, a);
    corner(1, screen, b);
    corner(2, screen, c);
    fill(0, 1, 2);
  }

  /** Fills a convex face with four corners that lies in front of the near plane. */
  void fillFour(float[] screen, int a, int b, int c, int d) {
    corner(0, screen, a);
    corner(1, screen, b);
    corner(2, screen, c);
    corner(3, screen, d);
    double turn = (corner[6] - corner[0]) * (corner[10] - corner[4])
        - (corner[7] - corner[1]) * (corner[9] - corner[3]);
    int top = 0;
    int bottom = 0;
    for (int i = 0; i < 4; i++) {
      firstRow[i] = pixelFrom(corner[3 * i + 1], height);
      top = corner[3 * i + 1] < corner[3 * top + 1] ? i : top;
      bottom = corner[3 * i + 1] > corner[3 * bottom + 1] ? i : bottom;
    }
    // Counted upwards the corners run down the right side when they run clockwise on the image.
    walk(top, firstRow[top], firstRow[bottom], turn > 0.0 ? 3 : 1);
  }

  /** Fills rows between the two chains of edges that lead down from the top; {@code step} leads along the left one. */
  private void walk(int top, int from, int to, int step) {
    int left = top;
    int right = top;
    int row = from;
    while (row < to) {
      while (firstRow[(left + step) & 3] <= row) {
        left = (left + step) & 3;
      }
      while (firstRow[(right - step) & 3] <= row) {
        right = (right - step) & 3;
      }
      int nextLeft = (left + step) & 3;
      int nextRight = (right - step) & 3;
      int end = Math.min(firstRow[nextLeft], firstRow[nextRight]);
      spans(
          row,
          end,
          corner[3 * left],
          slope(left, nextLeft),
          corner[3 * left + 1],
          corner[3 * right],
          slope(right, nextRight),
          corner[3 * right + 1],
          true);
      row = end;
    }
  }

  private double slope(int from, int to) {
    return (corner[3 * to] - corner[3 * from]) / (corner[3 * to + 1] - corner[3 * from + 1]);
  }

  private void corner(int at, float[] screen, int vertex) {
    corner[3 * at] = screen[vertex];
    corner[3 * at + 1] = screen[vertex + 1];
  }

  /** Cuts a triangle at the near plane and fills what is left. */
  void fillClipped(float[] camera, int a, int b, int c) {
    float near = ProjectedMesh.NEAR_M;
    int count = 0;
    ring[0] = a;
    ring[1] = b;
    ring[2] = c;
    for (int i = 0; i < 3; i++) {
      int from = ring[i];
      int to = ring[(i + 1) % 3];
      boolean fromIn = camera[from + 2] >= near;
      if (fromIn) {
        corner[3 * count] = camera[from];
        corner[3 * count + 1] = camera[from + 1];
        corner[3 * count + 2] = camera[from + 2];
        count++;
      }
      if (fromIn != camera[to + 2] >= near) {
        double f = (near - camera[from + 2]) / (double) (camera[to + 2] - camera[from + 2]);
        corner[3 * count] = camera[from] + f * (camera[to] - camera[from]);
        corner[3 * count + 1] = camera[from + 1] + f * (camera[to + 1] - camera[from + 1]);
        corner[3 * count + 2] = near;
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
    int from = face + row * width + first;
    float step = (float) slopeX;
    float value = (float) (constant + slopeX * first + slopeY * row);
    int id = number;
    float[] nearest = inverseDepth;
    int[] ids = triangle;
    float[] counts = count;
    for (int i = 0; i < last - first; i++) {
      float here = value + step * counts[i];
      int at = from + i;
      if (here > nearest[at]) {
        nearest[at] = here;
        ids[at] = id;
      }
    }
  }
}
