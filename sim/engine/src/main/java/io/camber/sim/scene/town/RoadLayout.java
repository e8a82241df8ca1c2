package io.camber.sim.scene.town;

import io.camber.geometry.Pose3;
import io.camber.map.RoadMap;
import io.camber.map.road.LaneSection;
import io.camber.map.road.Road;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Where the roads of a map run, coarsely: pieces by tile, and samples of the surface every few metres, from which the land
 * around takes its height. Immutable after construction; maps are looked up, never walked.
 */
final class RoadLayout {
  private static final double SAMPLE_M = 6.0;
  private static final double BUCKET_M = 32.0;

  /** One cross-section of a road: middle of the reference line, slope along it, borders and their heights. */
  private record Sample(
      double x,
      double y,
      double cos,
      double sin,
      double slope,
      double left,
      double right,
      double leftZ,
      double rightZ) {}

  private final Map<TileKey, List<RoadPiece>> pieces = new HashMap<>();
  private final Map<TileKey, List<Sample>> buckets = new HashMap<>();
  private double meanZ;
  private int sampleCount;

  RoadLayout(RoadMap map) {
    for (Road road : map.roads()) {
      for (int i = 0; i < road.sections().size(); i++) {
        cut(road, i);
      }
    }
    meanZ = sampleCount == 0 ? 0.0 : meanZ / sampleCount;
  }

  private void cut(Road road, int sectionIndex) {
    LaneSection section = road.sections().get(sectionIndex);
    double length = section.sEnd() - section.s();
    if (!(length > 1e-6) || section.lanes().isEmpty()) {
      return;
    }
    int count = (int) Math.max(1.0, Math.ceil(length / RoadPiece.LENGTH_M));
    for (int i = 0; i < count; i++) {
      RoadPiece piece = new RoadPiece(
          road,
          sectionIndex,
          section.s() + length * i / count,
          section.s() + length * (i + 1) / count);
      Pose3 middle = road.poseAt(sectionIndex, piece.middle(), 0.0);
      pieces
          .computeIfAbsent(TileKey.at(middle.x(), middle.y()), key -> new ArrayList<>())
          .add(piece);
    }
    int samples = (int) Math.max(1.0, Math.ceil(length / SAMPLE_M));
    for (int i = 0; i <= samples; i++) {
      sample(road, section, section.s() + length * i / samples);
    }
  }

  private void sample(Road road, LaneSection section, double s) {
    double[] borders = section.bordersAt(s);
    double left = borders[0];
    double right = borders[borders.length - 1];
    Pose3 middle = road.shape().poseAt(s, 0.0, 0.0);
    double leftZ = road.shape().poseAt(s, left, 0.0).z();
    double rightZ = road.shape().poseAt(s, right, 0.0).z();
    double slope = middle.pitch() == 0.0 ? 0.0 : -StrictMath.tan(middle.pitch());
    Sample sample = new Sample(
        middle.x(),
        middle.y(),
        StrictMath.cos(middle.yaw()),
        StrictMath.sin(middle.yaw()),
        slope,
        left,
        right,
        leftZ,
        rightZ);
    buckets
        .computeIfAbsent(bucket(middle.x(), middle.y()), key -> new ArrayList<>())
        .add(sample);
    meanZ += middle.z();
    sampleCount++;
  }

  private static TileKey bucket(double x, double y) {
    return new TileKey((int) Math.floor(x / BUCKET_M), (int) Math.floor(y / BUCKET_M));
  }

  /** Pieces whose middle lies in the tile, in the map's order. */
  List<RoadPiece> pieces(TileKey tile) {
    return pieces.getOrDefault(tile, List.of());
  }

  /** What the land knows about a place. */
  record Ground(double edgeDistanceM, double roadZ) {}

  /**
   * Distance beyond the nearest road's border (0 on a road; positive infinity when none is within about 40 m) and the
   * height of the road surface continued to the place, the lowest one where roads cross at two levels.
   */
  Ground at(double x, double y) {
    TileKey center = bucket(x, y);
    double nearest = Double.POSITIVE_INFINITY;
    double sum = 0.0;
    double weights = 0.0;
    double lowest = Double.POSITIVE_INFINITY;
    for (int row = -1; row <= 1; row++) {
      for (int column = -1; column <= 1; column++) {
        TileKey key = new TileKey(center.column() + column, center.row() + row);
        for (Sample sample : buckets.getOrDefault(key, List.of())) {
          double dx = x - sample.x;
          double dy = y - sample.y;
          double along = dx * sample.cos + dy * sample.sin;
          double t = dy * sample.cos - dx * sample.sin;
          double beyond = Math.max(0.0, Math.max(t - sample.left, sample.right - t));
          double before = Math.max(0.0, Math.abs(along) - 0.5 * SAMPLE_M);
          double distance = Math.sqrt(beyond * beyond + before * before);
          double width = sample.left - sample.right;
          double share =
              width <= 0.0 ? 0.0 : Math.max(0.0, Math.min(1.0, (t - sample.right) / width));
          double z = sample.rightZ
              + share * (sample.leftZ - sample.rightZ)
              + sample.slope * Math.max(-8.0, Math.min(8.0, along));
          double weight = 1.0 / (0.2 + distance * distance);
          sum += weight * weight * z;
          weights += weight * weight;
          nearest = Math.min(nearest, distance);
          if (distance < 7.0 && before < 2.0) {
            lowest = Math.min(lowest, z);
          }
        }
      }
    }
    double base = weights == 0.0 ? meanZ : sum / weights;
    return new Ground(nearest, Math.min(base, lowest));
  }
}
