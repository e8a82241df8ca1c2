package io.camber.sim.scenario.action;

import io.camber.sim.scenario.document.Node;
import io.camber.sim.scenario.document.Plays;
import io.camber.sim.scenario.entity.DistanceKind;
import io.camber.sim.scenario.entity.Distances;
import io.camber.sim.scenario.entity.Entity;
import io.camber.sim.scenario.entity.Frame;
import io.camber.sim.scenario.entity.Motion;
import io.camber.sim.scenario.entity.Stage;
import java.util.EnumSet;
import java.util.Set;

/**
 * LongitudinalDistanceAction: reaches, or keeps, a distance or time gap to another entity. Without constraints the entity is
 * put there at once; with them it approaches like a damped spring, as in esmini.
 *
 * @param timeGapS NaN when {@code distanceM} counts
 */
@Plays("LongitudinalDistanceAction")
record LongitudinalDistanceAction(
    String reference,
    double distanceM,
    double timeGapS,
    Displacement displacement,
    boolean freeSpace,
    boolean continuous,
    Frame frame,
    DynamicLimits limits)
    implements PrivateAction {
  private static final double REACHED_M = 0.1;
  /** Spring constant per m/s2 of available acceleration, 1/m. */
  private static final double SPRING_PER_M = 0.4;

  /** On which side of the other entity. */
  enum Displacement {
    ANY,
    TRAILING_REFERENCED_ENTITY,
    LEADING_REFERENCED_ENTITY
  }

  static LongitudinalDistanceAction read(Node node) {
    if (node.has("distance") == node.has("timeGap")) {
      throw node.error("<LongitudinalDistanceAction> needs either distance or timeGap");
    }
    return new LongitudinalDistanceAction(
        node.entity("entityRef"),
        node.number("distance", Double.NaN),
        node.number("timeGap", Double.NaN),
        node.oneOf("displacement", Displacement.class, Displacement.TRAILING_REFERENCED_ENTITY),
        node.truth("freespace", false),
        node.truth("continuous", false),
        node.oneOf("coordinateSystem", Frame.class, Frame.ENTITY),
        DynamicLimits.read(node));
  }

  @Override
  public Set<Domain> domains() {
    return EnumSet.of(Domain.LONGITUDINAL);
  }

  @Override
  public boolean setsSpeed() {
    return true;
  }

  @Override
  public ActionRun start(Stage stage, Entity actor) {
    return new Run(actor, stage.entity(reference));
  }

  private final class Run implements ActionRun {
    private final Entity actor;
    private final Entity other;
    private final DynamicLimits bounds;
    private final double sign;
    private double accel;

    Run(Entity actor, Entity other) {
      this.actor = actor;
      this.other = other;
      this.bounds = limits.within(actor.model());
      this.sign = switch (displacement) {
        case TRAILING_REFERENCED_ENTITY -> 1.0;
        case LEADING_REFERENCED_ENTITY -> -1.0;
        case ANY -> distance() < 0.0 ? -1.0 : 1.0;
      };
    }

    private double distance() {
      Frame used = freeSpace ? Frame.ENTITY : frame;
      Distances.Measure measure = new Distances.Measure(used, DistanceKind.LONGITUDINAL, freeSpace);
      return Distances.between(actor, other, measure).orElse(0.0);
    }

    @Override
    public boolean step(double dtS) {
      Motion motion = actor.driven();
      double otherSpeed = other.seen().speedMps();
      double wanted = Double.isNaN(timeGapS) ? distanceM : Math.abs(otherSpeed) * timeGapS;
      double error = distance() - sign * Math.abs(wanted);
      boolean reached = !continuous && Math.abs(error) < REACHED_M;
      if (bounds.isUnlimited()) {
        motion.cursor().moveAhead(error);
        motion.setSpeedMps(otherSpeed);
      } else {
        double speed = motion.speedMps() + spring(error, motion.speedMps() - otherSpeed, dtS) * dtS;
        motion.setSpeedMps(Math.max(-bounds.speedMps(), Math.min(bounds.speedMps(), speed)));
      }
      return reached;
    }

    /** Acceleration of a critically damped spring within the limits of acceleration and jerk. */
    private double spring(double error, double speedDifference, double dtS) {
      double tension = SPRING_PER_M * (error < 0.0 ? bounds.accelMps2() : bounds.decelMps2());
      double wanted = error * tension - speedDifference * 2.0 * Math.sqrt(tension);
      double next = Math.max(-bounds.decelMps2(), Math.min(bounds.accelMps2(), wanted));
      if (wanted < 0.0 && next < accel) {
        next = Math.max(accel - bounds.decelRateMps3() * dtS, next);
      } else if (wanted >= 0.0 && next > accel) {
        next = Math.min(accel + bounds.accelRateMps3() * dtS, next);
      }
      accel = next;
      return accel;
    }
  }
}
