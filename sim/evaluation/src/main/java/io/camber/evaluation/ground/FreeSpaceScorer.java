package io.camber.evaluation.ground;

import io.camber.geometry.Box2;
import io.camber.scene.FreeSpace;
import java.util.Arrays;
import java.util.List;

/**
 * Holds free space against what stands there. Actors stand on their true footprints at the end of the sweep, less {@value #ROUND_M} m at
 * each side, since bodies are rounder than boxes; areas are integrated along {@value #RAYS} rays a sector. Other things (buildings, poles, trees,
 * parked cars of the scenery) stand where points of them lie, 0.15 to 2.3 m above the ground: from the nearest such point of a sector to the end of its cell
 * of half a metre, since what is behind a face is not known. That caps the area of what has no body, however far beyond it space is called
 * free: so each ray is also asked whether it is called free more than {@value #THROUGH_M} m past the first thing that stands on it. Reused from
 * sweep to sweep.
 */
final class FreeSpaceScorer {
  static final double REACH_M = 50.0;
  private static final double CELL_M = 0.5;
  private static final int CELLS = (int) (REACH_M / CELL_M);
  private static final int RAYS = 8;
  private static final double ROUND_M = 0.2;

  /** Of a narrow body no more than this share of its extent is taken off each side. */
  private static final double ROUND_SHARE = 0.2;

  private static final double AHEAD_HALF_WIDTH_M = 1.5;
  private static final double HEIGHT_M_MIN = 0.15;
  private static final double HEIGHT_M_MAX = 2.3;

  /** Bodies are rounder than boxes and points lie a few centimetres off. */
  private static final double THROUGH_M = 0.5;

  private final TrueGround ground;
  private float[] sceneryM = new float[0];
  private float[] groundNearM = new float[0];
  private float[] groundFarM = new float[0];
  private float[] actorM = new float[0];
  private float[] actorOfRayM = new float[0];
  private double falseFree;
  private double ahead;

  /** Knows the ground of the sweep that is to be scored. */
  FreeSpaceScorer(TrueGround ground) {
    this.ground = ground;
  }

  /**
   * Scores the free space of a sweep.
   *
   * @param actors footprints in {@code base_link}
   */
  FreeSpaceScore score(FreeSpace space, LabelledSweep sweep, List<Box2> actors) {
    reset(space.sectors());
    falseFree = 0.0;
    ahead = 0.0;
    sort(space, sweep);
    for (Box2 actor : actors) {
      if (actor.center().position().distanceTo(space.origin()) < REACH_M + actor.radius()) {
        addActor(space, lessRound(actor));
      }
    }
    double free = 0.0;
    double found = 0.0;
    for (int sector = 0; sector < space.sectors(); sector++) {
      addScenery(space, sector);
      double near = groundNearM[sector];
      double far = Math.min(
          Math.min(REACH_M, groundFarM[sector]), Math.min(firstScenery(sector), actorM[sector]));
      if (far > near) {
        free += area(near, far, space);
        found +=
            area(Math.max(near, space.nearM(sector)), Math.min(far, space.farM(sector)), space);
      }
    }
    return new FreeSpaceScore(falseFree, ahead, free, found, through(space));
  }

  private void reset(int sectors) {
    if (actorM.length != sectors) {
      sceneryM = new float[sectors * CELLS];
      groundNearM = new float[sectors];
      groundFarM = new float[sectors];
      actorM = new float[sectors];
      actorOfRayM = new float[RAYS * sectors];
    }
    Arrays.fill(sceneryM, Float.POSITIVE_INFINITY);
    Arrays.fill(groundNearM, Float.POSITIVE_INFINITY);
    Arrays.fill(groundFarM, 0.0f);
    Arrays.fill(actorM, Float.POSITIVE_INFINITY);
    Arrays.fill(actorOfRayM, Float.POSITIVE_INFINITY);
  }

  /** Puts what the sweep truly holds into sectors. */
  private void sort(FreeSpace space, LabelledSweep sweep) {
    for (int i = 0; i < sweep.size; i++) {
      double x = sweep.x[i] - space.origin().x();
      double y = sweep.y[i] - space.origin().y();
      float range = (float) Math.sqrt(x * x + y * y);
      boolean isGround = sweep.pointClass(i).isGround();
      boolean isScenery =
          sweep.pointClass(i).isStanding() && !sweep.isActor(i) && isInTheWay(sweep, i);
      if (range >= REACH_M || !(isGround || isScenery)) {
        continue;
      }
      double turn = (StrictMath.atan2(y, x) + Math.PI) / (2.0 * Math.PI);
      int sector = Math.min(space.sectors() - 1, (int) (turn * space.sectors()));
      if (isGround) {
        groundNearM[sector] = Math.min(groundNearM[sector], range);
        groundFarM[sector] = Math.max(groundFarM[sector], range);
      } else {
        int cell = sector * CELLS + (int) (range / CELL_M);
        sceneryM[cell] = Math.min(sceneryM[cell], range);
      }
    }
  }

