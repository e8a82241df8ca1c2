package io.camber.sim.scene.town;

import io.camber.geometry.Vec3;
import io.camber.map.road.Lane;
import io.camber.map.road.LaneSection;
import io.camber.map.road.LaneType;
import io.camber.sim.scene.MeshBuilder;
import io.camber.sim.scene.Surface;
import java.util.List;

/** Lays the lanes of road pieces, kerb faces between lanes of different height, and verges that slope into the land. */
final class RoadSurfaceBuilder {
  /** Lanes beside the driving lanes of a junction lie this much lower, so that crossing asphalt wins. */
  private static final double JUNCTION_DROP_M = 0.03;

  private static final double VERGE_M = 7.0;
  private static final double VERGE_DROP_M = 0.16;
  private static final double GRAVEL_M = 0.7;

  private final RoadLayout roads;
  private final MeshBuilder mesh;
  private final TileKey tile;

  RoadSurfaceBuilder(RoadLayout roads, TileKey tile, MeshBuilder mesh) {
    this.roads = roads;
    this.tile = tile;
    this.mesh = mesh;
  }

  void build(RoadPiece piece) {
    double[] stations = piece.stations();
    LaneSection section = piece.section();
    double[][] borders = new double[stations.length][];
    for (int i = 0; i < stations.length; i++) {
      borders[i] = section.bordersAt(stations[i]);
    }
    List<Lane> lanes = section.lanes();
    int[] rightOfLast = new int[0];
    for (int lane = 0; lane < lanes.size(); lane++) {
      int[] left = edge(piece, lanes.get(lane), stations, borders, lane, lane);
      int[] right = edge(piece, lanes.get(lane), stations, borders, lane, lane + 1);
      for (int i = 0; i + 1 < stations.length; i++) {
        mesh.quad(
            right[i],
            right[i + 1],
            left[i + 1],
            left[i],
            surface(lanes.get(lane).type()));
        if (lane > 0 && steps(lanes.get(lane - 1), lanes.get(lane), stations[i])) {
          mesh.quad(left[i], left[i + 1], rightOfLast[i + 1], rightOfLast[i], Surface.KERB);
        }
      }
      rightOfLast = right;
    }
    verge(piece, stations, borders, 0, 1.0);
    verge(piece, stations, borders, lanes.size(), -1.0);
  }

  private int[] edge(
      RoadPiece piece,
      Lane lane,
      double[] stations,
      double[][] borders,
      int laneIndex,
      int border) {
    int[] vertices = new int[stations.length];
    boolean outer = lane.number() > 0 == (border == laneIndex);
    double drop = piece.inJunction() && !lane.type().isDrivable() ? JUNCTION_DROP_M : 0.0;
    for (int i = 0; i < stations.length; i++) {
      double height = RoadPiece.height(lane, stations[i], outer ? 1.0 : 0.0) - drop;
      vertices[i] = vertex(piece, stations[i], borders[i][border], height);
    }
    return vertices;
  }

  private int vertex(RoadPiece piece, double s, double t, double height) {
    Vec3 point = piece.road().shape().poseAt(s, t, height).position();
    return mesh.vertex(point.x() - tile.middleX(), point.y() - tile.middleY(), point.z());
  }

  private static boolean steps(Lane left, Lane right, double s) {
    double above = RoadPiece.height(left, s, left.number() > 0 ? 0.0 : 1.0);
    double below = RoadPiece.height(right, s, right.number() > 0 ? 1.0 : 0.0);
    return Math.abs(above - below) > 0.005;
  }

  static Surface surface(LaneType type) {
    return switch (type) {
      case WALKING -> Surface.SIDEWALK;
      case CURB -> Surface.KERB;
      case BORDER -> Surface.SHOULDER;
      case MEDIAN, NONE -> Surface.GRASS;
      case DRIVING,
          ENTRY,
          EXIT,
          ON_RAMP,
          OFF_RAMP,
          CONNECTING_RAMP,
          SLIP_LANE,
          BIDIRECTIONAL,
          BUS,
          TAXI,
          HOV,
          SHARED,
          STOP,
          SHOULDER,
          RESTRICTED,
          PARKING,
          BIKING,
          TRAM,
          RAIL,
          ROAD_WORKS,
          SPECIAL -> Surface.ASPHALT;
    };
  }

  /** Gravel, then grass, falling away from a border; short where another road is near. */
  private void verge(
      RoadPiece piece, double[] stations, double[][] borders, int border, double side) {
    int[][] lines = new int[3][stations.length];
    double drop = piece.inJunction() ? JUNCTION_DROP_M + 0.01 : 0.005;
    for (int i = 0; i < stations.length; i++) {
      double t = borders[i][border];
      Vec3 end =
          piece.road().shape().poseAt(stations[i], t + side * VERGE_M, 0.0).position();
      boolean crowded = roads.at(end.x(), end.y()).edgeDistanceM() < VERGE_M - 1.2;
      lines[0][i] = vertex(piece, stations[i], t, -drop);
      lines[1][i] = vertex(piece, stations[i], t + side * (crowded ? 0.2 : GRAVEL_M), -drop - 0.02);
      lines[2][i] =
          vertex(piece, stations[i], t + side * (crowded ? 0.5 : VERGE_M), -drop - VERGE_DROP_M);
    }
    for (int strip = 0; strip < 2; strip++) {
      Surface surface = strip == 0 ? Surface.SHOULDER : Surface.GRASS;
      for (int i = 0; i + 1 < stations.length; i++) {
        int a = lines[strip][i];
        int b = lines[strip][i + 1];
        int c = lines[strip + 1][i + 1];
        int d = lines[strip + 1][i];
        if (side > 0.0) {
          mesh.quad(a, b, c, d, surface);
        } else {
          mesh.quad(d, c, b, a, surface);
        }
      }
    }
  }
}
