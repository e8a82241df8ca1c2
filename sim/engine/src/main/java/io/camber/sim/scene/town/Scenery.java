package io.camber.sim.scene.town;

import io.camber.geometry.Pose3;
import io.camber.geometry.Vec3;
import io.camber.map.RoadMap;
import io.camber.map.road.LaneType;
import io.camber.map.road.ObjectKind;
import io.camber.sim.scene.Hash;
import java.util.List;

/**
 * What grows and stands beside roads whose map does not say: trees, bushes and houses well away from the lanes, posts,
 * lamps and guard rails along them. The same tile and seed give the same scenery.
 */
final class Scenery {
  private static final int TRIES = 26;
  /** Nothing but posts, lamps and rails comes nearer to a road: people may walk there. */
  private static final double FREE_M = 11.0;

  private static final double HOUSE_FREE_M = 16.0;
  private static final double POST_SPACING_M = 24.0;
  private static final double FAST_MPS = 22.0;
  private static final double CLEARING_M = 9.0;

  private final RoadMap map;
  private final RoadLayout roads;
  private final Land land;
  private final long seed;
  private final List<Vec3> clearings;
  private final boolean hasOwnBuildings;

  /** {@code clearings} are places to keep free, such as where actors start. */
  Scenery(RoadMap map, RoadLayout roads, Land land, long seed, List<Vec3> clearings) {
    this.map = map;
    this.roads = roads;
    this.land = land;
    this.seed = seed;
    this.clearings = List.copyOf(clearings);
    this.hasOwnBuildings =
        map.objects().stream().anyMatch(object -> object.kind() == ObjectKind.BUILDING);
  }

  void plant(TileKey tile, FurnitureBuilder furniture) {
    long tileSeed = Hash.mix(Hash.mix(seed, tile.column()), tile.row());
    for (int i = 0; i < TRIES; i++) {
      long hash = Hash.mix(tileSeed, i);
      double x = tile.minX() + TileKey.SIZE_M * Hash.unit(hash + 11);
      double y = tile.minY() + TileKey.SIZE_M * Hash.unit(hash + 12);
      double edge = roads.at(x, y).edgeDistanceM();
      if (edge < FREE_M || isCleared(x, y, CLEARING_M)) {
        continue;
      }
      double z = land.heightAt(x, y);
      double kind = Hash.unit(hash + 13);
      if (kind < 0.16
          && edge > HOUSE_FREE_M
          && edge < 60.0
          && !hasOwnBuildings
          && !isCleared(x, y, 20.0)) {
        double height = Hash.unit(hash + 14) < 0.6 ? 6.0 : 9.5 + 6.0 * Hash.unit(hash + 15);
        furniture.house(
            x,
            y,
            z,
            2.0 * Math.PI * Hash.unit(hash + 16),
            9.0 + 7.0 * Hash.unit(hash + 17),
            8.0,
            height,
            hash);
      } else if (kind < 0.75) {
        furniture.tree(x, y, z, 5.0 + 7.0 * Hash.unit(hash + 14), hash);
      } else {
        furniture.bush(x, y, z, 0.9 + 1.2 * Hash.unit(hash + 14), hash);
      }
    }
  }

  private boolean isCleared(double x, double y, double radius) {
    for (Vec3 clearing : clearings) {
      double dx = clearing.x() - x;
      double dy = clearing.y() - y;
      if (dx * dx + dy * dy < radius * radius) {
        return true;
      }
    }
    return false;
  }

  /** Posts or lamps at the middle of a piece, guard rails along fast roads. */
  void line(RoadPiece piece, FurnitureBuilder furniture) {
    if (piece.inJunction()) {
      return;
    }
    double[] borders = piece.section().bordersAt(piece.middle());
    boolean walks =
        piece.section().lanes().stream().anyMatch(lane -> lane.type() == LaneType.WALKING);
    boolean fast = isFast(piece);
    post(piece, borders[0] + (walks ? 0.4 : 1.3), -1.0, walks, furniture);
    post(piece, borders[borders.length - 1] - (walks ? 0.4 : 1.3), 1.0, walks, furniture);
    if (fast && Hash.unit(Hash.mix(seed, Hash.of(piece.road().id()))) < 0.75) {
      rail(piece, 0, 1.0, furniture);
      rail(piece, borders.length - 1, -1.0, furniture);
    }
  }

  private static boolean isFast(RoadPiece piece) {
    return piece.section().lanes().stream()
        .filter(lane -> lane.type().isDrivable())
        .mapToDouble(lane -> piece.road().speedLimitMpsAt(lane, piece.middle()))
        .anyMatch(limit -> limit > FAST_MPS && limit < 1000.0);
  }

  private void post(
      RoadPiece piece, double t, double inward, boolean lamp, FurnitureBuilder furniture) {
    if (piece.to() - piece.from() < 0.6 * POST_SPACING_M) {
      return;
    }
    Pose3 pose = piece.road().poseAt(piece.sectionIndex(), piece.middle(), t);
    if (isOnRoad(pose) || isCleared(pose.x(), pose.y(), 4.0)) {
      return;
    }
    if (!lamp) {
      furniture.delineator(pose.x(), pose.y(), pose.z() - 0.1, pose.yaw());
    } else if (((int) (piece.middle() / POST_SPACING_M) & 1) == (inward > 0.0 ? 0 : 1)) {
      furniture.streetLamp(pose.x(), pose.y(), pose.z() - 0.1, pose.yaw() + inward * Math.PI / 2.0);
    }
  }

  private void rail(RoadPiece piece, int border, double side, FurnitureBuilder furniture) {
    int panels = (int) Math.max(1.0, Math.rint((piece.to() - piece.from()) / 4.0));
    Pose3 before = railAt(piece, border, side, piece.from());
    for (int i = 1; i <= panels; i++) {
      Pose3 after =
          railAt(piece, border, side, piece.from() + (piece.to() - piece.from()) * i / panels);
      if (!isOnRoad(before) && !isOnRoad(after) && !isCleared(after.x(), after.y(), 4.0)) {
        furniture.guardRail(before.position(), after.position());
      }
      before = after;
    }
  }

  private static Pose3 railAt(RoadPiece piece, int border, double side, double s) {
    double t = piece.section().bordersAt(s)[border] + side * 0.9;
    return piece.road().poseAt(piece.sectionIndex(), s, t);
  }

  private boolean isOnRoad(Pose3 pose) {
    return !map.projectAll(pose.x(), pose.y(), 0.25).isEmpty();
  }
}
