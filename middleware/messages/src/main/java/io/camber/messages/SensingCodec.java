package io.camber.messages;

import static io.camber.messages.GeometryCodec.fromProto;
import static io.camber.messages.GeometryCodec.toProto;

import io.camber.bus.Codec;
import io.camber.sensing.CameraCalibration;
import io.camber.sensing.CameraImage;
import io.camber.sensing.GnssFix;
import io.camber.sensing.ImuSample;
import io.camber.sensing.LidarCalibration;
import io.camber.sensing.LidarSweep;
import io.camber.sensing.RadarCalibration;
import io.camber.sensing.RadarReturn;
import io.camber.sensing.RadarReturns;
import io.camber.sensing.SignalPhase;
import io.camber.sensing.SignalPhases;
import io.camber.sensing.UltrasonicEcho;
import io.camber.sensing.WheelSpeeds;
import java.util.OptionalDouble;

/** What the sensors deliver. */
final class SensingCodec {
  static final String RGB8 = "rgb8";
  static final String JPEG = "jpeg";

  static final Codec<LidarSweep> LIDAR_SWEEP = new BulkCodec<>(
      io.camber.messages.proto.LidarSweep.class,
      io.camber.messages.proto.LidarSweep.getDefaultInstance(),
      io.camber.messages.proto.LidarSweep.POINTS_FIELD_NUMBER,
      sweep -> io.camber.messages.proto.LidarSweep.newBuilder()
          .setSensorId(sweep.sensorId())
          .setStartNs(sweep.startNs())
          .setTimeNs(sweep.timeNs())
          .setPointCount(sweep.size())
          .build(),
      LidarSweep::packed,
      (header, bulk) ->
          new LidarSweep(header.getSensorId(), header.getStartNs(), header.getTimeNs(), bulk));

  static final Codec<CameraImage> CAMERA_IMAGE = new BulkCodec<>(
      io.camber.messages.proto.CameraImage.class,
      io.camber.messages.proto.CameraImage.getDefaultInstance(),
      io.camber.messages.proto.CameraImage.PIXELS_FIELD_NUMBER,
      image -> io.camber.messages.proto.CameraImage.newBuilder()
          .setSensorId(image.sensorId())
          .setTimeNs(image.timeNs())
          .setWidth(image.width())
          .setHeight(image.height())
          .setEncoding(image.jpeg().isPresent() ? JPEG : RGB8)
          .build(),
      image -> image.jpeg().orElseGet(image::packed),
      (header, bulk) -> {
        return switch (header.getEncoding()) {
          case RGB8 ->
            new CameraImage(
                header.getSensorId(),
                header.getTimeNs(),
                header.getWidth(),
                header.getHeight(),
                bulk);
          case JPEG ->
            Jpeg.decode(
                header.getSensorId(),
                header.getTimeNs(),
                header.getWidth(),
                header.getHeight(),
                bulk);
          default ->
            throw new IllegalArgumentException(
                "encoding=" + header.getEncoding() + " is neither " + RGB8 + " nor " + JPEG);
        };
      });

  static final Codec<LidarCalibration> LIDAR_CALIBRATION = new ProtobufCodec<>(
      io.camber.messages.proto.LidarCalibration.class,
      io.camber.messages.proto.LidarCalibration.getDefaultInstance(),
      value -> io.camber.messages.proto.LidarCalibration.newBuilder()
          .setSensorId(value.sensorId())
          .setBaseFromLidar(toProto(value.baseFromLidar()))
          .setBeamCount(value.beamCount())
          .setColumnCount(value.columnCount())
          .setRangeM(value.rangeM())
          .setSweepNs(value.sweepNs())
          .build(),
      proto -> new LidarCalibration(
          proto.getSensorId(),
          fromProto(proto.getBaseFromLidar()),
          proto.getBeamCount(),
          proto.getColumnCount(),
          proto.getRangeM(),
          proto.getSweepNs()));

  static final Codec<CameraCalibration> CAMERA_CALIBRATION = new ProtobufCodec<>(
      io.camber.messages.proto.CameraCalibration.class,
      io.camber.messages.proto.CameraCalibration.getDefaultInstance(),
      value -> io.camber.messages.proto.CameraCalibration.newBuilder()
          .setSensorId(value.sensorId())
          .setBaseFromCamera(toProto(value.baseFromCamera()))
          .setWidth(value.width())
          .setHeight(value.height())
          .setFocalXPx(value.focalXPx())
          .setFocalYPx(value.focalYPx())
          .setCenterXPx(value.centerXPx())
          .setCenterYPx(value.centerYPx())
          .setK1(value.k1())
          .setK2(value.k2())
          .build(),
      proto -> new CameraCalibration(
          proto.getSensorId(),
          fromProto(proto.getBaseFromCamera()),
          proto.getWidth(),
          proto.getHeight(),
          proto.getFocalXPx(),
          proto.getFocalYPx(),
          proto.getCenterXPx(),
          proto.getCenterYPx(),
          proto.getK1(),
          proto.getK2()));

  static final Codec<RadarReturns> RADAR_RETURNS = new ProtobufCodec<>(
      io.camber.messages.proto.RadarReturns.class,
      io.camber.messages.proto.RadarReturns.getDefaultInstance(),
      SensingCodec::radarToProto,
      proto -> new RadarReturns(
          proto.getTimeNs(),
          proto.getSensorId(),
          proto.getReturnsList().stream()
              .map(one -> new RadarReturn(
                  one.getRangeM(),
                  one.getAzimuth(),
                  one.getRangeRateMps(),
                  one.getCrossSectionDbsm()))
              .toList()));

