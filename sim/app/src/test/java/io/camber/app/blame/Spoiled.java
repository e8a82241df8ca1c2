package io.camber.app.blame;

import io.camber.bus.ForwardingContext;
import io.camber.bus.Node;
import io.camber.bus.NodeContext;
import io.camber.bus.NodeFactory;
import io.camber.bus.Publisher;
import io.camber.bus.Topic;
import io.camber.geometry.Pose2;
import io.camber.geometry.Pose3;
import io.camber.geometry.Size3;
import io.camber.geometry.Vec2;
import io.camber.motion.Plan;
import io.camber.motion.Trajectory;
import io.camber.motion.TrajectoryPoint;
import io.camber.pose.EgoPose;
import io.camber.scene.ObjectClass;
import io.camber.scene.Track;
import io.camber.scene.Tracks;
import io.camber.vehicle.ControlCommand;
import java.util.ArrayList;
import java.util.List;

/** A shipped node whose output is spoiled from a time on: one fault of one component. */
final class Spoiled implements Node {
  private final NodeFactory shipped;
  private final Fault fault;
  private final long fromNs;

  /** What is wrong. */
  enum Fault {
    POSE_DRIFTS_LEFT,
    BLIND,
    PLAN_TOO_FAST,
    NO_BRAKES,
    LONG_BICYCLES,
    DOUBLED,
    POSE_JUMPS,
    PLAN_JUMPS,
    SHAKING
  }

  Spoiled(NodeFactory shipped, Fault fault, long fromNs) {
    this.shipped = shipped;
    this.fault = fault;
    this.fromNs = fromNs;
  }

  @Override
  public void start(NodeContext context) {
    Spoiling spoiling = new Spoiling(context);
    shipped.create(spoiling).start(spoiling);
  }

  /** The context whose publishers spoil. */
  private final class Spoiling extends ForwardingContext {
    Spoiling(NodeContext context) {
      super(context);
    }

    @Override
    public <T> Publisher<T> publisher(Topic<T> topic) {
      Publisher<T> publisher = super.publisher(topic);
      return new Publisher<>() {
        @Override
        public void publish(T value, long measurementTimeNs) {
          publisher.publish(spoiled(topic, value), measurementTimeNs);
        }

        @Override
        public void publishSample(T value, long measurementTimeNs) {
          publisher.publishSample(spoiled(topic, value), measurementTimeNs);
        }
      };
    }

    private <T> T spoiled(Topic<T> topic, T value) {
      long now = clock().timeNs();
      return now < fromNs ? value : topic.type().cast(spoil(value, (now - fromNs) * 1e-9));
    }
  }

  private Object spoil(Object value, double seconds) {
    return switch (fault) {
      case POSE_DRIFTS_LEFT -> value instanceof EgoPose pose ? drifted(pose, 0.6 * seconds) : value;
      case BLIND -> value instanceof Tracks tracks ? new Tracks(tracks.timeNs(), List.of()) : value;
      case PLAN_TOO_FAST -> value instanceof Plan plan ? faster(plan) : value;
      case NO_BRAKES ->
        value instanceof ControlCommand command
            ? new ControlCommand(
                command.timeNs(),
                command.steeringAngle(),
                Math.max(0.0, command.accelMps2()),
                command.mode())
            : value;
      case LONG_BICYCLES ->
        value instanceof Tracks tracks
            ? new Tracks(
                tracks.timeNs(),
                tracks.tracks().stream().map(Spoiled::longBicycle).toList())
            : value;
      case DOUBLED -> value instanceof Tracks tracks ? doubled(tracks) : value;
      case POSE_JUMPS ->
        value instanceof EgoPose pose
            ? drifted(pose, (long) (seconds * 2.0) % 2 == 0 ? 0.0 : 0.8)
            : value;
      case PLAN_JUMPS ->
        value instanceof Plan plan && (long) (seconds * 10.0) % 2 == 0 ? aside(plan) : value;
      case SHAKING ->
        value instanceof ControlCommand command
            ? new ControlCommand(
                command.timeNs(),
                command.steeringAngle() + 0.04 * StrictMath.sin(2.0 * Math.PI * 1.5 * seconds),
                command.accelMps2(),
                command.mode())
            : value;
    };
  }

  private static Track longBicycle(Track track) {
    return like(track, track.id(), ObjectClass.BICYCLE, new Size3(50.0, 0.8, 1.6));
  }

  private static Track like(Track track, int id, ObjectClass objectClass, Size3 size) {
    return new Track(
        id,
        objectClass,
        track.classConfidence(),
        track.center(),
        track.bottomZ(),
        size,
        track.velocityMps(),
        track.accelMps2(),
        track.yawRateRadps(),
        track.existence(),
        track.positionStdM(),
        track.velocityStdMps(),
        track.ageNs(),
        track.coastedNs());
  }

  private static Tracks doubled(Tracks tracks) {
    List<Track> all = new ArrayList<>(tracks.tracks());
    tracks
        .tracks()
        .forEach(
            track -> all.add(like(track, track.id() + 1000, track.objectClass(), track.size())));
    return new Tracks(tracks.timeNs(), all);
  }

  private static Plan aside(Plan plan) {
    List<TrajectoryPoint> points = plan.nominal().points().stream()
        .map(point -> {
          Vec2 moved = point.pose().apply(new Vec2(0.0, 2.0));
          return new TrajectoryPoint(
              point.timeNs(),
              moved.x(),
              moved.y(),
              point.yaw(),
              point.curvaturePerM(),
              point.speedMps(),
              point.accelMps2());
        })
        .toList();
    return new Plan(
        plan.timeNs(), new Trajectory(points), plan.safeStop(), plan.reasons(), plan.proposals());
  }

  private static EgoPose drifted(EgoPose pose, double left) {
    Pose2 at = pose.mapFromBase().toPose2();
    Vec2 moved = at.apply(new Vec2(0.0, -left));
    return new EgoPose(
        pose.timeNs(),
        Pose3.of(new Pose2(moved.x(), moved.y(), at.yaw())),
        pose.twist(),
        pose.accelMps2(),
        pose.longitudinalStdM(),
        pose.lateralStdM(),
        pose.yawStd(),
        pose.gyroBiasRadps(),
        pose.wheelScale(),
        pose.status());
  }

  /** Goes straight on at 15 m/s, whatever the planner knows. */
  private static Plan faster(Plan plan) {
    if (plan.nominal().isEmpty()) {
      return plan;
    }
    TrajectoryPoint first = plan.nominal().points().get(0);
    double speed = 15.0;
    Vec2 forward = first.pose().forward();
    List<TrajectoryPoint> points = plan.nominal().points().stream()
        .map(point -> {
          double way = speed * (point.timeNs() - first.timeNs()) * 1e-9;
          return new TrajectoryPoint(
              point.timeNs(),
              first.x() + way * forward.x(),
              first.y() + way * forward.y(),
              first.yaw(),
              0.0,
              speed,
              0.0);
        })
        .toList();
    Trajectory trajectory = new Trajectory(points);
    return new Plan(plan.timeNs(), trajectory, trajectory, plan.reasons(), plan.proposals());
  }
}
