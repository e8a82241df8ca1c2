package io.camber.sim.sensor.camera;

import io.camber.sim.scene.Instance;
import io.camber.sim.scene.Mesh;
import io.camber.sim.scene.Region;
import io.camber.sim.scene.SceneLabel;
import io.camber.sim.scene.SceneModel;
import io.camber.sim.scene.Surface;
import io.camber.truth.Weather;
import java.util.Arrays;
import java.util.List;

/**
 * What the sun sees of a square of the world, drawn along its direction: a point that lies deeper than the map says is in
 * the shade. Ground casts no shadow. The map's cells are fixed to the world and wrap around, so that what stands still is
 * drawn once, block by block, when the square first covers it; what moves is drawn over it in each image. A block's
 * content depends on the scene, the light and its place only. Owned by one thread.
 */
final class ShadowMap {
  private static final int SIZE = 512;
  private static final int MASK = SIZE - 1;
  private static final int BLOCK = 32;
  private static final int BLOCKS = SIZE / BLOCK;
  private static final int TILE_BITS = 3;
  private static final int TILES = SIZE >> TILE_BITS;
  /** Pixels of a run whose light is asked for at once. */
  private static final int CHUNK = 32;
  /** A chunk over more tiles than this is looked up pixel by pixel. */
  private static final int TILES_MAX = 24;

  private static final float CELLS_PER_M = 5.4f;
  /** Half of what one square covers. */
  private static final double HALF_M = SIZE / (2.0 * CELLS_PER_M);

  private static final float BIAS_M = 0.12f;
  /** Below this height of the sun shadows are longer than the map. */
  private static final double LOWEST = 0.03;

  /** Coordinates are counted from a corner of a square of this size, so that floats hold them. */
  private static final double ANCHOR_M = 4096.0;

  /** Higher things than this are rare. */
  private static final double TALL_M = 25.0;

  private static final int NO_BLOCK = Integer.MIN_VALUE;

  /** Height along the sun's direction of what stands still, and with what moves. */
  private final float[] still = new float[SIZE * SIZE];

  private final float[] shown = new float[SIZE * SIZE];
  /** Highest of what is shown in each tile and in the cells right beside it, and whether that must be looked up again. */
  private final float[] highest = new float[TILES * TILES];

  private final boolean[] stale = new boolean[TILES * TILES];
  /** Which block of the world each block of the map holds. */
  private final int[] blockA = new int[BLOCKS * BLOCKS];

  private final int[] blockB = new int[BLOCKS * BLOCKS];
  private final int[] touched = new int[4];
  private final double[] across = new double[3];
  private final double[] along = new double[3];
  private final boolean[] casts;
  /** Surfaces of closed skins: what turns away from the sun lies below what faces it. */
  private final boolean[] closed;

  private final double[] middle = new double[3];
  private float[] lit = new float[3 * 4096];
  private Light sun = Light.of(Weather.CLEAR);
  private boolean shines = true;
  private double anchorX = Double.NaN;
  private double anchorY = Double.NaN;
  /** First cell of the square. */
  private int firstA;

  private int firstB;
  // Cells that may be written at present.
  private int lowA;
  private int lowB;
  private int highA;
  private int highB;

  ShadowMap() {
    Surface[] surfaces = Surface.values();
    casts = new boolean[surfaces.length];
    closed = new boolean[surfaces.length];
    for (Surface surface : surfaces) {
      SceneLabel label = surface.label();
      casts[surface.index()] =
          label != SceneLabel.ROAD && label != SceneLabel.MARKING && label != SceneLabel.TERRAIN;
      closed[surface.index()] = Drawing.isClosed(label);
    }
    forget();
  }

  private void forget() {
    Arrays.fill(blockA, NO_BLOCK);
    clearTouched();
  }

  private void clearTouched() {
    touched[0] = Integer.MAX_VALUE;
    touched[1] = Integer.MAX_VALUE;
    touched[2] = Integer.MIN_VALUE;
    touched[3] = Integer.MIN_VALUE;
  }

