package io.camber.app.sensors;

import io.camber.diagnostics.InputException;
import io.camber.geometry.Vec3;
import io.camber.sim.sensor.camera.CameraConfig;
import io.camber.sim.sensor.lidar.LidarConfig;
import io.camber.vehicle.VehicleDescription;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;

/** The sensors of a car besides those of its own motion. */
public record SensorRig(String file, List<MountedSensor> sensors) {
  /** Sensors sit on the skin: so deep inside the body none can. */
  private static final double SKIN_M = 0.35;
  /** A camera behind the windscreen may be so far behind the front and so far below the roof. */
  private static final double CABIN_LOW_M = 0.6;

  private static final long CAMERA_PERIOD_NS = 100_000_000L;

  public SensorRig {
    sensors = List.copyOf(sensors);
  }

  /** One lidar on the roof, one camera behind the windscreen. */
  public static SensorRig standard() {
    return new SensorRig(
        "default",
        List.of(
            new MountedSensor.Lidar(LidarConfig.roof(), 0, OptionalLong.empty(), 0.0),
            new MountedSensor.Camera(
                CameraConfig.windscreen(), CAMERA_PERIOD_NS, 0, OptionalLong.empty(), 0.0)));
  }

  /**
   * Reads a rig's file.
   *
   * @throws InputException naming file and line
   */
  public static SensorRig read(String file, String text) {
    return new SensorRigReader(file, text).read();
  }

  public List<String> sensorIds() {
    return sensors.stream().map(MountedSensor::id).toList();
  }

  /** Clocks that are off, as faults that last for the whole run. */
  public List<String> clockFaults() {
    return sensors.stream()
        .filter(sensor -> sensor.clockOffsetS() != 0.0)
        .map(sensor -> String.format(
            Locale.ROOT, "%s:clock_step,severity=%.9f", sensor.id(), sensor.clockOffsetS()))
        .toList();
  }

  /**
   * The rig with the cable of a camera and that of the next camera of the rig swapped: images come out under each other's
   * names, calibrations do not.
   *
   * @throws InputException when there is no other camera
   */
  public SensorRig withSwapped(String cameraId) {
    List<MountedSensor.Camera> cameras = sensors.stream()
        .filter(MountedSensor.Camera.class::isInstance)
        .map(MountedSensor.Camera.class::cast)
        .toList();
    List<String> ids = cameras.stream().map(MountedSensor.Camera::id).toList();
    if (cameras.size() < 2) {
      throw new InputException("fault " + cameraId
          + ":swapped: the rig has no second camera to swap cables with; --rig surround has six");
    }
    String other = ids.get((ids.indexOf(cameraId) + 1) % ids.size());
    return new SensorRig(
        file, sensors.stream().map(sensor -> swapped(sensor, cameraId, other)).toList());
  }

  private static MountedSensor swapped(MountedSensor sensor, String one, String other) {
    if (sensor instanceof MountedSensor.Camera camera) {
      if (camera.id().equals(one)) {
        return camera.onCableOf(other);
      }
      if (camera.id().equals(other)) {
        return camera.onCableOf(one);
      }
    }
    return sensor;
  }

  /**
   * Refuses sensors that sit inside the body or nowhere near the car.
   *
   * @throws InputException naming file, line and sensor
   */
  public void check(VehicleDescription car) {
    for (MountedSensor sensor : sensors) {
      Vec3 at = sensor.place();
      double front = car.frontM() - at.x();
      double rear = at.x() + car.rearOverhangM();
      double side = car.widthM() / 2.0 - Math.abs(at.y());
      double top = car.heightM() - at.z();
      boolean isInside = Math.min(Math.min(front, rear), Math.min(side, top)) > SKIN_M;
      boolean isBehindGlass =
          sensor instanceof MountedSensor.Camera && top < CABIN_LOW_M && at.z() > 0.9;
      if (isInside && !isBehindGlass) {
        throw InputException.at(
            file,
            sensor.line(),
            sensor.id() + ": sits inside the body of " + car.name()
                + "; move it to the skin or the roof");
      }
      if (Math.max(Math.max(-front, -rear), -side) > 1.0 || top < -1.5 || at.z() < 0.05) {
        throw InputException.at(
            file,
            sensor.line(),
            sensor.id() + ": sits more than a metre outside the body of " + car.name());
      }
    }
  }
}
