package io.camber.messages;

import io.camber.bus.Codec;
import io.camber.geometry.Vec2;
import io.camber.motion.Mission;
import io.camber.motion.Plan;
import io.camber.motion.ProposalScore;
import io.camber.motion.Route;
import io.camber.motion.Trajectory;
import io.camber.motion.TrajectoryPoint;
import java.util.ArrayList;
import java.util.List;

/** Where the ego is told to go. */
final class MotionCodec {
  static final Codec<Mission> MISSION = new ProtobufCodec<>(
      io.camber.messages.proto.Mission.class,
      io.camber.messages.proto.Mission.getDefaultInstance(),
      value -> io.camber.messages.proto.Mission.newBuilder()
          .setTimeNs(value.timeNs())
          .addAllWaypoints(
              value.waypoints().stream().map(GeometryCodec::toProto).toList())
          .setSpeedMpsSet(value.speedMpsSet())
          .build(),
      proto -> new Mission(
          proto.getTimeNs(),
          proto.getWaypointsList().stream().map(GeometryCodec::fromProto).toList(),
          proto.getSpeedMpsSet()));

  static final Codec<Route> ROUTE = new ProtobufCodec<>(
      io.camber.messages.proto.Route.class,
      io.camber.messages.proto.Route.getDefaultInstance(),
      value -> io.camber.messages.proto.Route.newBuilder()
          .setTimeNs(value.timeNs())
          .addAllLaneIds(value.laneIds())
          .setReachesGoal(value.reachesGoal())
          .build(),
      proto -> new Route(proto.getTimeNs(), proto.getLaneIdsList(), proto.getReachesGoal()));

  static final Codec<Plan> PLAN = new ProtobufCodec<>(
      io.camber.messages.proto.Plan.class,
      io.camber.messages.proto.Plan.getDefaultInstance(),
      MotionCodec::planToProto,
      proto -> new Plan(
          proto.getTimeNs(),
          trajectory(proto.getNominal()),
          trajectory(proto.getSafeStop()),
          proto.getReasonsList(),
          proto.getProposalsList().stream().map(MotionCodec::proposal).toList()));

  private MotionCodec() {}

  private static io.camber.messages.proto.Plan planToProto(Plan value) {
    var proto = io.camber.messages.proto.Plan.newBuilder()
        .setTimeNs(value.timeNs())
        .setNominal(toProto(value.nominal()))
        .setSafeStop(toProto(value.safeStop()))
        .addAllReasons(value.reasons());
    for (ProposalScore one : value.proposals()) {
      var row = proto
          .addProposalsBuilder()
          .setName(one.name())
          .setScore(one.score())
          .setVerdict(one.verdict());
      one.path().forEach(point -> row.addPathX(point.x()).addPathY(point.y()));
    }
    return proto.build();
  }

  private static ProposalScore proposal(io.camber.messages.proto.ProposalScore proto) {
    int points = Math.min(proto.getPathXCount(), proto.getPathYCount());
    List<Vec2> path = new ArrayList<>(points);
    for (int i = 0; i < points; i++) {
      path.add(new Vec2(proto.getPathX(i), proto.getPathY(i)));
    }
    return new ProposalScore(proto.getName(), proto.getScore(), proto.getVerdict(), path);
  }

  private static io.camber.messages.proto.Trajectory toProto(Trajectory value) {
    var proto = io.camber.messages.proto.Trajectory.newBuilder();
    for (TrajectoryPoint point : value.points()) {
      proto
          .addPointsBuilder()
          .setTimeNs(point.timeNs())
          .setX(point.x())
          .setY(point.y())
          .setYaw(point.yaw())
          .setCurvaturePerM(point.curvaturePerM())
          .setSpeedMps(point.speedMps())
          .setAccelMps2(point.accelMps2());
    }
    return proto.build();
  }

  private static Trajectory trajectory(io.camber.messages.proto.Trajectory proto) {
    return new Trajectory(proto.getPointsList().stream()
        .map(point -> new TrajectoryPoint(
            point.getTimeNs(),
            point.getX(),
            point.getY(),
            point.getYaw(),
            point.getCurvaturePerM(),
            point.getSpeedMps(),
            point.getAccelMps2()))
        .toList());
  }
}
