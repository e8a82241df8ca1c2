package io.camber.map;

import io.camber.geometry.Angles;
import io.camber.geometry.Pose2;
import io.camber.geometry.Vec3;
import io.camber.map.RoadGrid.Lanes;
import io.camber.map.road.Extent;
import io.camber.map.road.Road;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the lanes and roads near a point. */
final class LaneIndex {
  /** How far from a lane's edge a point still belongs to it. */
  static final double NEAR_M = 3.0;

  /** Cost of half a turn between a pose and a lane, as metres outside the lane: an opposing lane must be that much nearer. */
  private static final double YAW_COST_M = 3.0;

  /** Cost of a metre from a lane's middle, in metres outside. */
  static final double OFFSET_COST = 0.05;

  /** Levels of a crossing are at least this far apart; smaller differences are noise of the map. */
  private static final double LEVEL_M = 1.5;

  /** Places on one lane closer than this are one place. */
  private static final double SAME_M = 1.0;

  private static final double[] ROAD_RADII_M = {0.05, 5.0, 50.0};

  private final RoadGrid grid;

  LaneIndex(List<Road> roads, Map<String, LaneSegment> segments) {
    this.grid = new RoadGrid(roads);
    RoadPiece[] pieces = grid.pieces();
    for (int i = 0; i < pieces.length; i++) {
      boolean goesOn = i > 0 && pieces[i].section == pieces[i - 1].section;
      pieces[i].lanes = goesOn ? pieces[i - 1].lanes : lanesOf(pieces[i], segments);
    }
  }

  private static LaneSegment[] lanesOf(RoadPiece piece, Map<String, LaneSegment> segments) {
    return piece.section.lanes().stream()
        .map(lane -> segments.get(LaneKey.id(piece.road.id(), piece.sectionIndex, lane.number())))
        .toArray(LaneSegment[]::new);
  }

  Extent extent() {
    return grid.extent();
  }

  /** A lane near the point: how far the point lies outside it, and its offset from the lane's middle along t. */
  private record Candidate(LaneSegment lane, RoadGrid.Hit hit, double outside, double offset) {}

  private static final Comparator<Candidate> NEAREST_FIRST = Comparator.comparingDouble(
          Candidate::outside)
      .thenComparingDouble(c -> Math.abs(c.offset()))
      .thenComparingInt(c -> c.lane().index());

  private static final Comparator<Candidate> DRIVABLE_FIRST = Comparator.comparingDouble(
          Candidate::outside)
      .thenComparing(c -> !c.lane().isDrivable())
      .thenComparingDouble(c -> Math.abs(c.offset()))
      .thenComparingInt(c -> c.lane().index());

  private interface Visitor {
    void visit(LaneSegment lane, RoadGrid.Hit hit, double outside, double offset);
  }

  private void visit(double x, double y, double radius, Lanes kind, Visitor visitor) {
    grid.query(x, y, radius, kind, hit -> visitLanes(hit, radius, kind, visitor));
  }

  private void visitLanes(RoadGrid.Hit hit, double radius, Lanes kind, Visitor visitor) {
    RoadPiece piece = hit.piece();
    double[] borders = piece.bordersAt(hit.s());
    LaneSegment[] here = piece.lanes;
    for (int i = 0; i < here.length; i++) {
      if (kind == Lanes.DRIVABLE && !piece.section.isDrivable(i)) {
        continue;
      }
      double left = Math.max(borders[i], borders[i + 1]);
      double right = Math.min(borders[i], borders[i + 1]);
      double aside = Math.max(0.0, Math.max(hit.t() - left, right - hit.t()));
      double outside =
          hit.beyond() == 0.0 ? aside : Math.sqrt(aside * aside + hit.beyond() * hit.beyond());
      if (outside <= radius) {
        visitor.visit(here[i], hit, outside, hit.t() - 0.5 * (left + right));
      }
    }
  }

  Optional<LanePosition> project(double x, double y) {
    return best(x, y, (candidate, offset) -> 0.0);
  }

  Optional<LanePosition> project(Pose2 pose) {
    return best(pose.x(), pose.y(), (lane, s) -> {
      double turn = Math.abs(Angles.difference(lane.yawAtRoadS(s), pose.yaw()));
      return YAW_COST_M * turn / Math.PI;
    });
  }

