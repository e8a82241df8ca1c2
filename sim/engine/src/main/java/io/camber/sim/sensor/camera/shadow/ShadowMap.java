package io.camber.sim.sensor.camera.shadow;

import io.camber.geometry.Vec3;
import io.camber.sim.scene.Instance;
import io.camber.sim.scene.town.Region;
import io.camber.sim.scene.town.SceneModel;
import java.util.Arrays;
import java.util.List;

/**
 * What the sun sees of a square of the world, drawn along its direction: a point that lies deeper than the map says is in
 * the shade. Ground casts no shadow. The map's cells are fixed to the world and wrap around, so that what stands still is
 * drawn once, block by block, when the square first covers it; what moves is drawn over it in each image. A block's
 * content depends on the scene, the light and its place only. Owned by one thread.
 */
public final class ShadowMap {
  private static final int SIZE = Cells.SIZE;
  private static final int MASK = Cells.MASK;
  /** Pixels of a run whose light is asked for at once. */
  private static final int CHUNK = 32;

  /** Fewer pixels than this are looked at one by one. */
  private static final int SHORT = 3;

  /** Pixels from one look at the map to the next, where both see the same. */
  private static final int STRIDE = 8;

  /** Cells between two looks, along both axes together, that hide nothing wider than a cell. */
  private static final float CLOSE = 2.0f;

  private static final int LIT = 1;
  private static final int DARK = 2;

  /** Half of what one square covers. */
  private static final double HALF_M = SIZE / (2.0 * Cells.PER_M);

  private static final float BIAS_M = 0.12f;
  /** Step off any surface. */
  private static final float LIFT_M = 0.06f;

  /** Below this height of the sun shadows are longer than the map. */
  private static final double LOWEST = 0.03;

  /** Higher things than this are rare. */
  private static final double TALL_M = 25.0;

  private final SunFrame frame = new SunFrame();
  private final Casters casters = new Casters(frame);
  private final HeightTiles tiles = new HeightTiles();
  private final Blocks blocks = new Blocks();
  /** Height along the sun's direction of what stands still, and with what moves. */
  private final float[] still = new float[SIZE * SIZE];

  private final float[] shown = new float[SIZE * SIZE];
  private final Movers movers = new Movers();

  /** Of what stands still nobody asks which cells it touched. */
  private final CellBox unasked = new CellBox();

  private boolean shines = true;
  /** First cell of the square. */
  private int firstA;

  private int firstB;

  public ShadowMap() {
    forget();
  }

  private void forget() {
    blocks.forget();
    movers.clear();
  }

  /** Leaves the map as it is while no sun casts shadows. */
  public void rest() {
    shines = false;
  }

  /** Lays the map around a place under a sun and draws what stands still there, as far as it is not drawn yet. */
  public void start(Vec3 toSun, SceneModel scene, double x, double y) {
    shines = toSun.z() > LOWEST;
    if (!shines) {
      return;
    }
    if (frame.turnTo(toSun, x, y)) {
      forget();
    }
    int fromA = blockAt(0, x, y) * Blocks.SIZE;
    int fromB = blockAt(1, x, y) * Blocks.SIZE;
    if (fromA != firstA || fromB != firstB) {
      restore();
      firstA = fromA;
      firstB = fromB;
    }
    drawMissing(scene, x, y);
    movers.begin();
  }

  private int blockAt(int axis, double x, double y) {
    double middle = frame.cell(axis, x, y);
    return (int) Math.floor((middle - SIZE / 2.0) / Blocks.SIZE + 0.5);
  }

  /** Takes away all that moves. */
  private void restore() {
    if (movers.cells() > SIZE * SIZE / 2) {
      System.arraycopy(still, 0, shown, 0, still.length);
      tiles.outdateAll();
    } else {
      for (int i = 0; i < movers.shownCount(); i++) {
        showStill(movers.box(i));
      }
    }
    movers.clear();
  }

  private void showStill(CellBox box) {
    for (int b = box.lowB; b <= box.highB; b++) {
      for (int a = box.lowA; a <= box.highA; a++) {
        int at = Cells.at(a, b);
        shown[at] = still[at];
      }
    }
    tiles.outdate(box);
  }

