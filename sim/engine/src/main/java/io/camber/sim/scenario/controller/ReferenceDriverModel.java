package io.camber.sim.scenario.controller;

import io.camber.sim.scenario.entity.ControllerModel;
import io.camber.sim.scenario.entity.Entity;
import io.camber.sim.scenario.entity.Motion;
import io.camber.sim.scenario.entity.Stage;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The competent and careful driver of UN Regulation No. 157, Annex 4, Appendix 3: takes 0.4 s to perceive a risk and 0.75 s to
 * react, then brakes up to 0.774 g reached within 0.6 s. Risks are a vehicle of the next lane that has moved 0.375 m towards
 * the own lane, at a time to collision below 2 s, and one ahead that brakes harder than 5 m/s2, at a headway below 2 s. An
 * emergency brake of 0.85 g helps below 1.5 s to collision with somebody straight ahead. It never cruises: without a risk the
 * speed stays.
 */
final class ReferenceDriverModel implements SpeedModel {
  private static final double G_MPS2 = 9.81;
  private static final double REACH_M = 100.0;
  private static final double PERCEPTION_S = 0.4;
  private static final double REACTION_S = 0.75;
  private static final double BRAKING_MPS2 = 0.774 * G_MPS2;
  private static final double EMERGENCY_MPS2 = 0.85 * G_MPS2;
  private static final double BUILD_UP_S = 0.6;
  private static final double RELEASE_MPS2 = 0.4;
  private static final double WANDERING_M = 0.375;
  private static final double HARD_BRAKING_MPS2 = 5.0;
  private static final double CRITICAL_S = 2.0;
  private static final double EMERGENCY_TTC_S = 1.5;
  private static final double OVERLAP_TOLERANCE_M = 0.1;
  private static final double STANDING_MPS = 1e-6;

  /** How far the driver has got with a risk. */
  private enum Phase {
    UNAWARE,
    PERCEIVING,
    REACTING,
    BRAKING
  }

  private final Stage stage;
  private final Entity self;
  private final Motion motion;
  private final boolean stopsFully;
  private Phase phase = Phase.UNAWARE;
  private double timerS;
  private double accelMps2;
  private boolean emergency;
  private @Nullable Entity risk;
  private @Nullable Entity wanderer;
  private double wandererFrom;

  ReferenceDriverModel(ControllerModel controller, Stage stage, Entity self) {
    this.stage = stage;
    this.self = self;
    this.motion = self.driven();
    this.stopsFully = controller.properties().isTrue("fullStop");
  }

  @Override
  public void step(double dtS) {
    Optional<Target> target = target();
    if (target.isEmpty() && !(phase == Phase.BRAKING && stopsFully)) {
      calmDown();
    }
    timerS -= dtS;
    target.ifPresent(this::perceive);
    target.ifPresent(this::watchForEmergency);
    brake(dtS);
  }

  private void calmDown() {
    phase = Phase.UNAWARE;
    risk = null;
    emergency = false;
    accelMps2 = 0.0;
  }

  private void perceive(Target target) {
    switch (phase) {
      case UNAWARE -> {
        if (isRisk(target)) {
          risk = target.entity();
          phase = Phase.PERCEIVING;
          timerS = PERCEPTION_S;
        }
      }
      case PERCEIVING -> {
        if (timerS <= 0.0) {
          phase = Phase.REACTING;
          timerS = REACTION_S;
        }
      }
      case REACTING -> {
        if (!isUrgent(target)) {
          calmDown();
        } else if (timerS <= 0.0) {
          phase = Phase.BRAKING;
        }
      }
      case BRAKING -> {
        boolean over = target.closingMps() <= 0.0 && target.gapM() > 2.0 + 2.0 * motion.speedMps();
        if (over && !stopsFully) {
          calmDown();
        }
      }
    }
  }

  private boolean isRisk(Target target) {
    return target.isInOwnLane()
        ? target.entity().seen().accelLong() < -HARD_BRAKING_MPS2 + 1e-6
        : hasWandered(target);
  }

  private static boolean isUrgent(Target target) {
    return target.isInOwnLane() ? target.headwayS() < CRITICAL_S : target.ttcS() < CRITICAL_S;
  }

  /** Whether a vehicle of the next lane has moved towards the own one since it began to. */
  private boolean hasWandered(Target target) {
    double aside = Math.abs(target.asideM());
    if (target.approachMps() <= 0.0) {
      wanderer = null;
      return false;
    }
    if (wanderer != target.entity()) {
      wanderer = target.entity();
      wandererFrom = aside;
    }
    return wandererFrom - aside > WANDERING_M;
  }

  private void watchForEmergency(Target target) {
    double widths =
        self.model().size().widthM() - target.entity().model().size().widthM();
    boolean straightAhead =
        Math.abs(target.asideM()) <= Math.abs(widths) / 2.0 + OVERLAP_TOLERANCE_M;
    emergency |= straightAhead && target.gapM() > 0.0 && target.ttcS() < EMERGENCY_TTC_S;
  }

  private void brake(double dtS) {
    double speed = motion.speedMps();
    if (speed < STANDING_MPS) {
      calmDown();
    } else if (phase == Phase.BRAKING || emergency) {
      accelMps2 = Math.min(accelMps2, phase == Phase.BRAKING ? accelMps2 : -RELEASE_MPS2);
      accelMps2 -= phase == Phase.BRAKING ? dtS * BRAKING_MPS2 / BUILD_UP_S : 0.0;
      accelMps2 -= emergency ? dtS * EMERGENCY_MPS2 / BUILD_UP_S : 0.0;
      accelMps2 = Math.max(accelMps2, emergency ? -EMERGENCY_MPS2 : -BRAKING_MPS2);
    }
    motion.setSpeedMps(Math.max(0.0, speed + accelMps2 * dtS));
  }

  /** The risk already known, else the nearest in the own lane or on its way there. */
  private Optional<Target> target() {
    if (risk != null) {
      return Target.of(self, risk, REACH_M);
    }
    Target nearest = null;
    for (Entity other : stage.everyEntity()) {
      Optional<Target> found = Target.of(self, other, REACH_M);
      if (found.isPresent()
          && (found.get().isInOwnLane() || hasWandered(found.get()))
          && (nearest == null || found.get().gapM() < nearest.gapM())) {
        nearest = found.get();
      }
    }
    return Optional.ofNullable(nearest);
  }
}
