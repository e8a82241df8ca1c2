package io.camber.sim.scenario.action;

import io.camber.sim.scenario.document.Node;
import io.camber.sim.scenario.document.Plays;
import io.camber.sim.scenario.entity.Entity;
import io.camber.sim.scenario.entity.Motion;
import io.camber.sim.scenario.entity.Stage;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * SpeedProfileAction: a chain of speeds, each reached after its time, or as fast as the constraints allow where no time is
 * given. Speeds change evenly between entries, or, with the following mode "follow" and limits of jerk, by ramps.
 */
@Plays({"SpeedProfileAction", "SpeedProfileEntry"})
record SpeedProfileAction(
    List<Entry> entries, Optional<String> reference, DynamicLimits limits, boolean follows)
    implements PrivateAction {
  private static final double TOLERANCE = 1e-6;

  /** A speed and the time it takes to reach it; NaN for as fast as possible. */
  record Entry(double timeS, double speedMps) {}

  SpeedProfileAction {
    entries = List.copyOf(entries);
  }

  static SpeedProfileAction read(Node node) {
    List<Entry> entries = new ArrayList<>();
    for (Node entry : node.all("SpeedProfileEntry")) {
      entries.add(new Entry(entry.number("time", Double.NaN), entry.number("speed")));
    }
    if (entries.isEmpty()) {
      throw node.error("<SpeedProfileAction> needs at least one <SpeedProfileEntry>");
    }
    DynamicLimits limits = DynamicLimits.read(node);
    boolean follows = node.text("followingMode", "position").equals("follow");
    Optional<String> reference =
        node.has("entityRef") ? Optional.of(node.entity("entityRef")) : Optional.empty();
    return new SpeedProfileAction(entries, reference, limits, follows);
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
    DynamicLimits bounds = limits.within(actor.model());
    Motion motion = actor.driven();
    double base = reference.map(name -> stage.entity(name).seen().speedMps()).orElse(0.0);
    List<SpeedRamp> ramps = new ArrayList<>();
    double speed = motion.speedMps();
    for (int i = 0; i < entries.size(); i++) {
      Entry entry = entries.get(i);
      double next = entry.speedMps() + base;
      if (i == 0 && entry.timeS() < TOLERANCE) {
        speed = follows ? speed : next;
        continue;
      }
      ramps.add(ramp(speed, next, entry.timeS(), bounds));
      speed = next;
    }
    return new Run(motion, ramps, speed);
  }

  /** Jerk is limited when following only: positions are met by even changes. */
  private SpeedRamp ramp(double from, double to, double timeS, DynamicLimits bounds) {
    double accel = Math.min(1e10, to < from ? bounds.decelMps2() : bounds.accelMps2());
    double jerk = to < from ? bounds.decelRateMps3() : bounds.accelRateMps3();
    return SpeedRamp.of(from, to, timeS, accel, follows ? jerk : Double.POSITIVE_INFINITY);
  }

  private static final class Run implements ActionRun {
    private final Motion motion;
    private final List<SpeedRamp> ramps;
    private final double lastMps;
    private int current;
    private double elapsedS;

    Run(Motion motion, List<SpeedRamp> ramps, double lastMps) {
      this.motion = motion;
      this.ramps = ramps;
      this.lastMps = lastMps;
    }

    @Override
    public boolean step(double dtS) {
      elapsedS += dtS;
      while (current < ramps.size() && elapsedS > ramps.get(current).timeS() - TOLERANCE) {
        elapsedS -= ramps.get(current).timeS();
        current++;
      }
      if (current == ramps.size()) {
        motion.setSpeedMps(lastMps);
        return true;
      }
      motion.setSpeedMps(ramps.get(current).at(elapsedS));
      return false;
    }
  }
}
