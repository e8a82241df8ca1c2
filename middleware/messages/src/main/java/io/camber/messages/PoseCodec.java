package io.camber.messages;

import static io.camber.messages.GeometryCodec.fromProto;
import static io.camber.messages.GeometryCodec.toProto;

import io.camber.bus.Codec;
import io.camber.pose.EgoPose;
import io.camber.pose.FixInnovation;
import io.camber.pose.PoseStatus;
import java.util.Optional;

/** The ego's estimated pose. */
final class PoseCodec {
  private static final PoseStatus[] STATUSES = PoseStatus.values();

  static final Codec<EgoPose> EGO_POSE = new ProtobufCodec<>(
      io.camber.messages.proto.EgoPose.class,
      io.camber.messages.proto.EgoPose.getDefaultInstance(),
      PoseCodec::encoded,
      proto -> new EgoPose(
          proto.getTimeNs(),
          fromProto(proto.getMapFromBase()),
          fromProto(proto.getTwist()),
          proto.getAccelMps2(),
          proto.getLongitudinalStdM(),
          proto.getLateralStdM(),
          proto.getYawStd(),
          proto.getGyroBiasRadps(),
          proto.getWheelScale(),
          EnumCodec.fromNumber(
              STATUSES,
              io.camber.messages.proto.PoseStatus.POSE_STATUS_INITIALIZING,
              proto.getStatusValue()),
          proto.hasInnovation() ? Optional.of(decoded(proto.getInnovation())) : Optional.empty()));

  private PoseCodec() {}

  private static io.camber.messages.proto.EgoPose encoded(EgoPose value) {
    var proto = io.camber.messages.proto.EgoPose.newBuilder()
        .setTimeNs(value.timeNs())
        .setMapFromBase(toProto(value.mapFromBase()))
        .setTwist(toProto(value.twist()))
        .setAccelMps2(value.accelMps2())
        .setLongitudinalStdM(value.longitudinalStdM())
        .setLateralStdM(value.lateralStdM())
        .setYawStd(value.yawStd())
        .setGyroBiasRadps(value.gyroBiasRadps())
        .setWheelScale(value.wheelScale())
        .setStatus(io.camber.messages.proto.PoseStatus.forNumber(EnumCodec.number(value.status())));
    value
        .innovation()
        .ifPresent(
            it -> proto.getInnovationBuilder().setFixNs(it.fixNs()).setX(it.x()).setY(it.y()));
    return proto.build();
  }

  private static FixInnovation decoded(io.camber.messages.proto.FixInnovation proto) {
    return new FixInnovation(proto.getFixNs(), proto.getX(), proto.getY());
  }
}
