package io.camber.sim.sensor.camera.raster;

import io.camber.sim.scene.Bounds;
import io.camber.sim.scene.Clusters;
import io.camber.sim.scene.Instance;
import io.camber.sim.scene.Mesh;
import io.camber.sim.scene.SceneLabel;
import io.camber.sim.scene.Surface;
import java.util.Arrays;

/**
 * Depth-buffered drawing of triangles seen through a pinhole: nearest triangle and inverse depth of each pixel. Colour comes
 * later, once for each pixel. Runs of triangles are drawn from near to far; those out of view, below a pixel or behind what
 * is drawn are left out. Buffers are reused from
 * image to image; owned by one thread.
 */
public final class Drawing {
  /** Paint lies on the road: it wins against asphalt that other chords lift by a centimetre. */
  private static final float MARKING_LIFT = 1.008f;

  private static final Surface[] SURFACES = Surface.values();
  private static final boolean[] MARKING = new boolean[SURFACES.length];

  static {
    for (Surface surface : SURFACES) {
      MARKING[surface.index()] = surface.label() == SceneLabel.MARKING;
    }
  }

  private final ProjectedMesh projected;
  private final DepthBuffer buffer;
  private final DrawingOrder order = new DrawingOrder();
  private int drawnCount;
  /** Instance in the upper 24 bits, surface in the lower 8. */
  private int[] drawn = new int[8192];

  /** Triangles of the run that is drawn which may face the camera. */
  private final int[] facing = new int[Clusters.SIZE];

  /** Number of the triangle in its mesh; complemented where its back is seen. */
  private int[] source = new int[8192];

  /** A drawing of each of a lens's faces, one below the other. */
  public Drawing(int width, int height, float focalPx, int faces) {
    projected = new ProjectedMesh(width, height, focalPx);
    buffer = new DepthBuffer(width, height, focalPx, faces);
  }

  public void clear() {
    buffer.clear();
    drawnCount = 0;
  }

  /** Turns to another face of the lens. */
  public void turnTo(int number) {
    buffer.turnTo(number);
  }

  /** Inverse depth of each pixel, row by row; 0 where only the sky is. */
  public float[] inverseDepths() {
    return buffer.inverseDepths();
  }

  /** Number of the drawn triangle at each pixel, -1 for the sky. */
  public int[] triangles() {
    return buffer.triangles();
  }

  /** How many triangles have been drawn: their numbers lie below. */
  public int drawnCount() {
    return drawnCount;
  }

  public Surface surface(int number) {
    return SURFACES[drawn[number] & 0xff];
  }

  public int instance(int number) {
    return drawn[number] >>> 8;
  }

  /** Number in its mesh of a drawn triangle. */
  public int source(int number) {
    int known = source[number];
    return known < 0 ? ~known : known;
  }

  /** True when the camera sees the back of a drawn triangle. */
  public boolean isBack(int number) {
    return source[number] < 0;
  }

  /** Draws instances, which later answer to their places in the list, on the face that was turned to. */
  public void draw(Instance[] instances, ViewPose view) {
    order.clear();
    projected.prepare(instances.length);
    for (int i = 0; i < instances.length; i++) {
      projected.place(instances[i], i, view);
      collect(instances[i].mesh(), i);
    }
    order.sort();
    int band = -1;
    for (int place = 0; place < order.count(); place++) {
      if (order.band(place) != band) {
        band = order.band(place);
        buffer.nextStage();
      }
      int number = order.instance(place);
      draw(instances[number].mesh(), number, order.cluster(place));
    }
  }

  /** Adds the runs of a mesh that are in view to the order. */
  private void collect(Mesh mesh, int number) {
    Bounds all = mesh.bounds();
    if (projected.outside(all.centerX(), all.centerY(), all.centerZ(), all.radius())
        == ProjectedMesh.OUTSIDE) {
      return;
    }
    Clusters clusters = mesh.clusters();
    for (int group = 0; group < clusters.groups(); group++) {
      if (isOutside(clusters, group)) {
        continue;
      }
      for (int i = group * Clusters.GROUP; i < clusters.groupEnd(group); i++) {
        if (where(clusters, i) != ProjectedMesh.OUTSIDE) {
          order.add(number, i, projected.depth());
        }
      }
    }
  }

  private boolean isOutside(Clusters clusters, int group) {
    return projected.outside(
            clusters.groupSphere(group, 0),
            clusters.groupSphere(group, 1),
            clusters.groupSphere(group, 2),
            clusters.groupSphere(group, 3))
        == ProjectedMesh.OUTSIDE;
  }

