package io.camber.messages;

import io.camber.bus.Codec;
import io.camber.vehicle.ControlCommand;
import io.camber.vehicle.DriveMode;
import io.camber.vehicle.VehicleDescription;
import io.camber.vehicle.VehicleReport;

/** What the ego vehicle is, is told and reports. */
final class VehicleCodec {
  private static final DriveMode[] MODES = DriveMode.values();

  static final Codec<VehicleDescription> DESCRIPTION = new ProtobufCodec<>(
      io.camber.messages.proto.VehicleDescription.class,
      io.camber.messages.proto.VehicleDescription.getDefaultInstance(),
      value -> io.camber.messages.proto.VehicleDescription.newBuilder()
          .setName(value.name())
          .setLengthM(value.lengthM())
          .setWidthM(value.widthM())
          .setHeightM(value.heightM())
          .setWheelbaseM(value.wheelbaseM())
          .setRearOverhangM(value.rearOverhangM())
          .setMassKg(value.massKg())
          .setSteeringAngleMax(value.steeringAngleMax())
          .setSteeringRateRadpsMax(value.steeringRateRadpsMax())
          .setSteeringDeadTimeS(value.steeringDeadTimeS())
          .setSteeringLagS(value.steeringLagS())
          .setAccelMps2Max(value.accelMps2Max())
          .setDecelMps2Max(value.decelMps2Max())
          .setDriveLagS(value.driveLagS())
          .setBrakeLagS(value.brakeLagS())
          .build(),
      proto -> new VehicleDescription(
          proto.getName(),
          proto.getLengthM(),
          proto.getWidthM(),
          proto.getHeightM(),
          proto.getWheelbaseM(),
          proto.getRearOverhangM(),
          proto.getMassKg(),
          proto.getSteeringAngleMax(),
          proto.getSteeringRateRadpsMax(),
          proto.getSteeringDeadTimeS(),
          proto.getSteeringLagS(),
          proto.getAccelMps2Max(),
          proto.getDecelMps2Max(),
          proto.getDriveLagS(),
          proto.getBrakeLagS()));

  static final Codec<ControlCommand> COMMAND = new ProtobufCodec<>(
      io.camber.messages.proto.ControlCommand.class,
      io.camber.messages.proto.ControlCommand.getDefaultInstance(),
      value -> io.camber.messages.proto.ControlCommand.newBuilder()
          .setTimeNs(value.timeNs())
          .setSteeringAngle(value.steeringAngle())
          .setAccelMps2(value.accelMps2())
          .setMode(io.camber.messages.proto.DriveMode.forNumber(EnumCodec.number(value.mode())))
          .build(),
      proto -> new ControlCommand(
          proto.getTimeNs(),
          proto.getSteeringAngle(),
          proto.getAccelMps2(),
          EnumCodec.fromNumber(
              MODES, io.camber.messages.proto.DriveMode.DRIVE_MODE_NOMINAL, proto.getModeValue())));

  static final Codec<VehicleReport> REPORT = new ProtobufCodec<>(
      io.camber.messages.proto.VehicleReport.class,
      io.camber.messages.proto.VehicleReport.getDefaultInstance(),
      value -> io.camber.messages.proto.VehicleReport.newBuilder()
          .setTimeNs(value.timeNs())
          .setSpeedMps(value.speedMps())
          .setSteeringAngle(value.steeringAngle())
          .setAccelMps2(value.accelMps2())
          .setEngaged(value.engaged())
          .build(),
      proto -> new VehicleReport(
          proto.getTimeNs(),
          proto.getSpeedMps(),
          proto.getSteeringAngle(),
          proto.getAccelMps2(),
          proto.getEngaged()));

  private VehicleCodec() {}
}
