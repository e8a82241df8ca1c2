package io.camber.sim.sensor.camera.shadow;

import io.camber.sim.scene.Instance;
import io.camber.sim.scene.Mesh;
import io.camber.sim.scene.SceneLabel;
import io.camber.sim.scene.Surface;
import io.camber.sim.sensor.camera.raster.Floats;

/** Draws what casts shadows as the sun sees it: the greatest height along its direction in each cell. Owned by one thread. */
final class Casters {
  private final SunFrame frame;
  private final boolean[] casts;
  /** Surfaces of closed skins: what turns away from the sun lies below what faces it. */
  private final boolean[] closed;

  private final double[] middle = new double[3];
  private float[] lit = new float[3 * 4096];
  /** Cells that may be written at present. */
  private final CellBox limits = new CellBox();

  Casters(SunFrame frame) {
    this.frame = frame;
    Surface[] surfaces = Surface.values();
    casts = new boolean[surfaces.length];
    closed = new boolean[surfaces.length];
    for (Surface surface : surfaces) {
      SceneLabel label = surface.label();
      casts[surface.index()] =
          label != SceneLabel.ROAD && label != SceneLabel.MARKING && label != SceneLabel.TERRAIN;
      closed[surface.index()] = label.isClosedSkin();
    }
  }

  /** What is drawn from here on stays within these cells. */
  CellBox limits() {
    return limits;
  }

  /** Raises the heights of cells that an instance covers, and adds them to those that were touched. */
  void draw(Instance instance, float[] heights, CellBox touched) {
    Mesh mesh = instance.mesh();
    if (mesh.isGround() || isOutside(instance)) {
      return;
    }
    if (lit.length < mesh.vertices().length) {
      lit = new float[mesh.vertices().length];
    }
    frame.transform(instance, lit);
    int[] corners = mesh.corners();
    byte[] surfaces = mesh.surfaces();
    for (int t = 0; t < surfaces.length; t++) {
      if (casts[surfaces[t]]) {
        int a = 3 * corners[3 * t];
        int b = 3 * corners[3 * t + 1];
        int c = 3 * corners[3 * t + 2];
        fill(a, b, c, closed[surfaces[t]], heights, touched);
      }
    }
  }

  private boolean isOutside(Instance instance) {
    double radius = instance.mesh().bounds().radius() * Cells.PER_M + 1.0;
    frame.middle(instance, middle);
    double a = frame.cell(0, middle);
    double b = frame.cell(1, middle);
    return a < limits.lowA - radius
        || a > limits.highA + radius
        || b < limits.lowB - radius
        || b > limits.highB + radius;
  }

  /** Half-space fill: casters are small triangles. */
  private void fill(int a, int b, int c, boolean isClosed, float[] heights, CellBox touched) {
    float ax = lit[a];
    float ay = lit[a + 1];
    float bx = lit[b];
    float by = lit[b + 1];
    float cx = lit[c];
    float cy = lit[c + 1];
    float area = (bx - ax) * (cy - ay) - (by - ay) * (cx - ax);
    if (area == 0.0f || (isClosed && area < 0.0f)) {
      return;
    }
    // Cells whose middles lie in the bounding rectangle.
    int columnA = Floats.floor(ax + 0.5f);
    int columnB = Floats.floor(bx + 0.5f);
    int columnC = Floats.floor(cx + 0.5f);
    int left = Math.max(limits.lowA, Math.min(columnA, Math.min(columnB, columnC)));
    int right = Math.min(limits.highA, Math.max(columnA, Math.max(columnB, columnC)) - 1);
    int rowA = Floats.floor(ay + 0.5f);
    int rowB = Floats.floor(by + 0.5f);
    int rowC = Floats.floor(cy + 0.5f);
    int low = Math.max(limits.lowB, Math.min(rowA, Math.min(rowB, rowC)));
    int high = Math.min(limits.highB, Math.max(rowA, Math.max(rowB, rowC)) - 1);
    if (left > right || low > high) {
      return;
    }
    touched.add(left, low, right, high);
    float inverse = 1.0f / area;
    float za = lit[a + 2];
    float toB = lit[b + 2] - za;
    float toC = lit[c + 2] - za;
    float stepB = (cy - ay) * inverse;
    float stepC = (ay - by) * inverse;
    for (int row = low; row <= high; row++) {
      float y = row + 0.5f - ay;
      int base = (row & Cells.MASK) * Cells.SIZE;
      float startB = (ax * (ay - cy) - y * (cx - ax)) * inverse;
      float startC = ((bx - ax) * y + ax * (by - ay)) * inverse;
      for (int column = left; column <= right; column++) {
        float wb = startB + (column + 0.5f) * stepB;
        float wc = startC + (column + 0.5f) * stepC;
        if (wb >= 0.0f && wc >= 0.0f && wb + wc <= 1.0f) {
          int at = base + (column & Cells.MASK);
          float height = za + wb * toB + wc * toC;
          if (height > heights[at]) {
            heights[at] = height;
          }
        }
      }
    }
  }
}
