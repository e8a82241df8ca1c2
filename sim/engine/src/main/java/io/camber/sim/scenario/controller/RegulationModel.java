package io.camber.sim.scenario.controller;

import io.camber.map.LaneSegment;
import io.camber.sim.scenario.entity.ControllerModel;
import io.camber.sim.scenario.entity.Entity;
import io.camber.sim.scenario.entity.Motion;
import io.camber.sim.scenario.entity.Stage;
import io.camber.sim.scenario.road.RoadCursor;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An automated lane keeping system that does what UN Regulation No. 157 asks of one, in the reading of esmini's model of that
 * name: it brakes with 6 m/s2 when the time to collision falls below v_rel / (2 * 6 m/s2) + 0.35 s (5.2.5.2) and one sample,
 * reckons with another lane's vehicle once its front wheel is 0.3 m inside the own lane (5.2.5.3), and otherwise follows at
 * the distance of 5.2.3.3 with a = (d - d_min) - 2 v_rel.
 */
final class RegulationModel implements SpeedModel {
  private static final double REACH_M = 46.0;
  private static final double BRAKING_MPS2 = 6.0;
  private static final double DELAY_S = 0.35;
  private static final double SAMPLE_S = 0.1;
  private static final double INTRUSION_M = 0.3;
  private static final double FOLLOWING_ACCEL_MPS2 = 3.0;
  private static final double FOLLOWING_DECEL_MPS2 = 4.0;
  private static final double COMFORT_MPS2 = 2.0;
  private static final double SAME_MPS = 1e-6;

  private final Stage stage;
  private final Entity self;
  private final Motion motion;
  private final boolean cruises;
  private final boolean stopsFully;
  private final double setSpeedMps;
  private boolean critical;

  RegulationModel(ControllerModel controller, Stage stage, Entity self) {
    this.stage = stage;
    this.self = self;
    this.motion = self.driven();
    this.setSpeedMps = motion.speedMps();
    this.cruises = controller.properties().find("cruise").map("true"::equals).orElse(true);
    this.stopsFully = controller.properties().isTrue("fullStop");
  }

  @Override
  public void step(double dtS) {
    Target target = nearest();
    critical = target != null && ((critical && stopsFully) || isCritical(target));
    double speed = motion.speedMps();
    if (critical) {
      motion.setSpeedMps(Math.max(0.0, speed - BRAKING_MPS2 * dtS));
    } else if (cruises) {
      double next = speed + (target == null ? alone(speed) : follow(target, speed)) * dtS;
      motion.setSpeedMps(Math.max(0.0, Math.min(setSpeedMps, next)));
    } else {
      motion.setSpeedMps(speed);
    }
  }

  private static boolean isCritical(Target target) {
    return target.closingMps() > 0.0
        && target.gapM() > 0.0
        && target.ttcS() < target.closingMps() / (2.0 * BRAKING_MPS2) + DELAY_S + SAMPLE_S;
  }

  private double alone(double speed) {
    if (Math.abs(speed - setSpeedMps) < SAME_MPS) {
      return 0.0;
    }
    return speed > setSpeedMps ? -COMFORT_MPS2 : COMFORT_MPS2;
  }

  private double follow(Target target, double speed) {
    boolean tight = target.gapM() <= 0.0
        || target.ttcS() <= target.closingMps() / (2.0 * BRAKING_MPS2) + DELAY_S;
    if (tight || speed < SAME_MPS) {
      return 0.0;
    }
    double wanted = target.gapM() - distanceM(speed) - 2.0 * target.closingMps();
    return Math.max(-FOLLOWING_DECEL_MPS2, Math.min(FOLLOWING_ACCEL_MPS2, wanted));
  }

  /** The least distance to follow at: 5.2.3.3, a table of time gaps that is linear from 10 km/h on. */
  private static double distanceM(double speed) {
    double kmph = speed * 3.6;
    double gapS = kmph < 10.0 ? 1.0 + (Math.max(2.0, speed) - 2.0) / 7.8 : 1.0 + kmph / 100.0;
    return Math.max(2.0, speed * gapS);
  }

  private @Nullable Target nearest() {
    Target nearest = null;
    for (Entity other : stage.everyEntity()) {
      Optional<Target> found = Target.of(self, other, REACH_M);
      if (found.isPresent()
          && (found.get().isInOwnLane() || intrudes(found.get()))
          && (nearest == null || found.get().gapM() < nearest.gapM())) {
        nearest = found.get();
      }
    }
    return nearest;
  }

  /** Whether the front wheel on the own side is 0.3 m beyond the border of its lane. */
  private static boolean intrudes(Target target) {
    RoadCursor cursor = target.entity().seen().cursor();
    Optional<LaneSegment> lane = cursor.lane();
    if (lane.isEmpty()) {
      return false;
    }
    double towards = -Math.signum(target.lanes());
    double wheelX = target.entity().model().wheelbaseM();
    double wheelY = towards * target.entity().model().size().widthM() / 2.0;
    double aside = wheelX * StrictMath.sin(cursor.relativeYaw())
        + wheelY * StrictMath.cos(cursor.relativeYaw());
    double width = lane.get().widthAtRoadS(cursor.s());
    return towards * (cursor.offset() + aside) > width / 2.0 + INTRUSION_M;
  }
}
