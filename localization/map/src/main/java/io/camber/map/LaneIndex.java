package io.camber.map;

import io.camber.geometry.Angles;
import io.camber.geometry.Pose2;
import io.camber.geometry.Vec3;
import io.camber.map.RoadGrid.Lanes;
import io.camber.map.road.Extent;
import io.camber.map.road.LaneSection;
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
  private static final double NEAR_M = 3.0;

  /** Cost of half a turn between a pose and a lane, as metres outside the lane: an opposing lane must be that much nearer. */
  private static final double YAW_COST_M = 3.0;

  /** Levels of a crossing are at least this far apart; smaller differences are noise of the map. */
  private static final double LEVEL_M = 1.5;

  /** Places on one lane closer than this are one place. */
  private static final double SAME_M = 1.0;

  private static final double[] ROAD_RADII_M = {0.05, 5.0, 50.0};

  private final List<Road> roads;
  private final LaneSegment[][][] lanes;
  private final RoadGrid grid;

  LaneIndex(List<Road> roads, Map<String, LaneSegment> segments) {
    this.roads = roads;
    this.grid = new RoadGrid(roads);
    this.lanes = new LaneSegment[roads.size()][][];
    for (int r = 0; r < roads.size(); r++) {
      Road road = roads.get(r);
      lanes[r] = new LaneSegment[road.sections().size()][];
      for (int i = 0; i < lanes[r].length; i++) {
        int section = i;
        lanes[r][i] = road.sections().get(i).lanes().stream()
            .map(lane -> segments.get(LaneKey.id(road.id(), section, lane.number())))
            .toArray(LaneSegment[]::new);
      }
    }
  }

  Extent extent() {
    return grid.extent();
  }

  /** A lane near the point: how far the point lies outside it, and its offset from the lane's middle along t. */
  private record Candidate(LaneSegment lane, RoadGrid.Hit hit, double outside, double offset) {}

  private interface Visitor {
    void visit(LaneSegment lane, RoadGrid.Hit hit, double outside, double offset);

    /** Lanes further outside need not be visited. */
    default double reach(double radius) {
      return radius;
    }
  }

  private void visit(double x, double y, double radius, Lanes kind, Visitor visitor) {
    grid.query(x, y, radius, kind, new RoadGrid.Finder() {
      @Override
      public void found(RoadGrid.Hit hit) {
        visitLanes(hit, radius, visitor);
      }

      @Override
      public double reach(double queried) {
        return visitor.reach(queried);
      }
    });
  }

  private void visitLanes(RoadGrid.Hit hit, double radius, Visitor visitor) {
    LaneSection section = roads.get(hit.roadIndex()).sections().get(hit.sectionIndex());
    double[] borders = section.bordersAt(hit.s());
    LaneSegment[] here = lanes[hit.roadIndex()][hit.sectionIndex()];
    for (int i = 0; i < here.length; i++) {
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
    Best best = new Best(extra);
    visit(x, y, 0.0, Lanes.DRIVABLE, best);
    if (best.lane == null || best.cost > 0.5) {
      visit(x, y, NEAR_M, Lanes.DRIVABLE, best);
    }
    return best.lane == null ? Optional.empty() : Optional.of(best.lane.locate(x, y, best.s));
  }

  /** The cheapest candidate so far. */
  private static final class Best implements Visitor {
    private final ExtraCost extra;
    private @Nullable LaneSegment lane;
    private double s;
    private double cost = Double.POSITIVE_INFINITY;

    Best(ExtraCost extra) {
      this.extra = extra;
    }

    /** Who is outside by more than the least cost costs more. */
    @Override
    public double reach(double radius) {
      return Math.min(radius, cost);
    }

    @Override
    public void visit(LaneSegment candidate, RoadGrid.Hit hit, double outside, double offset) {
      if (!candidate.isDrivable()) {
        return;
      }
      double total = outside + extra.of(candidate, hit.s()) + 0.05 * Math.abs(offset);
      if (total < cost) {
        lane = candidate;
        s = hit.s();
        cost = total;
      }
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
    candidates.sort(Comparator.comparingDouble(Candidate::outside)
        .thenComparingDouble(c -> Math.abs(c.offset()))
        .thenComparingInt(c -> c.lane().index()));
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
    visit(
        x,
        y,
        tolerance,
        Lanes.DRIVABLE,
        (lane, hit, outside, offset) -> found[0] |= lane.isDrivable());
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
      Optional<Candidate> best = candidates.stream()
          .min(Comparator.comparingDouble(Candidate::outside)
              .thenComparing(c -> !c.lane().isDrivable())
              .thenComparingDouble(c -> Math.abs(c.offset()))
              .thenComparingInt(c -> c.lane().index()));
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
        road.poseAt(hit.sectionIndex(), hit.s(), hit.t()).z());
  }
}
