package io.camber.sim.scenario.action;

import io.camber.sim.scenario.document.Node;
import io.camber.sim.scenario.document.Plays;
import io.camber.sim.scenario.entity.Entity;
import io.camber.sim.scenario.entity.Motion;
import io.camber.sim.scenario.entity.Stage;
import io.camber.sim.scenario.place.Lanes;
import io.camber.sim.scenario.road.RoadCursor;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * LaneChangeAction: moves to another lane, keeping the speed along the way driven.
 *
 * @param reference the entity from whose lane {@code lane} counts; an absolute lane number without
 */
@Plays({
  "LaneChangeAction",
  "LaneChangeTarget",
  "LaneChangeActionDynamics",
  "AbsoluteTargetLane",
  "RelativeTargetLane"
})
record LaneChangeAction(
    Dynamics dynamics, Optional<String> reference, int lane, double targetOffset)
    implements PrivateAction {
  private static final double TOLERANCE = 1e-6;

  static LaneChangeAction read(Node node) {
    Node target = node.one("LaneChangeTarget").choice();
    boolean relative = target.name().equals("RelativeTargetLane");
    if (!relative && !target.name().equals("AbsoluteTargetLane")) {
      throw target.error("<" + target.name() + "> is not a target lane");
    }
    return new LaneChangeAction(
        Dynamics.read(node.one("LaneChangeActionDynamics")),
        relative ? Optional.of(target.entity("entityRef")) : Optional.empty(),
        target.integer("value"),
        node.number("targetLaneOffset", 0.0));
  }

  @Override
  public Set<Domain> domains() {
    return EnumSet.of(Domain.LATERAL);
  }

  @Override
  public ActionRun start(Stage stage, Entity actor) {
    RoadCursor cursor = actor.driven().cursor();
    int targetLane = targetLane(stage);
    if (!cursor.isOnRoad() || !cursor.hasLane(targetLane)) {
      stage.report(
          "warning", actor.name(), "lane change to lane " + targetLane + " that the road has not");
      return ActionRun.DONE;
    }
    return new Run(actor.driven(), targetLane);
  }

  private int targetLane(Stage stage) {
    if (reference.isEmpty()) {
      return lane;
    }
    RoadCursor other = stage.entity(reference.get()).seen().cursor();
    return Lanes.shifted(other.laneNumber(), other.looksAlongRoad() ? lane : -lane);
  }

  private final class Run implements ActionRun {
    private final Motion motion;
    private final RoadCursor cursor;
    /** The same point named by the target lane. */
    private final RoadCursor inTarget;

    private final Transition transition;
    private double turn;

    Run(Motion motion, int targetLane) {
      this.motion = motion;
      this.cursor = motion.cursor();
      cursor.setYawFromTravel(0.0);
      inTarget = cursor.copy();
      inTarget.nameLane(targetLane);
      // offsets are counted away from the road's middle, so that road direction does not matter
      double from = inTarget.side() * inTarget.offset();
      transition = new Transition(dynamics, from, inTarget.side() * targetOffset);
    }

    @Override
    public boolean step(double dtS) {
      motion.claimMotion();
      double speed = motion.speedMps();
      if (Math.abs(speed) < TOLERANCE) {
        return false;
      }
      double way = Math.abs(speed) * dtS;
      double along = transition.dimension() == Transition.Dimension.DISTANCE
          ? advanceOverDistance(way)
          : advanceOverTime(way, dtS, speed);
      double offset = lastOffset;
      if (transition.isJump()) {
        along = way;
      }
      boolean reachedBefore = transition.hasReached(offset);
      cursor.set(inTarget);
      cursor.setOffset(offset * inTarget.side());
      double ahead = cursor.toRoadDistance(speed < 0.0 ? -along : along);
      boolean moved = cursor.moveAhead(ahead);
      inTarget.set(cursor);
      double direction = (cursor.looksAlongRoad() ? 1.0 : -1.0) * cursor.side();
      cursor.setYawFromTravel(reachedBefore ? 0.0 : direction * turn);
      if (cursor.route().isEmpty()) {
        cursor.locate();
      }
      return reachedBefore || !moved;
    }

    private double lastOffset;

    private double advanceOverTime(double way, double dtS, double speed) {
      double slope = transition.slope();
      double sideways = dtS * Math.abs(slope);
      double along =
          Math.sqrt(Math.max(0.0, way * way - Math.min(sideways, way) * Math.min(sideways, way)));
      double sign = (speed < 0.0 ? -1.0 : 1.0) * (slope < 0.0 ? -1.0 : 1.0);
      if (sideways < way + TOLERANCE) {
        transition.advance(dtS);
        lastOffset = transition.value();
        turn = StrictMath.atan2(sign * sideways, along);
      } else {
        // more sideways than the speed allows: straight across as fast as possible
        double distance = Math.abs(transition.target() - transition.start());
        transition.advance(way * transition.extent() / Math.max(distance, TOLERANCE));
        lastOffset = transition.value(Transition.Shape.LINEAR);
        turn = sign * (Math.PI / 2.0 - TOLERANCE);
      }
      return along;
    }

    private double advanceOverDistance(double way) {
      double slope = transition.slope();
      double along = Math.sqrt(way * way / (1.0 + slope * slope));
      transition.advance(along);
      lastOffset = transition.value();
      turn = StrictMath.atan(slope);
      return along;
    }
  }
}
