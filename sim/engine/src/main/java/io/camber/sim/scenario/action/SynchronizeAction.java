package io.camber.sim.scenario.action;

import io.camber.sim.scenario.document.Node;
import io.camber.sim.scenario.document.Plays;
import io.camber.sim.scenario.entity.Entity;
import io.camber.sim.scenario.entity.Motion;
import io.camber.sim.scenario.entity.Stage;
import io.camber.sim.scenario.place.Place;
import io.camber.sim.scenario.place.Places;
import io.camber.sim.scenario.road.RoadCursor;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * SynchronizeAction: arrives at a place when another entity arrives at its own, as far as speed alone can do it.
 *
 * @param finalSpeed the speed to arrive with; free without
 */
@Plays({"SynchronizeAction", "TargetPositionMaster", "TargetPosition"})
record SynchronizeAction(
    String master,
    Place masterTarget,
    Place target,
    double masterToleranceM,
    double toleranceM,
    Optional<FinalSpeed> finalSpeed)
    implements PrivateAction {
  private static final double TOLERANCE = 1e-6;

  static SynchronizeAction read(Node node) {
    return new SynchronizeAction(
        node.entity("masterEntityRef"),
        Places.read(node.one("TargetPositionMaster")),
        Places.read(node.one("TargetPosition")),
        node.number("targetToleranceMaster", 0.0),
        node.number("targetTolerance", 0.0),
        node.find("FinalSpeed").map(FinalSpeed::read));
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
    return new Run(stage, actor);
  }

  private final class Run implements ActionRun {
    private final Stage stage;
    private final Motion motion;
    private final Entity masterEntity;
    private final WayLeft ownWay;
    private final WayLeft masterWay;
    private final ArrivalProfile profile;
    private double lastOwnM = Double.POSITIVE_INFINITY;
    private double lastMasterM = Double.POSITIVE_INFINITY;

    Run(Stage stage, Entity actor) {
      this.stage = stage;
      motion = actor.driven();
      masterEntity = stage.entity(master);
      RoadCursor ownTarget = target.on(stage).cursor();
      ownWay = new WayLeft(() -> motion, target, ownTarget);
      masterWay =
          new WayLeft(masterEntity::seen, masterTarget, masterTarget.on(stage).cursor());
      profile = new ArrivalProfile(motion);
    }

    @Override
    public boolean step(double dtS) {
      Motion masterMotion = masterEntity.seen();
      double masterLeft = masterWay.distanceM();
      double left = Math.abs(ownWay.distanceM());
      double masterDirection = masterLeft < 0.0 ? -1.0 : 1.0;
      masterLeft = Math.abs(masterLeft);
      boolean arrived = left < toleranceM + TOLERANCE
          || masterLeft < masterToleranceM + TOLERANCE
          || left > lastOwnM
          || masterLeft > lastMasterM;
      lastOwnM = left;
      lastMasterM = masterLeft;
      left = Math.max(left - toleranceM, TOLERANCE);
      masterLeft = Math.max(masterLeft - masterToleranceM, TOLERANCE);
      double masterSpeed = masterDirection
          * (masterMotion.speedMps() < 0.0 ? -1.0 : 1.0)
          * Math.abs(masterMotion.velocityAlongRoad());
      double masterTime = ArrivalProfile.NEVER_S;
      if (masterSpeed > TOLERANCE) {
        masterTime = masterLeft / masterSpeed;
        arrived |= masterTime < dtS;
      } else {
        profile.waitForMaster();
      }
      if (arrived) {
        finalSpeed.ifPresent(speed -> motion.setSpeedMps(speed.on(stage, master)));
        return true;
      }
      follow(left, masterTime, dtS);
      return false;
    }

    private void follow(double left, double masterTime, double dtS) {
      if (finalSpeed.isEmpty()) {
        profile.constantAcceleration(left, masterTime, dtS);
        return;
      }
      FinalSpeed wanted = finalSpeed.get();
      double speed = wanted.on(stage, master);
      double steadyM = wanted.steadyDistanceM(speed);
      double steadyS = steadyM > 0.0 ? steadyM / speed : 0.0;
      if (profile.isSteady()
          || (steadyM > 0.0 && (left - steadyM < TOLERANCE || masterTime - steadyS < TOLERANCE))) {
        profile.keepSteady(speed);
        return;
      }
      profile.step(left - steadyM, masterTime - steadyS, speed, dtS);
    }
  }
}