  static final Codec<RadarCalibration> RADAR_CALIBRATION = new ProtobufCodec<>(
      io.camber.messages.proto.RadarCalibration.class,
      io.camber.messages.proto.RadarCalibration.getDefaultInstance(),
      value -> io.camber.messages.proto.RadarCalibration.newBuilder()
          .setSensorId(value.sensorId())
          .setBaseFromRadar(toProto(value.baseFromRadar()))
          .setFieldOfView(value.fieldOfView())
          .setRangeM(value.rangeM())
          .build(),
      proto -> new RadarCalibration(
          proto.getSensorId(),
          fromProto(proto.getBaseFromRadar()),
          proto.getFieldOfView(),
          proto.getRangeM()));

  static final Codec<UltrasonicEcho> ULTRASONIC_ECHO = new ProtobufCodec<>(
      io.camber.messages.proto.UltrasonicEcho.class,
      io.camber.messages.proto.UltrasonicEcho.getDefaultInstance(),
      SensingCodec::echoToProto,
      proto -> new UltrasonicEcho(
          proto.getTimeNs(),
          proto.getSensorId(),
          proto.hasRangeM() ? OptionalDouble.of(proto.getRangeM()) : OptionalDouble.empty()));

  static final Codec<SignalPhases> SIGNAL_PHASES = new ProtobufCodec<>(
      io.camber.messages.proto.SignalPhases.class,
      io.camber.messages.proto.SignalPhases.getDefaultInstance(),
      SensingCodec::phasesToProto,
      proto -> new SignalPhases(
          proto.getTimeNs(),
          proto.getSensorId(),
          proto.getPhasesList().stream()
              .map(one -> new SignalPhase(
                  one.getSignalId(),
                  SceneCodec.color(one.getColorValue()),
                  one.hasRemainingS()
                      ? OptionalDouble.of(one.getRemainingS())
                      : OptionalDouble.empty()))
              .toList()));

  static final Codec<ImuSample> IMU = new ProtobufCodec<>(
      io.camber.messages.proto.ImuSample.class,
      io.camber.messages.proto.ImuSample.getDefaultInstance(),
      value -> io.camber.messages.proto.ImuSample.newBuilder()
          .setTimeNs(value.timeNs())
          .setSpecificForceMps2(toProto(value.specificForceMps2()))
          .setAngularRateRadps(toProto(value.angularRateRadps()))
          .build(),
      proto -> new ImuSample(
          proto.getTimeNs(),
          fromProto(proto.getSpecificForceMps2()),
          fromProto(proto.getAngularRateRadps())));

  static final Codec<GnssFix> GNSS = new ProtobufCodec<>(
      io.camber.messages.proto.GnssFix.class,
      io.camber.messages.proto.GnssFix.getDefaultInstance(),
      value -> io.camber.messages.proto.GnssFix.newBuilder()
          .setTimeNs(value.timeNs())
          .setPosition(toProto(value.position()))
          .setVelocityMps(toProto(value.velocityMps()))
          .setYaw(value.yaw())
          .setPositionStdM(value.positionStdM())
          .setVelocityStdMps(value.velocityStdMps())
          .setYawStd(value.yawStd())
          .build(),
      proto -> new GnssFix(
          proto.getTimeNs(),
          fromProto(proto.getPosition()),
          fromProto(proto.getVelocityMps()),
          proto.getYaw(),
          proto.getPositionStdM(),
          proto.getVelocityStdMps(),
          proto.getYawStd()));

  static final Codec<WheelSpeeds> WHEELS = new ProtobufCodec<>(
      io.camber.messages.proto.WheelSpeeds.class,
      io.camber.messages.proto.WheelSpeeds.getDefaultInstance(),
      value -> io.camber.messages.proto.WheelSpeeds.newBuilder()
          .setTimeNs(value.timeNs())
          .setFrontLeftMps(value.frontLeftMps())
          .setFrontRightMps(value.frontRightMps())
          .setRearLeftMps(value.rearLeftMps())
          .setRearRightMps(value.rearRightMps())
          .build(),
      proto -> new WheelSpeeds(
          proto.getTimeNs(),
          proto.getFrontLeftMps(),
          proto.getFrontRightMps(),
          proto.getRearLeftMps(),
          proto.getRearRightMps()));

  private SensingCodec() {}

  private static io.camber.messages.proto.RadarReturns radarToProto(RadarReturns value) {
    var proto = io.camber.messages.proto.RadarReturns.newBuilder()
        .setTimeNs(value.timeNs())
        .setSensorId(value.sensorId());
    for (RadarReturn one : value.returns()) {
      proto
          .addReturnsBuilder()
          .setRangeM(one.rangeM())
          .setAzimuth(one.azimuth())
          .setRangeRateMps(one.rangeRateMps())
          .setCrossSectionDbsm(one.crossSectionDbsm());
    }
    return proto.build();
  }

  private static io.camber.messages.proto.UltrasonicEcho echoToProto(UltrasonicEcho value) {
    var proto = io.camber.messages.proto.UltrasonicEcho.newBuilder()
        .setTimeNs(value.timeNs())
        .setSensorId(value.sensorId());
    value.rangeM().ifPresent(proto::setRangeM);
    return proto.build();
  }

  private static io.camber.messages.proto.SignalPhases phasesToProto(SignalPhases value) {
    var proto = io.camber.messages.proto.SignalPhases.newBuilder()
        .setTimeNs(value.timeNs())
        .setSensorId(value.sensorId());
    for (SignalPhase one : value.phases()) {
      var phase = proto
          .addPhasesBuilder()
          .setSignalId(one.signalId())
          .setColorValue(EnumCodec.number(one.color()));
      one.remainingS().ifPresent(phase::setRemainingS);
    }
    return proto.build();
  }
}
