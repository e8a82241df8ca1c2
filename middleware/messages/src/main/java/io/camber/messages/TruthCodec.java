package io.camber.messages;

import static io.camber.messages.GeometryCodec.fromProto;

import io.camber.bus.Codec;
import io.camber.truth.ActorLights;
import io.camber.truth.ActorTruth;
import io.camber.truth.ScenarioEvent;
import io.camber.truth.SignalTruth;
import io.camber.truth.TruthFrame;

/** What only the simulator and the jury may see. */
final class TruthCodec {
  static final Codec<TruthFrame> FRAME = ProtobufCodec.written(
      io.camber.messages.proto.TruthFrame.class,
      io.camber.messages.proto.TruthFrame.getDefaultInstance(),
      TruthFrameWriter::write,
      proto -> new TruthFrame(
          proto.getTimeNs(),
          proto.getEgoName(),
          proto.getEgoEngaged(),
          proto.getActorsList().stream().map(TruthCodec::actor).toList(),
          proto.getSignalsList().stream()
              .map(one -> new SignalTruth(one.getSignalId(), SceneCodec.color(one.getColorValue())))
              .toList()));

  static final Codec<ScenarioEvent> EVENT = new ProtobufCodec<>(
      io.camber.messages.proto.ScenarioEvent.class,
      io.camber.messages.proto.ScenarioEvent.getDefaultInstance(),
      value -> io.camber.messages.proto.ScenarioEvent.newBuilder()
          .setTimeNs(value.timeNs())
          .setKind(value.kind())
          .setElement(value.element())
          .setDetail(value.detail())
          .build(),
      proto -> new ScenarioEvent(
          proto.getTimeNs(), proto.getKind(), proto.getElement(), proto.getDetail()));

  private TruthCodec() {}

  private static ActorTruth actor(io.camber.messages.proto.ActorTruth proto) {
    var lights = proto.getLights();
    return new ActorTruth(
        proto.getName(),
        SceneCodec.objectClass(proto.getObjectClassValue()),
        proto.getKind(),
        fromProto(proto.getMapFromReference()),
        fromProto(proto.getSize()),
        proto.getCenterOffsetM(),
        proto.getCenterOffsetLeftM(),
        proto.getSpeedMps(),
        proto.getAccelMps2(),
        proto.getYawRateRadps(),
        proto.getWheelAngle(),
        new ActorLights(
            lights.getBrake(),
            lights.getIndicatorLeft(),
            lights.getIndicatorRight(),
            lights.getHeadlamps()));
  }
}
