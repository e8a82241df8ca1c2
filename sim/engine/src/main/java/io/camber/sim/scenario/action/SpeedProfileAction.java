package io.camber.sim.scenario.action;

import io.camber.sim.scenario.document.Node;
import io.camber.sim.scenario.document.Plays;
import io.camber.sim.scenario.document.Plays.Support;
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
 * given. Speeds change evenly between entries; limits on jerk are named in a warning and not kept.
 */
@Plays(
    value = "SpeedProfileAction",
    support = Support.PARTLY,
    note = "speeds change evenly: limits on jerk are not kept, which a warning says")
@Plays("SpeedProfileEntry")
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
    if (follows && Double.isFinite(Math.min(limits.accelRateMps3(), limits.decelRateMps3()))) {
      node.warn("limits on jerk of a <SpeedProfileAction> are not kept: speeds change evenly");
    }
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
    List<Double> times = new ArrayList<>(List.of(0.0));
    List<Double> speeds = new ArrayList<>(List.of(motion.speedMps()));
    for (int i = 0; i < entries.size(); i++) {
      Entry entry = entries.get(i);
      double speed = entry.speedMps() + base;
      double change = speed - speeds.get(speeds.size() - 1);
      double fastest =
          Math.abs(change) / Math.min(1e10, change < 0.0 ? bounds.decelMps2() : bounds.accelMps2());
      double time = Double.isNaN(entry.timeS()) ? fastest : Math.max(entry.timeS(), fastest);
      if (i == 0 && entry.timeS() < TOLERANCE) {
        if (!follows) {
          speeds.set(0, speed);
        }
        continue;
      }
      times.add(times.get(times.size() - 1) + time);
      speeds.add(speed);
    }
    return new Run(motion, times, speeds);
  }

  private static final class Run implements ActionRun {
    private final Motion motion;
    private final List<Double> times;
    private final List<Double> speeds;
    private double elapsedS;

    Run(Motion motion, List<Double> times, List<Double> speeds) {
      this.motion = motion;
      this.times = times;
      this.speeds = speeds;
    }

    @Override
    public boolean step(double dtS) {
      elapsedS += dtS;
      int last = times.size() - 1;
      int i = 0;
      while (i < last - 1 && elapsedS > times.get(i + 1)) {
        i++;
      }
      if (last == 0 || elapsedS > times.get(last) - TOLERANCE) {
        motion.setSpeedMps(speeds.get(last));
        return true;
      }
      double span = times.get(i + 1) - times.get(i);
      double share = span < TOLERANCE ? 1.0 : Math.min(1.0, (elapsedS - times.get(i)) / span);
      motion.setSpeedMps(speeds.get(i) + share * (speeds.get(i + 1) - speeds.get(i)));
      return false;
    }
  }
}