  /** Lays the map around a place under a light and draws what stands still there, as far as it is not drawn yet. */
  void start(Light light, SceneModel scene, double x, double y) {
    shines = light.z > LOWEST && light.direct[0] > 0.05f;
    if (!shines) {
      sun = light;
      return;
    }
    double ax = ANCHOR_M * Math.floor(x / ANCHOR_M);
    double ay = ANCHOR_M * Math.floor(y / ANCHOR_M);
    if (light.x != sun.x
        || light.y != sun.y
        || light.z != sun.z
        || ax != anchorX
        || ay != anchorY) {
      anchorX = ax;
      anchorY = ay;
      forget();
    }
    sun = light;
    turn();
    restore();
    firstA = blockAt(across, x, y) * BLOCK;
    firstB = blockAt(along, x, y) * BLOCK;
    drawMissing(scene, x, y);
  }

  private void turn() {
    double flat = Math.sqrt(sun.x * sun.x + sun.y * sun.y);
    across[0] = -sun.y / flat;
    across[1] = sun.x / flat;
    along[0] = sun.y * across[2] - sun.z * across[1];
    along[1] = sun.z * across[0] - sun.x * across[2];
    along[2] = sun.x * across[1] - sun.y * across[0];
  }

  private int blockAt(double[] axis, double x, double y) {
    double middle = (axis[0] * (x - anchorX) + axis[1] * (y - anchorY)) * CELLS_PER_M;
    return (int) Math.floor((middle - SIZE / 2.0) / BLOCK + 0.5);
  }

  /** Takes away what moved in the last image. */
  private void restore() {
    long wide = (long) touched[2] - touched[0];
    long high = (long) touched[3] - touched[1];
    if (wide > 0 && high > 0 && wide * high > SIZE * SIZE / 4) {
      System.arraycopy(still, 0, shown, 0, still.length);
      Arrays.fill(stale, true);
      clearTouched();
      return;
    }
    if (wide >= 0 && high >= 0) {
      outdate(touched[0], touched[1], touched[2], touched[3]);
    }
    for (int b = touched[1]; b <= touched[3]; b++) {
      for (int a = touched[0]; a <= touched[2]; a++) {
        int at = (b & MASK) * SIZE + (a & MASK);
        shown[at] = still[at];
      }
    }
    clearTouched();
  }

  /** Draws blocks of the square that the map does not hold, in rectangles as large as can be. */
  private void drawMissing(SceneModel scene, double x, double y) {
    List<Instance> near = List.of();
    int a0 = firstA / BLOCK;
    int b0 = firstB / BLOCK;
    for (int b = b0; b < b0 + BLOCKS; b++) {
      for (int a = a0; a < a0 + BLOCKS; a++) {
        if (holds(a, b)) {
          continue;
        }
        int endA = a + 1;
        while (endA < a0 + BLOCKS && !holds(endA, b)) {
          endA++;
        }
        int endB = b + 1;
        while (endB < b0 + BLOCKS && lacksAll(a, endA, endB)) {
          endB++;
        }
        if (near.isEmpty()) {
          near = scene.surroundings(Region.around(x, y, reachM()));
        }
        drawBlocks(a, b, endA, endB, near);
      }
    }
  }

  /** How far from the square's middle something may stand that shades it. */
  private double reachM() {
    double perHeight = Math.sqrt(sun.x * sun.x + sun.y * sun.y) / sun.z;
    return 1.45 * HALF_M + Math.min(100.0, TALL_M * perHeight);
  }

  private static int slot(int a, int b) {
    return Math.floorMod(b, BLOCKS) * BLOCKS + Math.floorMod(a, BLOCKS);
  }

  private boolean holds(int a, int b) {
    int slot = slot(a, b);
    return blockA[slot] == a && blockB[slot] == b;
  }

  private boolean lacksAll(int fromA, int toA, int b) {
    for (int a = fromA; a < toA; a++) {
      if (holds(a, b)) {
        return false;
      }
    }
    return true;
  }

