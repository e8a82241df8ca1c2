package io.camber.sim.scenario.action;

import io.camber.geometry.Angles;
import io.camber.sim.scenario.document.Node;
import io.camber.sim.scenario.document.Plays;
import io.camber.sim.scenario.entity.Entity;
import io.camber.sim.scenario.entity.Motion;
import io.camber.sim.scenario.entity.Properties;
import io.camber.sim.scenario.entity.Stage;
import io.camber.sim.scenario.place.TrajectorySpec;
import io.camber.sim.scenario.road.RoadCursor;
import io.camber.sim.scenario.trajectory.TrajectoryLine.Turning;
import io.camber.sim.scenario.trajectory.TrajectoryPose;
import io.camber.sim.scenario.trajectory.TrajectoryRun;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * FollowTrajectoryAction: moves along a line, by its times or at the entity's own speed.
 *
 * @param timing empty when the times of the line do not count
 * @param follows following mode "follow": the heading turns evenly and speeds change evenly
 */
@Plays({"FollowTrajectoryAction", "TimeReference", "Timing", "None", "TrajectoryFollowingMode"})
record FollowTrajectoryAction(
    TrajectorySpec trajectory, Optional<Timing> timing, boolean follows, double startOffsetM)
    implements PrivateAction {
  private static final double TOLERANCE = 1e-6;

  /** How the times of the line count: from the action's start or absolutely, scaled and shifted. */
  record Timing(boolean absolute, double scale, double offsetS) {
    static Timing read(Node node) {
      String domain = node.text("domainAbsoluteRelative");
      if (!domain.equals("absolute") && !domain.equals("relative")) {
        throw node.error("domainAbsoluteRelative=\"" + domain + "\" is not absolute or relative");
      }
      return new Timing(
          domain.equals("absolute"), node.number("scale", 1.0), node.number("offset", 0.0));
    }
  }

  static FollowTrajectoryAction read(Node node) {
    Optional<Node> holder = node.find("TrajectoryRef");
    Optional<Timing> timing = node.find("TimeReference").flatMap(reference -> {
      reference.ignore("None");
      return reference.find("Timing").map(Timing::read);
    });
    boolean follows = node.find("TrajectoryFollowingMode")
        .map(mode -> mode.text("followingMode").equals("follow"))
        .orElse(false);
    return new FollowTrajectoryAction(
        TrajectorySpec.readFrom(holder.orElse(node)),
        timing,
        follows,
        node.number("initialDistanceOffset", 0.0));
  }

  @Override
  public Set<Domain> domains() {
    return timing.isPresent() ? Domain.BOTH : EnumSet.of(Domain.LATERAL);
  }

  @Override
  public ActionRun start(Stage stage, Entity actor) {
    return new Run(stage, actor);
  }

  private final class Run implements ActionRun {
    private final Stage stage;
    private final Motion motion;
    private final RoadCursor cursor;
    private final TrajectoryRun run;
    private final boolean timed;
    private double timeS;
    /** -1 when the body looks against the line. */
    private double headingSign;

    /** -1 when a positive speed leads back along the line. */
    private final double waySign;

    private boolean givenYaw;

    Run(Stage stage, Entity actor) {
      this.stage = stage;
      this.motion = actor.driven();
      this.cursor = motion.cursor();
      Properties properties = actor.model().properties();
      TrajectorySpec.Start start = new TrajectorySpec.Start(
          turning(properties), follows, motion.speedMps(), Optional.of(cursor.copy()));
      run = new TrajectoryRun(trajectory.name(), trajectory.line(stage, start));
      timed = timing.isPresent() && run.line().hasTimes();
      motion.setTrajectory(run);
      run.moveTo(startOffsetM);
      timeS = timed ? run.line().startTimeS() : 0.0;
      takePose();
      boolean backwards = motion.speedMps() < 0.0;
      TrajectoryPose pose = run.pose();
      givenYaw = pose.hasYaw();
      if (timed) {
        backwards = givenYaw && against(pose.yaw(), pose.lineYaw());
      }
      cursor.setYaw(givenYaw ? pose.yaw() : pose.lineYaw() + (backwards ? Math.PI : 0.0));
      headingSign = against(cursor.yaw(), pose.lineYaw()) ? -1.0 : 1.0;
      waySign = givenYaw && properties.isTrue("ignoreHeadingForTrajMotion") ? 1.0 : headingSign;
      if (timed) {
        motion.setSpeedMps((backwards ? -1.0 : 1.0) * pose.speedMps());
      }
      motion.markTeleported();
    }

    /** Where the body turns between corners: the following mode says, or a property of files written for esmini. */
    private Turning turning(Properties properties) {
      Turning byMode = follows ? Turning.EVEN : Turning.AT_CORNERS;
      return properties
          .find("plineInterpolation")
          .map(word -> switch (word) {
            case "segment" -> Turning.EVEN;
            case "corner" -> Turning.AT_CORNERS;
            default -> Turning.AT_ONCE;
          })
          .orElse(byMode);
    }

    private static boolean against(double yaw, double lineYaw) {
      return Math.abs(Angles.difference(yaw, lineYaw)) > Math.PI / 2.0 + TOLERANCE;
    }

    private void takePose() {
      TrajectoryPose pose = run.pose();
      cursor.setPose(pose.x(), pose.y(), pose.yaw());
      if (pose.hasZ()) {
        cursor.setZ(pose.z());
      }
    }

    @Override
    public boolean step(double dtS) {
      motion.claimMotion();
      double before = run.station();
      double direction = timed ? moveByTime(dtS) : moveBySpeed(dtS);
      takePose();
      TrajectoryPose pose = run.pose();
      if (!pose.hasYaw()) {
        if (givenYaw) {
          headingSign = against(cursor.yaw(), pose.lineYaw()) ? -1.0 : 1.0;
        }
        if (headingSign < 0.0) {
          cursor.setYaw(pose.yaw() + Math.PI);
        }
      }
      givenYaw = pose.hasYaw();
      return timed ? endByTime() : endByWay(direction, before, dtS);
    }

    private double moveBySpeed(double dtS) {
      double direction = (motion.speedMps() < 0.0 ? -1.0 : 1.0) * waySign;
      double next = run.station() + direction * Math.abs(motion.speedMps()) * dtS;
      double length = run.line().lengthM();
      run.moveTo(
          trajectory.closed() && length > 0.0 ? next - length * Math.floor(next / length) : next);
      return direction;
    }

    private double moveByTime(double dtS) {
      Timing reference = timing.orElseThrow();
      timeS = reference.absolute()
          ? (stage.timeS() + dtS) * reference.scale()
          : timeS + reference.scale() * dtS;
      double now = timeS + reference.offsetS();
      double before = run.station();
      boolean against = against(cursor.yaw(), run.pose().lineYaw());
      run.moveTo(run.line().stationAtTime(now));
      if (dtS > TOLERANCE && now < run.line().endTimeS() + TOLERANCE) {
        motion.setSpeedMps((against ? -1.0 : 1.0) * (run.station() - before) / dtS);
      }
      return 1.0;
    }

    private boolean endByTime() {
      double late = timeS + timing.orElseThrow().offsetS() - run.line().endTimeS();
      if (late <= -TOLERANCE) {
        return false;
      }
      goOn(Math.max(0.0, late) * motion.speedMps());
      return true;
    }

    private boolean endByWay(double direction, double before, double dtS) {
      double speed = Math.abs(motion.speedMps());
      boolean moving = speed > 0.0 && dtS > 0.0;
      boolean atEnd = direction > 0.0 && run.station() > run.line().lengthM() - TOLERANCE;
      boolean atStart = direction < 0.0 && run.station() < TOLERANCE;
      if (trajectory.closed() || !moving || !(atEnd || atStart)) {
        return false;
      }
      goOn(speed * dtS - Math.abs(run.station() - before));
      return true;
    }

    /** What is left of the step goes straight on. */
    private void goOn(double distance) {
      double yaw = cursor.yaw();
      double c = StrictMath.cos(run.pose().yaw());
      double n = StrictMath.sin(run.pose().yaw());
      cursor.setPose(cursor.x() + distance * c, cursor.y() + distance * n, yaw);
    }

    @Override
    public void end() {
      if (motion.trajectory().filter(current -> current == run).isPresent()) {
        motion.setTrajectory(null);
      }
    }
  }
}