  private int where(Clusters clusters, int cluster) {
    return projected.outside(
        clusters.sphere(cluster, 0),
        clusters.sphere(cluster, 1),
        clusters.sphere(cluster, 2),
        clusters.sphere(cluster, 3));
  }

  private void draw(Mesh mesh, int number, int cluster) {
    Clusters clusters = mesh.clusters();
    projected.use(number);
    int where = where(clusters, cluster);
    if (where == ProjectedMesh.AHEAD) {
      drawAhead(mesh, number << 8, cluster);
      return;
    }
    projected.transform(mesh, clusters.firstVertex(cluster), clusters.lastVertex(cluster));
    drawCrossing(mesh, number << 8, clusters.first(cluster), clusters.end(cluster));
  }

  private void drawAhead(Mesh mesh, int number, int cluster) {
    if (buffer.hides(projected)) {
      return;
    }
    Clusters clusters = mesh.clusters();
    int to = clusters.end(cluster);
    int count = projected.facing(mesh, clusters.first(cluster), to, facing);
    if (count == 0) {
      return;
    }
    projected.transform(mesh, clusters.firstVertex(cluster), clusters.lastVertex(cluster));
    int[] corners = mesh.corners();
    boolean[] quads = mesh.quads();
    for (int i = 0; i < count; i++) {
      int t = facing[i];
      int a = 3 * corners[3 * t];
      int b = 3 * corners[3 * t + 1];
      int c = 3 * corners[3 * t + 2];
      int kind = number | mesh.surfaces()[t];
      boolean closed = mesh.hidesBack(t);
      if (quads[t] && t + 1 < to) {
        drawFour(a, b, c, 3 * corners[3 * t + 5], closed, kind, t);
      } else {
        drawThree(a, b, c, true, closed, kind, t);
      }
    }
  }

  /** Draws a run of which some may lie behind the near plane. */
  private void drawCrossing(Mesh mesh, int number, int from, int to) {
    int[] corners = mesh.corners();
    boolean[] quads = mesh.quads();
    for (int t = from; t < to; t++) {
      int a = 3 * corners[3 * t];
      int b = 3 * corners[3 * t + 1];
      int c = 3 * corners[3 * t + 2];
      int kind = number | mesh.surfaces()[t];
      boolean closed = mesh.hidesBack(t);
      boolean whole = projected.isAhead(a, b, c);
      if (whole && quads[t] && t + 1 < to) {
        int d = 3 * corners[3 * t + 5];
        if (projected.isAhead(a, c, d)) {
          drawFour(a, b, c, d, closed, kind, t);
          t++;
          continue;
        }
      }
      drawThree(a, b, c, whole, closed, kind, t);
    }
  }

  private void drawThree(
      int a, int b, int c, boolean whole, boolean closed, int kind, int triangle) {
    if (whole
        ? projected.missesAllPixels(a, b, c) || (closed && projected.turnsAway(a, b, c))
        : !projected.isVisible(a, b, c)) {
      return;
    }
    if ((whole && buffer.hides(projected, a, b, c, c))
        || !settle(a, b, c, closed, kind, triangle)) {
      return;
    }
    if (whole) {
      buffer.fillWhole(projected.screen(), a, b, c);
    } else {
      buffer.fillClipped(projected.camera(), a, b, c);
    }
  }

  /** A flat face with four corners, all of them ahead. */
  private void drawFour(int a, int b, int c, int d, boolean closed, int kind, int triangle) {
    if ((projected.missesAllPixels(a, b, c) && projected.missesAllPixels(a, c, d))
        || (closed && projected.turnsAway(a, b, c))) {
      return;
    }
    if (buffer.hides(projected, a, b, c, d) || !settle(a, b, c, closed, kind, triangle)) {
      return;
    }
    buffer.fillFour(projected.screen(), a, b, c, d);
  }

  /** Numbers a triangle that is to be filled; false when it does not show. */
  private boolean settle(int a, int b, int c, boolean closed, int kind, int triangle) {
    double offset = buffer.plane(projected.camera(), a, b, c);
    if (offset == 0.0 || (offset > 0.0 && closed)) {
      return false;
    }
    buffer.settle(offset, MARKING[kind & 0xff] ? MARKING_LIFT : 1.0f, drawnCount);
    remember(kind, offset > 0.0 ? ~triangle : triangle);
    return true;
  }

  private void remember(int kind, int from) {
    if (drawnCount == drawn.length) {
      drawn = Arrays.copyOf(drawn, drawnCount * 2);
      source = Arrays.copyOf(source, drawnCount * 2);
    }
    drawn[drawnCount] = kind;
    source[drawnCount++] = from;
  }
}
