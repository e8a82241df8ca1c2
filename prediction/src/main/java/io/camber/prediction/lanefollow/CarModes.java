package io.camber.prediction.lanefollow;

import io.camber.map.RoadMap;
import io.camber.map.road.StopKind;
import io.camber.map.routing.FrenetPoint;
import io.camber.map.routing.LanePath;
import io.camber.map.routing.PathStop;
import io.camber.scene.PredictedPoint;
import io.camber.scene.SignalColor;
import io.camber.scene.SignalState;
import io.camber.scene.SignalStates;
import io.camber.scene.Track;
import java.util.List;
import java.util.Optional;

/** Modes of vehicles on lanes: where (branches, neighbour lanes) times how fast (as now, braking on, stopping at a line). */
final class CarModes {
  /** Time constant with which drivers let go of today's acceleration. */
  private static final double ACCEL_TAU_S = 1.2;

  private static final double BRAKING_MPS2 = -0.8;

  private static final double SETTLE_S = 3.0;

  /** Weight of a turn that nothing speaks for or against, next to 1 for going straight on. */
  private static final double TURN_WEIGHT = 0.3;

  private final PredictionConfig config;
  private final ModeWriter writer;

  CarModes(PredictionConfig config) {
    this.config = config;
    this.writer = new ModeWriter(config);
  }

  void add(
      ModeSet modes,
      Track track,
      List<LaneMatch> matches,
      LanePaths paths,
      Optional<SignalStates> signals,
      RoadMap map) {
    if (track.speedMps() < config.standingMps() && track.accelMps2() < 0.5) {
      addStanding(modes, track, matches.get(0), paths);
      return;
    }
    double share = 1.0;
    LaneMatch best = matches.get(0);
    for (int side = 1; side >= -1; side -= 2) {
      Optional<LaneChange> change = LaneChange.to(side, track, best, map);
      if (change.isPresent()) {
        addChange(modes, track, best, paths, change.get());
        share -= change.get().probability();
      }
    }
    double total = 0.0;
    for (LaneMatch match : matches) {
      total += matchWeight(match, best);
    }
    for (LaneMatch match : matches) {
      addBranches(modes, track, match, paths, signals, share * matchWeight(match, best) / total);
    }
  }

  private static double matchWeight(LaneMatch match, LaneMatch best) {
    double worse = Math.abs(match.yawError()) - Math.abs(best.yawError());
    double aside = Math.abs(match.position().d()) - Math.abs(best.position().d());
    return StrictMath.exp(-Math.max(0.0, worse) * 6.0 - Math.max(0.0, aside));
  }

  private void addBranches(
      ModeSet modes,
      Track track,
      LaneMatch match,
      LanePaths paths,
      Optional<SignalStates> signals,
      double weight) {
    List<LanePath> branches = paths.from(match.position(), aheadM(track));
    double[] weights = new double[branches.size()];
    double total = 0.0;
    for (int i = 0; i < weights.length; i++) {
      weights[i] = (i == 0 ? 1.0 : TURN_WEIGHT) * turnWeight(track, match, branches.get(i));
      total += weights[i];
    }
    for (int i = 0; i < weights.length; i++) {
      String name = branches.size() == 1 ? "keep" : "branch-" + i;
      addAlong(modes, track, match, branches.get(i), signals, name, weight * weights[i] / total);
    }
  }

  /** A path that turns as the track does is more likely. */
  private static double turnWeight(Track track, LaneMatch match, LanePath path) {
    double v = track.speedMps();
    double s = path.toFrenet(
            track.center().x(), track.center().y(), match.position().s())
        .s();
    double wanted = path.curvatureAt(s + 0.4 * v) * v;
    double off = (wanted - track.yawRateRadps()) / 0.15;
    return 0.05 + StrictMath.exp(-0.5 * Math.min(30.0, off * off));
  }

  private void addAlong(
      ModeSet modes,
      Track track,
      LaneMatch match,
      LanePath path,
      Optional<SignalStates> signals,
      String name,
      double weight) {
    double v = track.speedMps();
    double a = Math.max(-9.0, Math.min(3.0, track.accelMps2()));
    double left = 1.0;
    FrenetPoint at =
        path.toFrenet(track.center().x(), track.center().y(), match.position().s());
    double stop = stopProbability(track, path, at.s(), signals);
    if (stop > 0.0) {
      double distance = stopDistance(track, path, at.s(), signals);
      SpeedPlan plan = SpeedPlan.of(config, v, SpeedPlan.stopAfter(distance));
      modes.add(name + "-stop", weight * stop, write(track, match, path, at, plan));
      left -= stop;
    }
    if (a < BRAKING_MPS2) {
      double braking = left * Math.min(0.8, 0.4 - 0.1 * a);
      SpeedPlan plan = SpeedPlan.along(config, v, SpeedPlan.constant(a), path, at.s());
      modes.add(name + "-brake", weight * braking, write(track, match, path, at, plan));
      left -= braking;
    }
    SpeedPlan plan = SpeedPlan.along(config, v, SpeedPlan.fading(a, ACCEL_TAU_S), path, at.s());
    modes.add(name, weight * left, write(track, match, path, at, plan));
  }