  Optional<LanePosition> project(Vec3 point) {
    return best(point.x(), point.y(), (lane, s) -> {
      double apart = Math.abs(lane.road().poseAt(lane.sectionIndex(), s, 0.0).z() - point.z());
      return apart > LEVEL_M ? apart : 0.0;
    });
  }

  private interface ExtraCost {
    double of(LaneSegment lane, double s);
  }

  /** Among drivable lanes within reach the one of least cost: metres outside, extra cost, then distance to its middle. */
  private Optional<LanePosition> best(double x, double y, ExtraCost extra) {
    Best best = new Best(x, y, extra);
    grid.search(x, y, false, best);
    if (best.cost > 0.5) {
      best.lookBeside();
      grid.search(x, y, true, best);
    }
    return best.lane == null ? Optional.empty() : Optional.of(best.lane.locate(x, y, best.s));
  }

  /** The cheapest candidate so far; of equally cheap ones the first in the order of the file's roads, cell by cell. */
  private final class Best implements Visitor, RoadGrid.Search {
    private final double x;
    private final double y;
    private final ExtraCost extra;
    private double radius;
    private @Nullable LaneSegment lane;
    private double s;
    private double cost = Double.POSITIVE_INFINITY;

    /** Where the cheapest is; null when it was found on a lane that holds the point, before which none beside it comes. */
    private @Nullable RoadPiece piece;

    Best(double x, double y, ExtraCost extra) {
      this.x = x;
      this.y = y;
      this.extra = extra;
    }

    void lookBeside() {
      radius = NEAR_M;
      piece = null;
    }

    @Override
    public double cost() {
      return cost;
    }

    @Override
    public void found(RoadGrid.Hit hit) {
      visitLanes(hit, radius, Lanes.DRIVABLE, this);
    }

    @Override
    public void visit(LaneSegment candidate, RoadGrid.Hit hit, double outside, double offset) {
      double total = outside + extra.of(candidate, hit.s()) + OFFSET_COST * Math.abs(offset);
      if (total < cost || (total == cost && isFirst(hit.piece()))) {
        lane = candidate;
        s = hit.s();
        cost = total;
        piece = hit.piece();
      }
    }

    private boolean isFirst(RoadPiece other) {
      return piece != null && grid.isBefore(other, piece, x, y, radius);
    }
  }

  List<LanePosition> projectAll(double x, double y, double radius) {
    List<Candidate> candidates = new ArrayList<>();
    visit(
        x,
        y,
        radius,
        Lanes.ALL,
        (lane, hit, outside, offset) -> candidates.add(new Candidate(lane, hit, outside, offset)));
    candidates.sort(NEAREST_FIRST);
    List<LanePosition> positions = new ArrayList<>();
    for (Candidate candidate : candidates) {
      LanePosition position = candidate.lane().locate(x, y, candidate.hit().s());
      // A ramp may pass over itself: one lane, two places.
      boolean known = positions.stream()
          .anyMatch(p -> p.lane() == position.lane() && Math.abs(p.s() - position.s()) < SAME_M);
      if (!known) {
        positions.add(position);
      }
    }
    return positions;
  }

  boolean onDrivable(double x, double y, double tolerance) {
    boolean[] found = {false};
    visit(x, y, tolerance, Lanes.DRIVABLE, (lane, hit, outside, offset) -> found[0] = true);
    return found[0];
  }

  Optional<RoadPosition> toRoad(double x, double y) {
    for (double radius : ROAD_RADII_M) {
      List<Candidate> candidates = new ArrayList<>();
      visit(
          x,
          y,
          radius,
          Lanes.ALL,
          (lane, hit, outside, offset) ->
              candidates.add(new Candidate(lane, hit, outside, offset)));
      Optional<Candidate> best = candidates.stream().min(DRIVABLE_FIRST);
      if (best.isPresent()) {
        return best.map(LaneIndex::roadPosition);
      }
    }
    return Optional.empty();
  }

  private static RoadPosition roadPosition(Candidate candidate) {
    Road road = candidate.lane().road();
    RoadGrid.Hit hit = candidate.hit();
    return new RoadPosition(
        road.id(),
        hit.s(),
        hit.t(),
        road.headingAt(hit.s()),
        road.poseAt(hit.piece().sectionIndex, hit.s(), hit.t()).z());
  }
}
