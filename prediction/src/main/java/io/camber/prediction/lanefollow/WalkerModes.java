package io.camber.prediction.lanefollow;

import io.camber.geometry.Angles;
import io.camber.map.LanePosition;
import io.camber.map.RoadMap;
import io.camber.scene.ObjectClass;
import io.camber.scene.Track;
import java.util.List;
import java.util.Optional;

/** Modes of people and of whatever follows no lane: go on, stop, step into the road. */
final class WalkerModes {
  private static final double STEP_OUT_MPS = 1.4;

  /** A person this close to a lane may step into it. */
  private static final double KERB_M = 2.5;

  private static final double STOP_DECEL_MPS2 = 1.5;

  private static final double TURN_TAU_S = 1.5;

  private final PredictionConfig config;
  private final ModeWriter writer;

  WalkerModes(PredictionConfig config) {
    this.config = config;
    this.writer = new ModeWriter(config);
  }

  void add(ModeSet modes, Track track, RoadMap map) {
    boolean walker = track.objectClass() == ObjectClass.PEDESTRIAN;
    double v = track.speedMps();
    if (v < config.standingMps()) {
      SpeedPlan stays = SpeedPlan.of(config, 0.0, SpeedPlan.constant(0.0));
      modes.add("stay", 0.92, writer.free(track, track.center().yaw(), 0.0, 1.0, stays));
    } else {
      double course =
          StrictMath.atan2(track.velocityMps().y(), track.velocityMps().x());
      double rate = walker ? 0.0 : track.yawRateRadps();
      double a = walker ? 0.0 : Math.max(-8.0, Math.min(2.0, track.accelMps2()));
      SpeedPlan goes = SpeedPlan.of(config, v, SpeedPlan.fading(a, 1.0));
      modes.add("go-on", 0.75, writer.free(track, course, rate, TURN_TAU_S, goes));
      if (track.objectClass().isVulnerable()) {
        SpeedPlan stops = SpeedPlan.of(config, v, SpeedPlan.constant(-STOP_DECEL_MPS2));
        modes.add("stop", 0.17, writer.free(track, course, rate, TURN_TAU_S, stops));
      }
    }
    if (walker) {
      addStepOut(modes, track, map);
    }
  }

  private void addStepOut(ModeSet modes, Track track, RoadMap map) {
    double x = track.center().x();
    double y = track.center().y();
    List<LanePosition> near = map.projectAll(x, y, KERB_M);
    Optional<LanePosition> lane =
        near.stream().filter(position -> position.lane().isDrivable()).findFirst();
    if (lane.isEmpty() || lane.get().distanceOutside() <= 0.0) {
      return;
    }
    double laneYaw = lane.get().lane().centerAt(lane.get().s()).yaw();
    double into = Angles.wrap(laneYaw + (lane.get().d() > 0.0 ? -0.5 : 0.5) * Math.PI);
    SpeedPlan steps =
        SpeedPlan.of(config, Math.max(STEP_OUT_MPS, track.speedMps()), SpeedPlan.constant(0.0));
    modes.add("step-out", 0.08, writer.free(track, into, 0.0, 1.0, steps));
  }
}
