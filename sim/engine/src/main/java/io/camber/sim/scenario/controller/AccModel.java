package io.camber.sim.scenario.controller;

import io.camber.sim.scenario.entity.ControllerModel;
import io.camber.sim.scenario.entity.DistanceKind;
import io.camber.sim.scenario.entity.Distances;
import io.camber.sim.scenario.entity.Entity;
import io.camber.sim.scenario.entity.EntityModel;
import io.camber.sim.scenario.entity.Frame;
import io.camber.sim.scenario.entity.Motion;
import io.camber.sim.scenario.entity.Properties;
import io.camber.sim.scenario.entity.Stage;
import io.camber.sim.scenario.road.RoadDistance;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Adaptive cruise control, the law of esmini's controller of that name. With own speed v, set speed w, speed of the vehicle
 * ahead u, gap d between bumpers and wanted gap g = 3 m + T max(v, u):
 *
 * <pre>
 * f = min(1, d / g - 1)
 * a = 2.5 f - f (v - w) - (1 - f) (v - min(w, u))      behind another
 * a = 0.7 a_max (w - v), at most 0.7 a_max             alone
 * </pre>
 *
 * <p>A speed that somebody else gives the entity becomes the set speed.
 */
final class AccModel implements SpeedModel {
  private static final double GAP_M_MIN = 3.0;
  private static final double STANDING_GAP_M = 1.0;
  private static final double GAIN_MPS2 = 2.5;
  private static final double EAGERNESS = 0.7;
  private static final double LOOK_AHEAD_M_MIN = 50.0;
  private static final double SAME_SPEED_MPS = 1e-3;
  private static final double CLOSE_M = 1.0;
  private static final double CLOSE_S = 0.5;

  /** Who comes from the right is given way earlier. */
  private static final double ASIDE_LEFT_M = 0.2;

  private static final double ASIDE_RIGHT_M = 0.5;
  private static final Distances.Measure AHEAD =
      new Distances.Measure(Frame.ENTITY, DistanceKind.LONGITUDINAL, true);
  private static final Distances.Measure ASIDE =
      new Distances.Measure(Frame.ENTITY, DistanceKind.LATERAL, true);

  private final Stage stage;
  private final Entity self;
  private final Motion motion;
  private final double timeGapS;
  private final double asideM;
  private double setSpeedMps;
  private double speedMps;
  private double gapM;

  AccModel(ControllerModel controller, Stage stage, Entity self) {
    this.stage = stage;
    this.self = self;
    this.motion = self.driven();
    Properties properties = controller.properties();
    timeGapS = properties.number("timeGap", 1.5);
    asideM = properties.number("lateralDist", 5.0);
    speedMps = motion.speedMps();
    boolean own =
        properties.find("mode").filter(mode -> !mode.equals("additive")).isPresent();
    setSpeedMps = own ? properties.number("setSpeed", speedMps) : speedMps;
  }

  @Override
  public void step(double dtS) {
    if (Math.abs(motion.speedMps() - speedMps) > SAME_SPEED_MPS) {
      setSpeedMps = motion.speedMps();
    }
    EntityModel model = self.model();
    Entity ahead = ahead();
    if (ahead == null) {
      approachSetSpeed(EAGERNESS * model.accelMps2Max(), model.decelMps2Max(), dtS);
    } else if (gapM < STANDING_GAP_M) {
      speedMps = 0.0;
    } else {
      double accel = follow(ahead.seen().speedMps());
      double possible = Math.max(-model.decelMps2Max(), Math.min(model.accelMps2Max(), accel));
      speedMps = Math.min(Math.max(0.0, speedMps + possible * dtS), setSpeedMps);
    }
    motion.setSpeedMps(speedMps);
  }

  private double follow(double otherMps) {
    double wanted = GAP_M_MIN + timeGapS * Math.abs(Math.max(speedMps, otherMps));
    double f = Math.min(1.0, (gapM - wanted) / wanted);
    return GAIN_MPS2 * f
        - f * (speedMps - setSpeedMps)
        - (1.0 - f) * (speedMps - Math.min(setSpeedMps, otherMps));
  }

  private void approachSetSpeed(double accelMax, double decelMax, double dtS) {
    double left = setSpeedMps - speedMps;
    double step = Math.max(-decelMax, Math.min(accelMax, left * accelMax)) * dtS;
    speedMps = Math.abs(step) > Math.abs(left) ? setSpeedMps : speedMps + step;
  }

  /** The nearest entity ahead in the lanes that this one's leads to; sets the gap to it. */
  private @Nullable Entity ahead() {
    double stoppingM = speedMps * speedMps / self.model().decelMps2Max();
    double reach = Math.max(LOOK_AHEAD_M_MIN, 2.0 * GAP_M_MIN + stoppingM);
    Entity nearest = null;
    gapM = Double.POSITIVE_INFINITY;
    for (Entity other : stage.everyEntity()) {
      if (other == self || !other.isPresent()) {
        continue;
      }
      Optional<RoadDistance> found =
          RoadDistance.between(motion.cursor(), other.seen().cursor(), reach);
      if (found.isPresent() && found.get().ds() <= reach && isInLane(found.get())) {
        double gap = Bumpers.gap(self, other, found.get().ds());
        if (gap > 0.0 && gap < gapM) {
          gapM = gap;
          nearest = other;
          continue;
        }
      }
      double close = closeGap(other);
      if (close > 0.0) {
        gapM = close;
        nearest = other;
      }
    }
    return nearest;
  }

  /** The gap to somebody close ahead whose body is about to reach into the own way; 0 to all others. */
  private double closeGap(Entity other) {
    double ahead = Distances.between(self, other, AHEAD).orElse(0.0);
    double slower = Math.max(0.0, speedMps - other.seen().speedMps());
    if (ahead > CLOSE_M + other.model().size().lengthM() + CLOSE_S * slower) {
      return 0.0;
    }
    double left = Distances.between(self, other, ASIDE).orElse(Double.POSITIVE_INFINITY);
    return left < ASIDE_LEFT_M && left > -ASIDE_RIGHT_M ? Math.max(0.0, ahead) : 0.0;
  }

  private boolean isInLane(RoadDistance distance) {
    return distance.lanes() == 0 && Math.abs(distance.dt()) < asideM;
  }
}