  private List<PredictedPoint> write(
      Track track, LaneMatch match, LanePath path, FrenetPoint at, SpeedPlan plan) {
    double half = match.lane().widthAt(match.position().s()) / 2.0;
    double free = Math.max(0.0, half - track.size().widthM() / 2.0);
    double settled = Math.max(-free, Math.min(free, at.d()));
    double target = Math.abs(match.lateralMps()) < 0.2 ? settled : 0.0;
    return writer.onPath(track, path, at.s(), at.d(), match.lateralMps(), plan, target, SETTLE_S);
  }

  private void addChange(
      ModeSet modes, Track track, LaneMatch match, LanePaths paths, LaneChange change) {
    double a = Math.max(-9.0, Math.min(3.0, track.accelMps2()));
    SpeedPlan plan = SpeedPlan.of(config, track.speedMps(), SpeedPlan.fading(a, ACCEL_TAU_S));
    String side = change.side() > 0 ? "left" : "right";
    List<LanePath> branches = paths.from(match.position(), aheadM(track));
    if (change.targetD().isEmpty() || branches.isEmpty()) {
      double course =
          StrictMath.atan2(track.velocityMps().y(), track.velocityMps().x());
      modes.add(
          "leave-" + side,
          change.probability(),
          writer.free(track, course, track.yawRateRadps(), 1.0, plan));
      return;
    }
    LanePath path = branches.get(0);
    FrenetPoint at =
        path.toFrenet(track.center().x(), track.center().y(), match.position().s());
    modes.add(
        "change-" + side,
        change.probability(),
        writer.onPath(
            track,
            path,
            at.s(),
            at.d(),
            match.lateralMps(),
            plan,
            change.targetD().get(),
            change.settleS()));
  }

  private void addStanding(ModeSet modes, Track track, LaneMatch match, LanePaths paths) {
    SpeedPlan stays = SpeedPlan.of(config, 0.0, SpeedPlan.constant(0.0));
    modes.add("stay", 0.9, writer.free(track, track.center().yaw(), 0.0, 1.0, stays));
    List<LanePath> branches = paths.from(match.position(), 60.0);
    if (!branches.isEmpty()) {
      SpeedPlan starts = SpeedPlan.of(config, 0.0, (t, way, v) -> v < 8.0 ? 1.5 : 0.0);
      LanePath path = branches.get(0);
      FrenetPoint at =
          path.toFrenet(track.center().x(), track.center().y(), match.position().s());
      modes.add("start", 0.1, write(track, match, path, at, starts));
    }
  }

  /** How far to look for lanes, in steps of 50 m so that paths can be reused. */
  private double aheadM(Track track) {
    double reach = track.speedMps() * config.horizonS() + 40.0;
    return 50.0 * Math.ceil(reach / 50.0);
  }

  private static double stopProbability(
      Track track, LanePath path, double s, Optional<SignalStates> signals) {
    double distance = stopDistance(track, path, s, signals);
    if (Double.isInfinite(distance)) {
      return 0.0;
    }
    double v = track.speedMps();
    double needed = v * v / (2.0 * Math.max(0.5, distance));
    if (needed > 4.0) {
      return 0.0;
    }
    boolean braking = track.accelMps2() < -0.5 * needed - 0.1;
    if (needed < 1.5) {
      return braking ? 0.9 : 0.7;
    }
    return braking ? 0.85 : 0.7 * (4.0 - needed) / 2.5;
  }

  /** From the track's front to the next line that holds it; infinite when none does. */
  private static double stopDistance(
      Track track, LanePath path, double s, Optional<SignalStates> signals) {
    double front = s + track.size().lengthM() / 2.0;
    for (PathStop stop : path.stops()) {
      if (stop.s() > front && holds(stop, signals)) {
        return stop.s() - front;
      }
    }
    return Double.POSITIVE_INFINITY;
  }

  private static boolean holds(PathStop stop, Optional<SignalStates> signals) {
    if (stop.kind() == StopKind.STOP) {
      return true;
    }
    if (stop.kind() != StopKind.LIGHT || signals.isEmpty()) {
      return false;
    }
    Optional<SignalState> state = signals.get().findSignal(stop.signal().id());
    return state.isPresent()
        && (state.get().color() == SignalColor.RED || state.get().color() == SignalColor.YELLOW);
  }
}
