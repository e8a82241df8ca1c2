package io.camber.messages;

import static io.camber.messages.GeometryCodec.fromProto;

import com.google.protobuf.UnsafeByteOperations;
import io.camber.bus.Codec;
import io.camber.scene.Detection;
import io.camber.scene.Detections;
import io.camber.scene.MapFile;
import io.camber.scene.ObjectClass;
import io.camber.scene.SignalColor;
import io.camber.scene.SignalState;
import io.camber.scene.SignalStates;
import io.camber.scene.Track;
import io.camber.scene.Tracks;

/** What is around the ego, and the map file. */
final class SceneCodec {
  private static final ObjectClass[] CLASSES = ObjectClass.values();
  private static final SignalColor[] COLORS = SignalColor.values();

  static final Codec<Detections> DETECTIONS = new ProtobufCodec<>(
      io.camber.messages.proto.Detections.class,
      io.camber.messages.proto.Detections.getDefaultInstance(),
      SceneCodec::detectionsToProto,
      proto -> new Detections(
          proto.getTimeNs(),
          proto.getSensorId(),
          proto.getDetectionsList().stream().map(SceneCodec::detection).toList()));

  static final Codec<Tracks> TRACKS = new ProtobufCodec<>(
      io.camber.messages.proto.Tracks.class,
      io.camber.messages.proto.Tracks.getDefaultInstance(),
      SceneCodec::tracksToProto,
      proto -> new Tracks(
          proto.getTimeNs(),
          proto.getTracksList().stream().map(SceneCodec::track).toList()));

  static final Codec<SignalStates> SIGNALS = new ProtobufCodec<>(
      io.camber.messages.proto.SignalStates.class,
      io.camber.messages.proto.SignalStates.getDefaultInstance(),
      SceneCodec::signalsToProto,
      proto -> new SignalStates(
          proto.getTimeNs(),
          proto.getSignalsList().stream()
              .map(one -> new SignalState(
                  one.getSignalId(), color(one.getColorValue()), one.getConfidence()))
              .toList()));

  static final Codec<MapFile> MAP = new ProtobufCodec<>(
      io.camber.messages.proto.RoadMap.class,
      io.camber.messages.proto.RoadMap.getDefaultInstance(),
      value -> io.camber.messages.proto.RoadMap.newBuilder()
          .setName(value.name())
          .setFormat("opendrive")
          .setContent(UnsafeByteOperations.unsafeWrap(value.content()))
          .build(),
      proto -> new MapFile(proto.getName(), proto.getContent().toByteArray()));

  private SceneCodec() {}

  static io.camber.messages.proto.ObjectClass toProto(ObjectClass value) {
    return io.camber.messages.proto.ObjectClass.forNumber(EnumCodec.number(value));
  }

  static ObjectClass objectClass(int number) {
    return EnumCodec.fromNumber(
        CLASSES, io.camber.messages.proto.ObjectClass.OBJECT_CLASS_UNKNOWN, number);
  }

  static io.camber.messages.proto.SignalColor toProto(SignalColor value) {
    return io.camber.messages.proto.SignalColor.forNumber(EnumCodec.number(value));
  }

  static SignalColor color(int number) {
    return EnumCodec.fromNumber(
        COLORS, io.camber.messages.proto.SignalColor.SIGNAL_COLOR_UNKNOWN, number);
  }

  private static io.camber.messages.proto.Detections detectionsToProto(Detections value) {
    var proto = io.camber.messages.proto.Detections.newBuilder()
        .setTimeNs(value.timeNs())
        .setSensorId(value.sensorId());
    for (Detection one : value.detections()) {
      proto
          .addDetectionsBuilder()
          .setObjectClass(toProto(one.objectClass()))
          .setCenter(GeometryCodec.toProto(one.center()))
          .setBottomZ(one.bottomZ())
          .setSize(GeometryCodec.toProto(one.size()))
          .setScore(one.score())
          .setClassConfidence(one.classConfidence())
          .setPointCount(one.pointCount())
          .setAgeNs(one.ageNs());
    }
    return proto.build();
  }

  private static Detection detection(io.camber.messages.proto.Detection proto) {
    return new Detection(
        objectClass(proto.getObjectClassValue()),
        fromProto(proto.getCenter()),
        proto.getBottomZ(),
        fromProto(proto.getSize()),
        proto.getScore(),
        proto.getClassConfidence(),
        proto.getPointCount(),
        proto.getAgeNs());
  }

  private static io.camber.messages.proto.Tracks tracksToProto(Tracks value) {
    var proto = io.camber.messages.proto.Tracks.newBuilder().setTimeNs(value.timeNs());
    for (Track one : value.tracks()) {
      proto
          .addTracksBuilder()
          .setId(one.id())
          .setObjectClass(toProto(one.objectClass()))
          .setClassConfidence(one.classConfidence())
          .setCenter(GeometryCodec.toProto(one.center()))
          .setBottomZ(one.bottomZ())
          .setSize(GeometryCodec.toProto(one.size()))
          .setVelocityMps(GeometryCodec.toProto(one.velocityMps()))
          .setAccelMps2(one.accelMps2())
          .setYawRateRadps(one.yawRateRadps())
          .setExistence(one.existence())
          .setPositionStdM(one.positionStdM())
          .setVelocityStdMps(one.velocityStdMps())
          .setAgeNs(one.ageNs())
          .setCoastedNs(one.coastedNs());
    }
    return proto.build();
  }

  private static Track track(io.camber.messages.proto.Track proto) {
    return new Track(
        proto.getId(),
        objectClass(proto.getObjectClassValue()),
        proto.getClassConfidence(),
        fromProto(proto.getCenter()),
        proto.getBottomZ(),
        fromProto(proto.getSize()),
        fromProto(proto.getVelocityMps()),
        proto.getAccelMps2(),
        proto.getYawRateRadps(),
        proto.getExistence(),
        proto.getPositionStdM(),
        proto.getVelocityStdMps(),
        proto.getAgeNs(),
        proto.getCoastedNs());
  }

  private static io.camber.messages.proto.SignalStates signalsToProto(SignalStates value) {
    var proto = io.camber.messages.proto.SignalStates.newBuilder().setTimeNs(value.timeNs());
    for (SignalState one : value.signals()) {
      proto
          .addSignalsBuilder()
          .setSignalId(one.signalId())
          .setColor(toProto(one.color()))
          .setConfidence(one.confidence());
    }
    return proto.build();
  }
}
