package io.camber.sim.scenario.action;

import io.camber.sim.scenario.document.Node;
import io.camber.sim.scenario.document.Plays;
import io.camber.sim.scenario.entity.Entity;
import io.camber.sim.scenario.entity.EntityModel;
import io.camber.sim.scenario.entity.Motion;
import io.camber.sim.scenario.entity.Stage;
import java.util.EnumSet;
import java.util.Set;

/** SpeedAction: changes the speed to a target over time, over distance or at a rate, within the entity's performance. */
@Plays({"SpeedAction", "SpeedActionTarget", "SpeedActionDynamics"})
public record SpeedAction(Dynamics dynamics, SpeedTarget target) implements PrivateAction {
  private static final double TOLERANCE = 1e-6;

  static SpeedAction read(Node node) {
    return new SpeedAction(
        Dynamics.read(node.one("SpeedActionDynamics")),
        SpeedTarget.read(node.one("SpeedActionTarget")));
  }

  @Override
  public Set<Domain> domains() {
    return EnumSet.of(Domain.LONGITUDINAL);
  }

  /** The speed asked for when it does not depend on another entity; NaN otherwise. */
  public double absoluteSpeedMps() {
    return target.reference().isEmpty() ? target.value() : Double.NaN;
  }

  @Override
  public boolean setsSpeed() {
    return true;
  }

  @Override
  public ActionRun start(Stage stage, Entity actor) {
    return new Run(stage, actor);
  }

  private final class Run implements ActionRun {
    private final Stage stage;
    private final Motion motion;
    private final EntityModel model;
    private final Transition transition;
    private boolean reached;

    Run(Stage stage, Entity actor) {
      this.stage = stage;
      this.motion = actor.driven();
      this.model = actor.model();
      double from = motion.speedMps();
      double to = goal();
      transition = new Transition(overTime(from, to), from, to);
      transition.limitSlope(to > from ? model.accelMps2Max() : model.decelMps2Max());
      motion.setSpeedMps(transition.value());
    }

    private double goal() {
      return clamp(target.on(stage), model.speedMpsMax());
    }

    /** A distance turned into the time it takes at the mean speed, or at both mean speeds when the direction changes. */
    private Dynamics overTime(double from, double to) {
      if (dynamics.dimension() != Transition.Dimension.DISTANCE) {
        return dynamics;
      }
      double distance = dynamics.value();
      if (Math.abs(to - from) < TOLERANCE) {
        return dynamics.withTime(0.0);
      }
      if (from * to < 0.0) {
        double share = from * from / (from * from + to * to);
        double first = share * distance;
        return dynamics.withTime(
            2.0 * first / Math.abs(from) + 2.0 * (distance - first) / Math.abs(to));
      }
      return dynamics.withTime(2.0 * distance / Math.abs(from + to));
    }

    @Override
    public boolean step(double dtS) {
      if (target.reference().isPresent()) {
        transition.setTarget(goal());
      }
      double speed =
          transition.extent() > 0.0 && transition.isOver() ? approach(dtS) : advance(dtS);
      if (transition.isOver() && Math.abs(speed - transition.target()) < TOLERANCE) {
        reached = true;
        speed = goal();
      }
      motion.setSpeedMps(speed);
      return reached && !target.continuous();
    }

    /** After the transition: follows a moving target as fast as the entity can. */
    private double approach(double dtS) {
      double accel = dtS > TOLERANCE ? (goal() - motion.speedMps()) / dtS : 0.0;
      return clamp(motion.speedMps() + limited(accel) * dtS, model.speedMpsMax());
    }

    private double advance(double dtS) {
      transition.advance(dtS);
      double speed = transition.value();
      double accel = dtS > TOLERANCE ? (speed - motion.speedMps()) / dtS : 0.0;
      if (accel > model.accelMps2Max() + TOLERANCE || accel < -model.decelMps2Max() - TOLERANCE) {
        speed = clamp(motion.speedMps() + limited(accel) * dtS, model.speedMpsMax());
        double done = (speed - motion.speedMps()) / accel;
        transition.advance(-(dtS - done));
      }
      return speed;
    }

    private double limited(double accel) {
      return Math.max(-model.decelMps2Max(), Math.min(model.accelMps2Max(), accel));
    }

    private static double clamp(double value, double limit) {
      return Math.max(-limit, Math.min(limit, value));
    }
  }
}