  private boolean isInTheWay(LabelledSweep sweep, int i) {
    double height = ground.above(sweep.x[i], sweep.y[i], sweep.z[i]);
    return height >= HEIGHT_M_MIN && height <= HEIGHT_M_MAX;
  }

  private static Box2 lessRound(Box2 box) {
    double length = box.lengthM() - 2.0 * Math.min(ROUND_M, ROUND_SHARE * box.lengthM());
    double width = box.widthM() - 2.0 * Math.min(ROUND_M, ROUND_SHARE * box.widthM());
    return new Box2(box.center(), length, width);
  }

  private void addActor(FreeSpace space, Box2 box) {
    double c = StrictMath.cos(box.center().yaw());
    double s = StrictMath.sin(box.center().yaw());
    double ox = space.origin().x() - box.center().x();
    double oy = space.origin().y() - box.center().y();
    double bx = c * ox + s * oy;
    double by = c * oy - s * ox;
    for (int ray = 0; ray < RAYS * space.sectors(); ray++) {
      double azimuth = azimuth(space, ray);
      double dx = StrictMath.cos(azimuth);
      double dy = StrictMath.sin(azimuth);
      double ux = c * dx + s * dy;
      double uy = c * dy - s * dx;
      double enter = Math.max(enter(bx, ux, box.lengthM()), enter(by, uy, box.widthM()));
      double leave = Math.min(leave(bx, ux, box.lengthM()), leave(by, uy, box.widthM()));
      if (leave > Math.max(0.0, enter)) {
        int sector = ray / RAYS;
        float from = (float) Math.max(0.0, enter);
        actorM[sector] = Math.min(actorM[sector], from);
        actorOfRayM[ray] = Math.min(actorOfRayM[ray], from);
        add(space, sector, azimuth, Math.max(0.0, enter), leave, 1.0 / RAYS);
      }
    }
  }

  private static double azimuth(FreeSpace space, int ray) {
    return -Math.PI + (ray + 0.5) * 2.0 * Math.PI / (RAYS * space.sectors());
  }

  private FreeSpaceScore.Through through(FreeSpace space) {
    int rays = 0;
    int through = 0;
    double depth = 0.0;
    for (int sector = 0; sector < space.sectors(); sector++) {
      double scenery = firstScenery(sector);
      for (int ray = RAYS * sector; ray < RAYS * (sector + 1); ray++) {
        double first = Math.min(scenery, actorOfRayM[ray]);
        if (first >= REACH_M) {
          continue;
        }
        double past = Math.min(REACH_M, space.farM(sector)) - Math.max(first, space.nearM(sector));
        boolean isThrough = past > THROUGH_M;
        depth = isThrough ? Math.max(depth, past) : depth;
        if (isAhead(azimuth(space, ray), first)) {
          rays++;
          through += isThrough ? 1 : 0;
        }
      }
    }
    return new FreeSpaceScore.Through(rays, through, depth);
  }

  private static boolean isAhead(double azimuth, double rangeM) {
    return StrictMath.cos(azimuth) > 0.0
        && rangeM * Math.abs(StrictMath.sin(azimuth)) <= AHEAD_HALF_WIDTH_M;
  }

  /** Way along a ray to where it is within an extent around zero; never when it runs beside it. */
  private static double enter(double from, double along, double extent) {
    if (along == 0.0) {
      return Math.abs(from) > 0.5 * extent ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
    }
    return (-Math.signum(along) * 0.5 * extent - from) / along;
  }

  /** Way along a ray to where it no longer is. */
  private static double leave(double from, double along, double extent) {
    if (along == 0.0) {
      return Double.POSITIVE_INFINITY;
    }
    return (Math.signum(along) * 0.5 * extent - from) / along;
  }

  private void addScenery(FreeSpace space, int sector) {
    for (int cell = 0; cell < CELLS; cell++) {
      double from = sceneryM[sector * CELLS + cell];
      if (from < REACH_M) {
        add(space, sector, space.azimuth(sector), from, (cell + 1) * CELL_M, 1.0);
      }
    }
  }

  private double firstScenery(int sector) {
    for (int cell = 0; cell < CELLS; cell++) {
      if (sceneryM[sector * CELLS + cell] < REACH_M) {
        return sceneryM[sector * CELLS + cell];
      }
    }
    return Double.POSITIVE_INFINITY;
  }

  /** Adds what is called free of a stretch that is occupied, over a share of the width of a sector. */
  private void add(
      FreeSpace space, int sector, double azimuth, double from, double to, double share) {
    double near = Math.max(from, space.nearM(sector));
    double far = Math.min(Math.min(to, REACH_M), space.farM(sector));
    falseFree += share * area(near, far, space);
    double aside = Math.abs(StrictMath.sin(azimuth));
    if (StrictMath.cos(azimuth) > 0.0) {
      double end = AHEAD_HALF_WIDTH_M / Math.max(1e-6, aside);
      ahead += share * area(near, Math.min(far, end), space);
    }
  }

  private static double area(double near, double far, FreeSpace space) {
    return far > near ? (far * far - near * near) * Math.PI / space.sectors() : 0.0;
  }
}