  /** How far from the square's middle something may stand that shades it. */
  private double reachM() {
    return 1.45 * HALF_M + Math.min(100.0, TALL_M * frame.shadowPerHeight());
  }

  /** Draws blocks of the square that the map does not hold, in rectangles as large as can be. */
  private void drawMissing(SceneModel scene, double x, double y) {
    List<Instance> near = List.of();
    int a0 = firstA / Blocks.SIZE;
    int b0 = firstB / Blocks.SIZE;
    for (int b = b0; b < b0 + Blocks.COUNT; b++) {
      for (int a = a0; a < a0 + Blocks.COUNT; a++) {
        if (blocks.holds(a, b)) {
          continue;
        }
        int endA = a + 1;
        while (endA < a0 + Blocks.COUNT && !blocks.holds(endA, b)) {
          endA++;
        }
        int endB = b + 1;
        while (endB < b0 + Blocks.COUNT && blocks.lacksAll(a, endA, endB)) {
          endB++;
        }
        if (near.isEmpty()) {
          near = scene.surroundings(Region.around(x, y, reachM()));
        }
        drawBlocks(a, b, endA, endB, near);
      }
    }
  }

  private void drawBlocks(int fromA, int fromB, int toA, int toB, List<Instance> near) {
    CellBox box = casters.limits();
    box.set(fromA * Blocks.SIZE, fromB * Blocks.SIZE, toA * Blocks.SIZE - 1, toB * Blocks.SIZE - 1);
    for (int b = box.lowB; b <= box.highB; b++) {
      for (int a = box.lowA; a <= box.highA; a++) {
        still[Cells.at(a, b)] = Float.NEGATIVE_INFINITY;
      }
    }
    for (Instance instance : near) {
      casters.draw(instance, still, unasked);
    }
    showStill(box);
    blocks.hold(fromA, fromB, toA, toB);
  }

  /** Adds something that moves. */
  public void draw(Instance instance) {
    if (shines) {
      movers.add(instance);
    }
  }

  /** Ends the drawing: what has moved is drawn anew, and tiles learn what is highest in them. */
  public void finish() {
    if (shines) {
      redraw();
      tiles.update(shown);
    }
  }

  /** Takes away what has moved or gone, and draws what has moved or come, or stands where something was taken away. */
  private void redraw() {
    movers.compare();
    for (int i = 0; i < movers.shownCount(); i++) {
      if (movers.hasLeft(i)) {
        showStill(movers.box(i));
      }
    }
    casters.limits().set(firstA, firstB, firstA + SIZE - 1, firstB + SIZE - 1);
    for (int i = 0; i < movers.nextCount(); i++) {
      if (!movers.stays(i)) {
        CellBox box = movers.box(i);
        box.clear();
        casters.draw(movers.next(i), shown, box);
        tiles.outdate(box);
      }
    }
    movers.finish();
  }

  /** True when there are shadows at all. */
  public boolean shines() {
    return shines;
  }

  /**
   * Coefficients of the linear map from a place relative to (x, y, z) of the map frame to the square's cells and the height
   * along the sun: for each of the three, factors of x, y, z and a constant.
   */
  public void coefficients(double x, double y, double z, float[] out) {
    for (int axis = 0; axis < 3; axis++) {
      for (int direction = 0; direction < 3; direction++) {
        out[4 * axis + direction] = (float) frame.factor(axis, direction);
      }
      double first = axis == 0 ? firstA + 0.5 : axis == 1 ? firstB + 0.5 : -BIAS_M;
      out[4 * axis + 3] = (float) (frame.place(axis, x, y, z) - first);
    }
  }

  /**
   * How far places must be lifted off a surface, metres, so that it does not shade itself: a cell holds the surface's height at
   * its own middle, and where the sun grazes the surface that is the higher by more.
   *
   * @param normal holds at {@code at} what {@link #coefficients} make of the unit normal
   */
  public static float liftM(float[] normal, int at) {
    float aside = Math.abs(normal[at]) + Math.abs(normal[at + 1]);
    float perCell = aside / (Cells.PER_M * Cells.PER_M);
    return Math.max(LIFT_M, perCell - BIAS_M * normal[at + 2]);
  }

