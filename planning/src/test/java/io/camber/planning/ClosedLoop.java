package io.camber.planning;

import io.camber.geometry.Box2;
import io.camber.geometry.Pose2;
import io.camber.geometry.Pose3;
import io.camber.geometry.Twist2;
import io.camber.map.RoadMap;
import io.camber.motion.Mission;
import io.camber.motion.Plan;
import io.camber.motion.TrajectoryPoint;
import io.camber.pose.EgoPose;
import io.camber.pose.PoseStatus;
import io.camber.scene.Futures;
import io.camber.scene.SignalColor;
import io.camber.scene.SignalState;
import io.camber.scene.SignalStates;
import io.camber.scene.Track;
import io.camber.scene.TrackFuture;
import io.camber.scene.Tracks;
import io.camber.vehicle.VehicleDescription;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.DoubleFunction;

/**
 * A small world around a planner: the car tracks its plan perfectly, plans take effect 40 ms late, tracks are 100 ms old. No
 * simulator, no bus.
 */
final class ClosedLoop {
  static final VehicleDescription CAR = VehicleDescription.midSizeCar();

  private static final long PERIOD_NS = 100_000_000L;
  private static final long LATENCY_NS = 40_000_000L;
  private static final long AGE_NS = 100_000_000L;

  private final RoadMap map;
  private final Planner planner;
  private final List<ScriptedActor> actors = new ArrayList<>();
  private List<Pose2> waypoints = List.of();
  private double setMps = 36.0;
  private long epochNs;
  private Optional<DoubleFunction<SignalColor>> light = Optional.empty();
  private Optional<BiFunction<Tracks, Optional<SignalStates>, Futures>> predictor =
      Optional.empty();

  ClosedLoop(RoadMap map) {
    this(map, new ProposalPlanner(PlannerConfig.standard()));
  }

  ClosedLoop(RoadMap map, Planner planner) {
    this.map = map;
    this.planner = planner;
  }

  ClosedLoop with(ScriptedActor actor) {
    actors.add(actor);
    return this;
  }

  ClosedLoop setSpeed(double mps) {
    setMps = mps;
    return this;
  }

  ClosedLoop to(Pose2... goals) {
    waypoints = List.of(goals);
    return this;
  }

  /** The light {@code L1} over time. */
  ClosedLoop light(DoubleFunction<SignalColor> color) {
    light = Optional.of(color);
    return this;
  }

  ClosedLoop startingAt(long timeNs) {
    epochNs = timeNs;
    return this;
  }

  ClosedLoop predictedBy(BiFunction<Tracks, Optional<SignalStates>, Futures> foresight) {
    predictor = Optional.of(foresight);
    return this;
  }

  /** Where the car was and what it planned, every 100 ms. */
  record Moment(double timeS, TrajectoryPoint ego, double clearanceM, Plan plan) {}

  List<Moment> run(Pose2 start, double speedMps, double durationS) {
    List<Moment> moments = new ArrayList<>();
    TrajectoryPoint ego =
        new TrajectoryPoint(epochNs, start.x(), start.y(), start.yaw(), 0.0, speedMps, 0.0);
    int cycles = (int) Math.rint(durationS * 1e9 / PERIOD_NS);
    for (int i = 0; i < cycles; i++) {
      long now = epochNs + i * PERIOD_NS;
      double t = i * PERIOD_NS * 1e-9;
      Plan plan = planner.plan(input(now, t, ego));
      moments.add(new Moment(t, ego, clearance(t, ego), plan));
      long next = now + PERIOD_NS;
      ego = plan.nominal().at(next);
      if (LATENCY_NS > PERIOD_NS) {
        throw new IllegalStateException("a plan must take effect within one period");
      }
    }
    return moments;
  }

  private PlanningInput input(long now, double t, TrajectoryPoint ego) {
    double seenAt = Math.max(0.0, t - AGE_NS * 1e-9);
    List<Track> tracks = new ArrayList<>();
    List<TrackFuture> futures = new ArrayList<>();
    for (ScriptedActor actor : actors) {
      tracks.add(actor.track(seenAt));
      futures.add(actor.future(seenAt));
    }
    long seenNs = epochNs + (long) (seenAt * 1e9);
    Tracks seen = new Tracks(seenNs, tracks);
    Optional<SignalStates> states = light.map(
        color -> new SignalStates(now, List.of(new SignalState("L1", color.apply(seenAt), 1.0))));
    Futures foreseen =
        predictor.map(p -> p.apply(seen, states)).orElseGet(() -> new Futures(seenNs, futures));
    EgoPose pose = new EgoPose(
        now,
        Pose3.of(ego.pose()),
        new Twist2(ego.speedMps(), 0.0, ego.speedMps() * ego.curvaturePerM()),
        ego.accelMps2(),
        0.05,
        0.05,
        0.002,
        0.0,
        1.0,
        PoseStatus.TRACKING);
    return new PlanningInput(
        now,
        pose,
        true,
        StrictMath.atan(ego.curvaturePerM() * CAR.wheelbaseM()),
        CAR,
        map,
        new Mission(epochNs, waypoints, setMps),
        seen,
        foreseen,
        states);
  }

  private double clearance(double t, TrajectoryPoint ego) {
    Box2 mine = CAR.footprint(ego.pose());
    double least = Double.POSITIVE_INFINITY;
    for (ScriptedActor actor : actors) {
      Box2 other =
          new Box2(actor.motion().apply(t), actor.size().lengthM(), actor.size().widthM());
      least = Math.min(least, mine.distanceTo(other));
    }
    return least;
  }
}
