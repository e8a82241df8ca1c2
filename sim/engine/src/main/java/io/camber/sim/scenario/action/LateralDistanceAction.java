package io.camber.sim.scenario.action;

import io.camber.sim.scenario.document.Node;
import io.camber.sim.scenario.document.Plays;
import io.camber.sim.scenario.entity.Entity;
import io.camber.sim.scenario.entity.Frame;
import io.camber.sim.scenario.entity.Motion;
import io.camber.sim.scenario.entity.Stage;
import io.camber.sim.scenario.road.RoadCursor;
import io.camber.sim.scenario.road.RoadDistance;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * LateralDistanceAction: reaches, or keeps, a sideways distance to another entity, measured across the road or across the
 * other entity. Without constraints the entity is put there at once; with them it drifts over like a damped spring.
 */
@Plays("LateralDistanceAction")
record LateralDistanceAction(
    String reference,
    double distanceM,
    Displacement displacement,
    boolean freeSpace,
    boolean continuous,
    Frame frame,
    DynamicLimits limits)
    implements PrivateAction {
  private static final double REACHED_M = 0.01;
  private static final double SPRING_PER_M = 0.4;
  private static final double TOLERANCE = 1e-6;
  private static final double FAR_M = 1e6;

  /** On which side of the other entity. */
  enum Displacement {
    ANY,
    LEFT_TO_REFERENCED_ENTITY,
    RIGHT_TO_REFERENCED_ENTITY
  }

  static LateralDistanceAction read(Node node) {
    return new LateralDistanceAction(
        node.entity("entityRef"),
        node.number("distance", 0.0),
        node.oneOf("displacement", Displacement.class, Displacement.ANY),
        node.truth("freespace", false),
        node.truth("continuous", false),
        node.oneOf("coordinateSystem", Frame.class, Frame.LANE),
        DynamicLimits.read(node));
  }

  @Override
  public Set<Domain> domains() {
    return EnumSet.of(Domain.LATERAL);
  }

  @Override
  public ActionRun start(Stage stage, Entity actor) {
    return new Run(actor, stage.entity(reference));
  }

  private final class Run implements ActionRun {
    private final Motion motion;
    private final Entity other;
    private final DynamicLimits bounds;
    private final double wantedLeftM;
    private double lateralSpeedMps;
    private boolean begun;

    Run(Entity actor, Entity target) {
      this.motion = actor.driven();
      this.other = target;
      this.bounds = limits.orUnlimited();
      double widths = (actor.model().size().widthM() + target.model().size().widthM()) / 2.0;
      double wanted = Math.abs(distanceM) + (freeSpace ? widths : 0.0);
      wantedLeftM = displacement == Displacement.RIGHT_TO_REFERENCED_ENTITY ? -wanted : wanted;
    }

    /** How far to go to the left of increasing s of the own road. */
    private double error() {
      RoadCursor own = motion.cursor();
      RoadCursor ref = other.seen().cursor();
      Optional<RoadDistance> apart =
          isAcrossRoad() ? RoadDistance.between(ref, own, FAR_M) : Optional.empty();
      if (apart.isEmpty()) {
        double dx = own.x() - ref.x();
        double dy = own.y() - ref.y();
        double left = -dx * StrictMath.sin(ref.yaw()) + dy * StrictMath.cos(ref.yaw());
        return ref.looksAlongRoad() ? wantedLeftM - left : left - wantedLeftM;
      }
      boolean looksAlongOwnRoad = ref.looksAlongRoad() == apart.get().sameWay();
      return (looksAlongOwnRoad ? wantedLeftM : -wantedLeftM) - apart.get().dt();
    }

    private boolean isAcrossRoad() {
      return frame != Frame.ENTITY && motion.cursor().isOnRoad();
    }

    @Override
    public boolean step(double dtS) {
      if (!begun && isAcrossRoad()) {
        // the first step only looks where the other is, as in esmini
        begun = true;
        return false;
      }
      double error = error();
      boolean reached = !continuous && Math.abs(error) < REACHED_M;
      double shift = bounds.isUnlimited() && bounds.speedMps() >= 1e10 ? error : drift(error, dtS);
      shift(shift, dtS);
      return reached;
    }

    private double drift(double error, double dtS) {
      double possible =
          Math.max(0.0, Math.min(bounds.speedMps(), Math.abs(motion.speedMps())) - TOLERANCE);
      if (bounds.accelMps2() >= 1e10) {
        lateralSpeedMps =
            Math.copySign(Math.min(possible, Math.abs(error) / Math.max(dtS, TOLERANCE)), error);
      } else {
        double tension = SPRING_PER_M * bounds.accelMps2();
        double accel = error * tension - lateralSpeedMps * 2.0 * Math.sqrt(tension);
        accel = Math.max(-bounds.accelMps2(), Math.min(bounds.accelMps2(), accel));
        lateralSpeedMps = Math.max(-possible, Math.min(possible, lateralSpeedMps + accel * dtS));
      }
      return lateralSpeedMps * dtS;
    }

    private void shift(double left, double dtS) {
      RoadCursor own = motion.cursor();
      double speed = motion.speedMps();
      double way = Math.abs(speed) * dtS;
      double along = Math.sqrt(Math.max(0.0, way * way - left * left));
      if (!own.isOnRoad()) {
        shiftInPlane(left, speed < 0.0 ? -along : along);
        return;
      }
      own.setYawFromTravel(0.0);
      own.moveAhead(own.toRoadDistance(speed < 0.0 ? -along : along));
      own.setOffset(own.offset() + left);
      double turn = Math.abs(left) < way ? StrictMath.asin(left / way) : 0.0;
      own.setYawFromTravel(own.looksAlongRoad() ? turn : -turn);
      if (own.route().isEmpty()) {
        own.locate();
      }
      motion.claimMotion();
    }

    /** Without a road the other's heading takes the place of its direction. */
    private void shiftInPlane(double left, double along) {
      RoadCursor own = motion.cursor();
      double yaw = other.seen().cursor().yaw();
      double sideways = other.seen().cursor().looksAlongRoad() ? left : -left;
      double c = StrictMath.cos(yaw);
      double n = StrictMath.sin(yaw);
      own.setPose(
          own.x() + along * c - sideways * n,
          own.y() + along * n + sideways * c,
          yaw + StrictMath.atan2(sideways, along));
      motion.claimMotion();
    }
  }
}