  private void drawBlocks(int fromA, int fromB, int toA, int toB, List<Instance> near) {
    limit(fromA * BLOCK, fromB * BLOCK, toA * BLOCK - 1, toB * BLOCK - 1);
    for (int b = lowB; b <= highB; b++) {
      for (int a = lowA; a <= highA; a++) {
        still[(b & MASK) * SIZE + (a & MASK)] = Float.NEGATIVE_INFINITY;
      }
    }
    for (Instance instance : near) {
      draw(instance, still);
    }
    for (int b = lowB; b <= highB; b++) {
      for (int a = lowA; a <= highA; a++) {
        int at = (b & MASK) * SIZE + (a & MASK);
        shown[at] = still[at];
      }
    }
    outdate(lowA, lowB, highA, highB);
    for (int b = fromB; b < toB; b++) {
      for (int a = fromA; a < toA; a++) {
        blockA[slot(a, b)] = a;
        blockB[slot(a, b)] = b;
      }
    }
  }

  private void limit(int fromA, int fromB, int toA, int toB) {
    lowA = fromA;
    lowB = fromB;
    highA = toA;
    highB = toB;
  }

  /** Draws something that moves. */
  void draw(Instance instance) {
    if (shines) {
      limit(firstA, firstB, firstA + SIZE - 1, firstB + SIZE - 1);
      draw(instance, shown);
    }
  }

  private void draw(Instance instance, float[] into) {
    Mesh mesh = instance.mesh();
    if (mesh.isGround() || isOutside(instance)) {
      return;
    }
    transform(instance);
    int[] corners = mesh.corners();
    byte[] surfaces = mesh.surfaces();
    for (int t = 0; t < surfaces.length; t++) {
      if (casts[surfaces[t]]) {
        fill(
            3 * corners[3 * t],
            3 * corners[3 * t + 1],
            3 * corners[3 * t + 2],
            closed[surfaces[t]],
            into);
      }
    }
  }

  private boolean isOutside(Instance instance) {
    double cx = instance.mesh().bounds().centerX();
    double cy = instance.mesh().bounds().centerY();
    double cz = instance.mesh().bounds().centerZ();
    double radius = instance.mesh().bounds().radius() * CELLS_PER_M + 1.0;
    for (int axis = 0; axis < 3; axis++) {
      middle[axis] = instance.rotation(3 * axis) * cx
          + instance.rotation(3 * axis + 1) * cy
          + instance.rotation(3 * axis + 2) * cz;
    }
    middle[0] += instance.x() - anchorX;
    middle[1] += instance.y() - anchorY;
    middle[2] += instance.z();
    double a = CELLS_PER_M * dot(across, middle);
    double b = CELLS_PER_M * dot(along, middle);
    return a < lowA - radius || a > highA + radius || b < lowB - radius || b > highB + radius;
  }

  private static double dot(double[] axis, double[] p) {
    return axis[0] * p[0] + axis[1] * p[1] + axis[2] * p[2];
  }

  private void transform(Instance instance) {
    float[] v = instance.mesh().vertices();
    if (lit.length < v.length) {
      lit = new float[v.length];
    }
    for (int axis = 0; axis < 3; axis++) {
      double x = axis == 0 ? across[0] : axis == 1 ? along[0] : sun.x;
      double y = axis == 0 ? across[1] : axis == 1 ? along[1] : sun.y;
      double z = axis == 0 ? across[2] : axis == 1 ? along[2] : sun.z;
      float scale = axis < 2 ? CELLS_PER_M : 1.0f;
      float m0 = scale
          * (float)
              (x * instance.rotation(0) + y * instance.rotation(3) + z * instance.rotation(6));
      float m1 = scale
          * (float)
              (x * instance.rotation(1) + y * instance.rotation(4) + z * instance.rotation(7));
      float m2 = scale
          * (float)
              (x * instance.rotation(2) + y * instance.rotation(5) + z * instance.rotation(8));
      float offset = scale
          * (float)
              (x * (instance.x() - anchorX) + y * (instance.y() - anchorY) + z * instance.z());
      for (int i = 0; i < v.length; i += 3) {
        lit[i + axis] = m0 * v[i] + m1 * v[i + 1] + m2 * v[i + 2] + offset;
      }
    }
  }