  /**
   * Share of the sun's light, 0 to 1, at places given by {@link #coefficients}: cells in the square, and height; {@code lift}
   * holds at {@code at} what is to be added to all three.
   */
  public Exposure light(
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
    int seen = LIT | DARK;
    for (int start = from; start < to; start += CHUNK) {
      int end = Math.min(to, start + CHUNK);
      int tilesLie = end - start < SHORT
          ? HeightTiles.MIXED
          : tilesLie(
              cellA[start] + moreA,
              cellB[start] + moreB,
              depths[start] + moreDepth,
              cellA[end - 1] + moreA,
              cellB[end - 1] + moreB,
              depths[end - 1] + moreDepth);
      if (tilesLie == HeightTiles.BELOW) {
        Arrays.fill(out, start, end, 1.0f);
        seen &= LIT;
      } else if (tilesLie == HeightTiles.ABOVE) {
        Arrays.fill(out, start, end, 0.0f);
        seen &= DARK;
      } else {
        seen &= look(start, end, cellA, cellB, depths, lift, at, out);
      }
    }
    return seen == LIT ? Exposure.LIT : seen == DARK ? Exposure.DARK : Exposure.MIXED;
  }

  /**
   * Looks at every {@value #STRIDE}th place of a line, and between two only where they differ or lie far apart. Returns {@link #LIT}
   * when all lie in the sun, {@link #DARK} when all lie in the shade.
   */
  private int look(
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
    float before = light(cellA[from] + moreA, cellB[from] + moreB, depths[from] + moreDepth);
    int seen = seen(before);
    out[from] = before;
    int start = from;
    while (start < to - 1) {
      int end = Math.min(to - 1, start + STRIDE);
      float after = light(cellA[end] + moreA, cellB[end] + moreB, depths[end] + moreDepth);
      boolean isSame = after == before
          && (after == 1.0f || after == 0.0f)
          && Math.abs(cellA[end] - cellA[start]) + Math.abs(cellB[end] - cellB[start]) < CLOSE;
      seen &= seen(after);
      if (isSame) {
        for (int i = start + 1; i < end; i++) {
          out[i] = after;
        }
      } else {
        for (int i = start + 1; i < end; i++) {
          out[i] = light(cellA[i] + moreA, cellB[i] + moreB, depths[i] + moreDepth);
          seen &= seen(out[i]);
        }
      }
      out[end] = after;
      before = after;
      start = end;
    }
    return seen;
  }

  private static int seen(float share) {
    return share == 1.0f ? LIT : share == 0.0f ? DARK : 0;
  }

  /**
   * How the tiles around a line of places lie to it: places of one triangle lie between its ends, up to a cell that the lens
   * may bend them. Beyond the square the sun shines.
   */
  private int tilesLie(float a0, float b0, float depth0, float a1, float b1, float depth1) {
    float left = Math.min(a0, a1) - 1.0f;
    float right = Math.max(a0, a1) + 1.0f;
    float near = Math.min(b0, b1) - 1.0f;
    float far = Math.max(b0, b1) + 1.0f;
    if (right < 0.0f || far < 0.0f || left >= SIZE - 1 || near >= SIZE - 1) {
      return HeightTiles.BELOW;
    }
    int found = tiles.lie(
        Math.min(depth0, depth1),
        Math.max(depth0, depth1),
        firstA + (int) Math.max(0.0f, left),
        firstB + (int) Math.max(0.0f, near),
        firstA + (int) Math.min(SIZE - 1, right),
        firstB + (int) Math.min(SIZE - 1, far));
    boolean isWithin = left >= 0.0f && near >= 0.0f && right < SIZE - 1 && far < SIZE - 1;
    return isWithin ? found : found & HeightTiles.BELOW;
  }

  /** Share of the sun's light at a place given by {@link #coefficients}. */
  public float light(float a, float b, float depth) {
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
