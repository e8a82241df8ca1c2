package io.camber.sim.fault.stream;

import io.camber.motion.Plan;
import io.camber.pose.EgoPose;
import io.camber.scene.Detections;
import io.camber.scene.Futures;
import io.camber.scene.SignalStates;
import io.camber.scene.Tracks;
import io.camber.sensing.CameraImage;
import io.camber.sensing.GnssFix;
import io.camber.sensing.ImuSample;
import io.camber.sensing.LidarSweep;
import io.camber.sensing.RadarReturns;
import io.camber.sensing.SignalPhases;
import io.camber.sensing.UltrasonicEcho;
import io.camber.sensing.WheelSpeeds;
import io.camber.vehicle.ControlCommand;
import io.camber.vehicle.VehicleReport;

/** The time that a message says it was measured at, moved. */
final class Stamps {
  private Stamps() {}

  /** The same message, said to be {@code byNs} later; messages that carry no time of their own stay. */
  static <T> T shift(Class<T> type, T value, long byNs) {
    return type.cast(shift(value, byNs));
  }

  private static Object shift(Object value, long byNs) {
    if (value instanceof LidarSweep v) {
      return new LidarSweep(v.sensorId(), v.startNs() + byNs, v.timeNs() + byNs, v.packed());
    }
    if (value instanceof CameraImage v) {
      return v.labelled(v.sensorId(), v.timeNs() + byNs);
    }
    if (value instanceof RadarReturns v) {
      return new RadarReturns(v.timeNs() + byNs, v.sensorId(), v.returns());
    }
    if (value instanceof ImuSample v) {
      return new ImuSample(v.timeNs() + byNs, v.specificForceMps2(), v.angularRateRadps());
    }
    if (value instanceof GnssFix v) {
      return new GnssFix(
          v.timeNs() + byNs,
          v.position(),
          v.velocityMps(),
          v.yaw(),
          v.positionStdM(),
          v.velocityStdMps(),
          v.yawStd());
    }
    if (value instanceof WheelSpeeds v) {
      return new WheelSpeeds(
          v.timeNs() + byNs,
          v.frontLeftMps(),
          v.frontRightMps(),
          v.rearLeftMps(),
          v.rearRightMps());
    }
    if (value instanceof UltrasonicEcho v) {
      return new UltrasonicEcho(v.timeNs() + byNs, v.sensorId(), v.rangeM());
    }
    if (value instanceof SignalPhases v) {
      return new SignalPhases(v.timeNs() + byNs, v.sensorId(), v.phases());
    }
    return result(value, byNs);
  }

  private static Object result(Object value, long byNs) {
    if (value instanceof VehicleReport v) {
      return new VehicleReport(
          v.timeNs() + byNs, v.speedMps(), v.steeringAngle(), v.accelMps2(), v.engaged());
    }
    if (value instanceof EgoPose v) {
      return new EgoPose(
          v.timeNs() + byNs,
          v.mapFromBase(),
          v.twist(),
          v.accelMps2(),
          v.longitudinalStdM(),
          v.lateralStdM(),
          v.yawStd(),
          v.gyroBiasRadps(),
          v.wheelScale(),
          v.status());
    }
    if (value instanceof Detections v) {
      return new Detections(v.timeNs() + byNs, v.sensorId(), v.detections());
    }
    if (value instanceof Tracks v) {
      return new Tracks(v.timeNs() + byNs, v.tracks());
    }
    if (value instanceof SignalStates v) {
      return new SignalStates(v.timeNs() + byNs, v.signals());
    }
    if (value instanceof Futures v) {
      return new Futures(v.timeNs() + byNs, v.futures());
    }
    if (value instanceof Plan v) {
      return new Plan(v.timeNs() + byNs, v.nominal(), v.safeStop(), v.reasons(), v.proposals());
    }
    if (value instanceof ControlCommand v) {
      return new ControlCommand(v.timeNs() + byNs, v.steeringAngle(), v.accelMps2(), v.mode());
    }
    return value;
  }
}
