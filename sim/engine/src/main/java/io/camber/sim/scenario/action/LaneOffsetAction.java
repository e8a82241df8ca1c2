package io.camber.sim.scenario.action;

import io.camber.sim.scenario.document.Node;
import io.camber.sim.scenario.document.Plays;
import io.camber.sim.scenario.document.Plays.Support;
import io.camber.sim.scenario.entity.Entity;
import io.camber.sim.scenario.entity.Motion;
import io.camber.sim.scenario.entity.Stage;
import io.camber.sim.scenario.road.RoadCursor;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * LaneOffsetAction: moves sideways within the lane; the peak lateral acceleration sets the time it takes. The offset is held
 * until another lateral action takes over. A continuous one ends like any other once the offset is reached, as in esmini,
 * where the standard lets it go on: a warning says so.
 */
@Plays(
    value = "LaneOffsetAction",
    support = Support.PARTLY,
    note =
        "a continuous one ends when the offset is reached, and holds it from then on; a warning says so")
@Plays({
  "LaneOffsetTarget",
  "LaneOffsetActionDynamics",
  "AbsoluteTargetLaneOffset",
  "RelativeTargetLaneOffset"
})
record LaneOffsetAction(
    Transition.Shape shape, double accelMps2Max, Optional<String> reference, double offset)
    implements PrivateAction {
  private static final double TOLERANCE = 1e-6;
  private static final double INSTANT = 1e10;

  static LaneOffsetAction read(Node node) {
    Node dynamics = node.one("LaneOffsetActionDynamics");
    Node target = node.one("LaneOffsetTarget").choice();
    boolean relative = target.name().equals("RelativeTargetLaneOffset");
    if (node.truth("continuous", false)) {
      node.warn("a continuous lane offset ends when it is reached and is held from then on");
    }
    return new LaneOffsetAction(
        dynamics.oneOf("dynamicsShape", Transition.Shape.class, Transition.Shape.CUBIC),
        dynamics.number("maxLateralAcc", INSTANT),
        relative ? Optional.of(target.entity("entityRef")) : Optional.empty(),
        target.number("value"));
  }

  @Override
  public Set<Domain> domains() {
    return EnumSet.of(Domain.LATERAL);
  }

  @Override
  public ActionRun start(Stage stage, Entity actor) {
    RoadCursor cursor = actor.driven().cursor();
    double target = cursor.side() * offset;
    if (reference.isPresent()) {
      RoadCursor other = stage.entity(reference.get()).seen().cursor();
      double t = other.t() + (other.looksAlongRoad() ? offset : -offset);
      target = cursor.side() * (t - (cursor.t() - cursor.offset()));
    }
    return new Run(actor.driven(), target);
  }

  private final class Run implements ActionRun {
    private final Motion motion;
    private final RoadCursor cursor;
    private final Transition transition;

    Run(Motion motion, double target) {
      this.motion = motion;
      this.cursor = motion.cursor();
      Dynamics byTime = new Dynamics(shape, Transition.Dimension.TIME, 1.0);
      transition = new Transition(byTime, cursor.side() * cursor.offset(), target);
      transition.setExtent(transition.extentForPeakBend(Math.max(accelMps2Max, TOLERANCE)));
    }

    @Override
    public boolean step(double dtS) {
      double offsetNow = transition.value();
      boolean done = transition.hasReached(offsetNow);
      if (done) {
        cursor.setOffset(cursor.side() * transition.target());
        cursor.setYawFromTravel(0.0);
      } else {
        cursor.setOffset(cursor.side() * offsetNow);
        double speed = motion.speedMps();
        double angle =
            StrictMath.atan(transition.slope() / (Math.abs(speed) < TOLERANCE ? TOLERANCE : speed));
        cursor.setYawFromTravel((cursor.looksAlongRoad() ? 1.0 : -1.0) * cursor.side() * angle);
      }
      transition.advance(dtS);
      return done;
    }
  }
}
