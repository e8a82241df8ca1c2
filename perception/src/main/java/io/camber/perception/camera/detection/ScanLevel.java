package io.camber.perception.camera.detection;

import java.util.List;
import java.util.Random;

/**
 * One size of window of a shape, with the cells of its cascade's features laid out for it, over the rows where a body of that size
 * can stand. Owned by one thread; a scan does not allocate.
 */
final class ScanLevel {
  private static final int CORNERS = 4;

  /** Trees that a window between four others is asked for them, and the sum it must reach. */
  private static final int PROBE_TREES = 24;

  private static final float PROBE_MIN = -2.75f;

  private final Cascade cascade;
  private final int columns;
  private final int rows;
  private final int firstTop;
  private final int lastTop;
  private final int columnStep;
  private final int rowStep;
  private final int lastLeft;

  private final int plane;
  private final int stride;
  private final float inverseArea;
  private final int probe;
  private final int[] corners;
  private final int[] channels;
  private final float[] inverseAreas;
  private final float[] cuts;
  private final float[] leaves;
  private final float[] rejects;

  ScanLevel(Cascade cascade, int columns, int rows, int firstTop, int lastTop, ScanGrid grid) {
    this.cascade = cascade;
    this.columns = columns;
    this.rows = rows;
    this.firstTop = Math.max(0, firstTop);
    this.lastTop = Math.min(lastTop, grid.rows() - rows);
    this.columnStep = Math.max(1, (int) Math.round(grid.columnShare() * columns));
    this.rowStep = Math.max(1, (int) Math.round(grid.rowShare() * rows));
    this.lastLeft = grid.columns() - columns;
    this.stride = grid.columns() + 1;
    this.plane = stride * (grid.rows() + 1);
    this.inverseArea = Feature.inverseArea(columns, rows);
    List<Tree> trees = cascade.trees();
    probe = Math.min(PROBE_TREES, trees.size());
    int nodes = Tree.NODES * trees.size();
    corners = new int[CORNERS * nodes];
    channels = new int[nodes];
    inverseAreas = new float[nodes];
    cuts = new float[nodes];
    leaves = new float[Tree.LEAVES * trees.size()];
    rejects = new float[trees.size()];
    for (int tree = 0; tree < trees.size(); tree++) {
      for (int node = 0; node < Tree.NODES; node++) {
        layOut(Tree.NODES * tree + node, trees.get(tree).feature(node));
        cuts[Tree.NODES * tree + node] = trees.get(tree).cut(node);
      }
      for (int leaf = 0; leaf < Tree.LEAVES; leaf++) {
        leaves[Tree.LEAVES * tree + leaf] = trees.get(tree).leaf(leaf);
      }
      rejects[tree] = trees.get(tree).reject();
    }
  }

  private void layOut(int node, Feature feature) {
    int left = Feature.from(feature.left(), columns);
    int right = Feature.to(feature.right(), left, columns);
    int top = Feature.from(feature.top(), rows);
    int bottom = Feature.to(feature.bottom(), top, rows);
    int at = feature.channel() * plane;
    corners[CORNERS * node] = at + top * stride + left;
    corners[CORNERS * node + 1] = at + top * stride + right;
    corners[CORNERS * node + 2] = at + bottom * stride + left;
    corners[CORNERS * node + 3] = at + bottom * stride + right;
    channels[node] = feature.channel();
    inverseAreas[node] = Feature.inverseArea(right - left, bottom - top);
  }

  int columns() {
    return columns;
  }

  int rows() {
    return rows;
  }

  /** How many windows a scan looks at. */
  int windows() {
    if (lastTop < firstTop || lastLeft < 0) {
      return 0;
    }
    return ((lastTop - firstTop) / rowStep + 1) * (lastLeft / columnStep + 1);
  }

  /** Any of the windows that a scan looks at, off its steps too. */
  Window randomWindow(Random random) {
    return new Window(
        random.nextInt(lastLeft + 1),
        firstTop + random.nextInt(lastTop - firstTop + 1),
        columns,
        rows);
  }

  /**
   * Adds all windows whose sum is at least {@code least}. Of four neighbours one between them is asked the first trees on their
   * behalf.
   */
  void scan(int[] sums, float least, Hits hits) {
    for (int top = firstTop; top <= lastTop; top += 2 * rowStep) {
      for (int left = 0; left <= lastLeft; left += 2 * columnStep) {
        int middleTop = Math.min(lastTop, top + rowStep / 2);
        int middleLeft = Math.min(lastLeft, left + columnStep / 2);
        if (sum(sums, middleTop * stride + middleLeft, probe) >= PROBE_MIN) {
          look(sums, left, top, least, hits);
          look(sums, left + columnStep, top, least, hits);
          look(sums, left, top + rowStep, least, hits);
          look(sums, left + columnStep, top + rowStep, least, hits);
        }
      }
    }
  }

  private void look(int[] sums, int left, int top, float least, Hits hits) {
    if (left <= lastLeft && top <= lastTop) {
      float sum = sum(sums, top * stride + left, rejects.length);
      if (sum >= least) {
        hits.add(cascade, left, top, this, sum);
      }
    }
  }

  /** Sum of the trees over the window at an offset; minus infinity where it was given up. */
  private float sum(int[] sums, int at, int trees) {
    float brightness = whole(sums, at + ChannelImage.BRIGHTNESS * plane);
    float contrast = Feature.contrast(whole(sums, at + ChannelImage.MAGNITUDE * plane));
    float sum = 0.0f;
    for (int tree = 0; tree < trees; tree++) {
      int root = Tree.NODES * tree;
      int above = value(sums, at, root, brightness, contrast) >= cuts[root] ? 1 : 0;
      int branch = root + 1 + above;
      int leaf = value(sums, at, branch, brightness, contrast) >= cuts[branch] ? 1 : 0;
      sum += leaves[Tree.LEAVES * tree + 2 * above + leaf];
      if (sum < rejects[tree]) {
        return Float.NEGATIVE_INFINITY;
      }
    }
    return sum;
  }

  private float value(int[] sums, int at, int node, float brightness, float contrast) {
    int corner = CORNERS * node;
    int sum = sums[at + corners[corner + 3]]
        - sums[at + corners[corner + 1]]
        - sums[at + corners[corner + 2]]
        + sums[at + corners[corner]];
    return Feature.normalised(channels[node], sum * inverseAreas[node], brightness, contrast);
  }

  private float whole(int[] sums, int at) {
    int bottom = at + rows * stride;
    return (sums[bottom + columns] - sums[at + columns] - sums[bottom] + sums[at]) * inverseArea;
  }
}