  /** Half-space fill: casters are small triangles. */
  private void fill(int a, int b, int c, boolean isClosed, float[] into) {
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
    int left = Math.max(lowA, floor(Drawing.least(ax, bx, cx)));
    int right = Math.min(highA, floor(Drawing.most(ax, bx, cx)));
    int low = Math.max(lowB, floor(Drawing.least(ay, by, cy)));
    int high = Math.min(highB, floor(Drawing.most(ay, by, cy)));
    if (left > right || low > high) {
      return;
    }
    if (into == shown) {
      touched[0] = Math.min(touched[0], left);
      touched[1] = Math.min(touched[1], low);
      touched[2] = Math.max(touched[2], right);
      touched[3] = Math.max(touched[3], high);
    }
    float inverse = 1.0f / area;
    float za = lit[a + 2];
    float toB = lit[b + 2] - za;
    float toC = lit[c + 2] - za;
    float stepB = (cy - ay) * inverse;
    float stepC = (ay - by) * inverse;
    for (int row = low; row <= high; row++) {
      float y = row + 0.5f - ay;
      int base = (row & MASK) * SIZE;
      float startB = (ax * (ay - cy) - y * (cx - ax)) * inverse;
      float startC = ((bx - ax) * y + ax * (by - ay)) * inverse;
      for (int column = left; column <= right; column++) {
        float wb = startB + (column + 0.5f) * stepB;
        float wc = startC + (column + 0.5f) * stepC;
        if (wb >= 0.0f && wc >= 0.0f && wb + wc <= 1.0f) {
          int at = base + (column & MASK);
          float height = za + wb * toB + wc * toC;
          if (height > into[at]) {
            into[at] = height;
          }
        }
      }
    }
  }

  private void outdate(int fromA, int fromB, int toA, int toB) {
    // A tile also answers for the cells right beside it.
    for (int b = (fromB - 1) >> TILE_BITS; b <= toB >> TILE_BITS; b++) {
      for (int a = (fromA - 1) >> TILE_BITS; a <= toA >> TILE_BITS; a++) {
        stale[tile(a, b)] = true;
      }
    }
  }

  private static int tile(int a, int b) {
    return (b & (TILES - 1)) * TILES + (a & (TILES - 1));
  }

  /** Ends the drawing: tiles learn what is highest in them. */
  void finish() {
    if (touched[0] <= touched[2]) {
      outdate(touched[0], touched[1], touched[2], touched[3]);
    }
    for (int tile = 0; tile < stale.length; tile++) {
      if (stale[tile]) {
        stale[tile] = false;
        highest[tile] = highestOf((tile & (TILES - 1)) << TILE_BITS, (tile / TILES) << TILE_BITS);
      }
    }
  }

  private float highestOf(int fromA, int fromB) {
    float most = Float.NEGATIVE_INFINITY;
    for (int b = fromB; b <= fromB + (1 << TILE_BITS); b++) {
      int base = (b & MASK) * SIZE;
      for (int a = fromA; a <= fromA + (1 << TILE_BITS); a++) {
        float height = shown[base + (a & MASK)];
        if (height > most) {
          most = height;
        }
      }
    }
    return most;
  }

  private static int floor(float value) {
    int truncated = (int) value;
    return value < truncated ? truncated - 1 : truncated;
  }

  /** True when there are shadows at all. */
  boolean shines() {
    return shines;
  }

  /**
   * Coefficients of the linear map from a place relative to (x, y, z) of the map frame to the square's cells and the height
   * along the sun: for each of the three, factors of x, y, z and a constant.
   */
  void coefficients(double x, double y, double z, float[] out) {
    for (int axis = 0; axis < 3; axis++) {
      double ex = axis == 0 ? across[0] : axis == 1 ? along[0] : sun.x;
      double ey = axis == 0 ? across[1] : axis == 1 ? along[1] : sun.y;
      double ez = axis == 0 ? across[2] : axis == 1 ? along[2] : sun.z;
      double scale = axis < 2 ? CELLS_PER_M : 1.0;
      out[4 * axis] = (float) (scale * ex);
      out[4 * axis + 1] = (float) (scale * ey);
      out[4 * axis + 2] = (float) (scale * ez);
      double first = axis == 0 ? firstA + 0.5 : axis == 1 ? firstB + 0.5 : -BIAS_M;
      out[4 * axis + 3] =
          (float) (scale * (ex * (x - anchorX) + ey * (y - anchorY) + ez * z) - first);
    }
  }

