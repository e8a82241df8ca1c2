package io.camber.messages;

import static io.camber.messages.GeometryCodec.fromProto;

import io.camber.bus.Codec;
import io.camber.truth.ActorLights;
import io.camber.truth.ActorTruth;
import io.camber.truth.FaultTruth;
import io.camber.truth.FaultTruths;
import io.camber.truth.ScenarioEvent;
import io.camber.truth.SignalTruth;
import io.camber.truth.TruthFrame;
import io.camber.truth.Weather;
import io.camber.truth.WheelTruth;
import java.util.Optional;

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
              .map(one -> new SignalTruth(
                  one.getSignalId(), SceneCodec.color(one.getColorValue()), one.getChangesNs()))
              .toList(),
          proto.hasWeather() ? weather(proto.getWeather()) : Weather.CLEAR,
          proto.hasWheels() ? Optional.of(wheels(proto.getWheels())) : Optional.empty()));

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

  static final Codec<FaultTruths> FAULTS = new ProtobufCodec<>(
      io.camber.messages.proto.FaultTruths.class,
      io.camber.messages.proto.FaultTruths.getDefaultInstance(),
      value -> io.camber.messages.proto.FaultTruths.newBuilder()
          .setTimeNs(value.timeNs())
          .addAllFaults(value.faults().stream().map(TruthCodec::fault).toList())
          .build(),
      proto -> new FaultTruths(
          proto.getTimeNs(),
          proto.getFaultsList().stream().map(TruthCodec::fault).toList()));

  private TruthCodec() {}

  private static WheelTruth wheels(io.camber.messages.proto.WheelTruth proto) {
    return new WheelTruth(
        proto.getFrontLeftMps(),
        proto.getFrontRightMps(),
        proto.getRearLeftMps(),
        proto.getRearRightMps());
  }

  private static Weather weather(io.camber.messages.proto.Weather proto) {
    return new Weather(
        proto.getFogPerM(),
        proto.getSmokePerM(),
        proto.getRainMmph(),
        proto.getSnowMmph(),
        proto.getExhaust(),
        proto.getSunElevation(),
        proto.getSunAzimuth(),
        proto.getWetness(),
        proto.getFrictionScale());
  }

  private static io.camber.messages.proto.FaultTruth fault(FaultTruth value) {
    return io.camber.messages.proto.FaultTruth.newBuilder()
        .setTarget(value.target())
        .setKind(value.kind())
        .setCode(value.code())
        .setSeverity(value.severity())
        .setStartNs(value.startNs())
        .setEndNs(value.endNs())
        .setSeed(value.seed())
        .build();
  }

  private static FaultTruth fault(io.camber.messages.proto.FaultTruth proto) {
    return new FaultTruth(
        proto.getTarget(),
        proto.getKind(),
        proto.getCode(),
        proto.getSeverity(),
        proto.getStartNs(),
        proto.getEndNs(),
        proto.getSeed());
  }

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