  /**
   * Share of the sun's light, 0 to 1, at places given by {@link #coefficients}: cells in the square, and height; {@code lift}
   * holds at {@code at} what is to be added to all three. Returns true when all of them are seen at once to lie in the sun.
   */
  boolean light(
      int from,
      int to,
      float[] cellA,
      float[] cellB,
      float[] depths,
      float[] lift,
      int at,
      float[] out) {
    float moreA = lift[at];
    float moreB = lift[at + 1];
    float moreDepth = lift[at + 2];
    boolean isEven = true;
    for (int start = from; start < to; start += CHUNK) {
      int end = Math.min(to, start + CHUNK);
      if (isLit(
          cellA[start] + moreA,
          cellB[start] + moreB,
          depths[start] + moreDepth,
          cellA[end - 1] + moreA,
          cellB[end - 1] + moreB,
          depths[end - 1] + moreDepth)) {
        Arrays.fill(out, start, end, 1.0f);
        continue;
      }
      isEven = false;
      for (int i = start; i < end; i++) {
        out[i] = light(cellA[i] + moreA, cellB[i] + moreB, depths[i] + moreDepth);
      }
    }
    return isEven;
  }

  /**
   * True when nothing stands in the sun of a line of places, from the tiles around it: places of one triangle lie between its
   * ends, up to a cell that the lens may bend them.
   */
  private boolean isLit(float a0, float b0, float depth0, float a1, float b1, float depth1) {
    float left = Math.min(a0, a1) - 1.0f;
    float right = Math.max(a0, a1) + 1.0f;
    float near = Math.min(b0, b1) - 1.0f;
    float far = Math.max(b0, b1) + 1.0f;
    if (right < 0.0f || far < 0.0f || left >= SIZE - 1 || near >= SIZE - 1) {
      return true;
    }
    int firstTileA = (firstA + (int) Math.max(0.0f, left)) >> TILE_BITS;
    int lastTileA = (firstA + (int) Math.min(SIZE - 1, right)) >> TILE_BITS;
    int firstTileB = (firstB + (int) Math.max(0.0f, near)) >> TILE_BITS;
    int lastTileB = (firstB + (int) Math.min(SIZE - 1, far)) >> TILE_BITS;
    if ((lastTileA - firstTileA + 1) * (lastTileB - firstTileB + 1) > TILES_MAX) {
      return false;
    }
    float lowest = Math.min(depth0, depth1);
    for (int b = firstTileB; b <= lastTileB; b++) {
      for (int a = firstTileA; a <= lastTileA; a++) {
        if (highest[tile(a, b)] > lowest) {
          return false;
        }
      }
    }
    return true;
  }

  private float light(float a, float b, float depth) {
    if (!(a >= 0.0f && b >= 0.0f && a < SIZE - 1 && b < SIZE - 1)) {
      return 1.0f;
    }
    int ia = (int) a;
    int ib = (int) b;
    float fa = a - ia;
    float fb = b - ib;
    int left = (ia + firstA) & MASK;
    int right = (left + 1) & MASK;
    int near = ((ib + firstB) & MASK) * SIZE;
    int far = (near + SIZE) & (SIZE * SIZE - 1);
    float nearLeft = shown[near + left];
    float nearRight = shown[near + right];
    float farLeft = shown[far + left];
    float farRight = shown[far + right];
    // Most places see the sun in all four cells.
    if (nearLeft <= depth && nearRight <= depth && farLeft <= depth && farRight <= depth) {
      return 1.0f;
    }
    float low = (nearLeft > depth ? 0.0f : 1.0f - fa) + (nearRight > depth ? 0.0f : fa);
    float high = (farLeft > depth ? 0.0f : 1.0f - fa) + (farRight > depth ? 0.0f : fa);
    return low + fb * (high - low);
  }
}
