package io.camber.app.sensors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.camber.diagnostics.InputException;
import io.camber.sim.node.CameraOutput;
import io.camber.sim.sensor.camera.CameraConfig;
import io.camber.sim.sensor.lidar.LidarConfig;
import io.camber.truth.CameraLayer;
import io.camber.vehicle.VehicleDescription;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SensorRigTest {
  private static final VehicleDescription CAR = VehicleDescription.midSizeCar();

  @Test
  void theBundledDefaultIsWhatRunsHaveWithoutARig() throws IOException {
    SensorRig bundled = bundled("default");

    assertThat(bundled.sensorIds()).isEqualTo(SensorRig.standard().sensorIds());
    assertThat(((MountedSensor.Lidar) bundled.sensors().get(0)).config())
        .isEqualTo(LidarConfig.roof());
    assertThat(((MountedSensor.Camera) bundled.sensors().get(1)).config())
        .isEqualTo(CameraConfig.windscreen());
  }

  @Test
  void theSurroundRigHasSixCamerasFiveRadarsAndALidarOnTheSkinOfACar() throws IOException {
    SensorRig surround = bundled("surround");

    assertThat(surround.sensorIds().stream().filter(id -> id.startsWith("camera")))
        .hasSize(6);
    assertThat(surround.sensorIds().stream().filter(id -> id.startsWith("radar")))
        .hasSize(5);
    assertThat(surround.sensorIds()).hasSize(12);
    surround.check(CAR);
  }

  @Test
  void swappedCablesExchangeTheNamesOfTwoCamerasImages() throws IOException {
    SensorRig swapped = bundled("surround").withSwapped("camera_front");

    assertThat(swapped.sensorIds()).isEqualTo(bundled("surround").sensorIds());
    assertThat(cable(swapped, "camera_front")).contains("camera_front_left");
    assertThat(cable(swapped, "camera_front_left")).contains("camera_front");
    assertThat(cable(swapped, "camera_rear")).isEmpty();
    assertThatThrownBy(() -> SensorRig.standard().withSwapped("camera_front"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("no second camera");
  }

  @Test
  void aCameraTellsTheTruthThatItsEntryAsksFor() {
    SensorRig rig =
        SensorRig.read("rig.yaml", "sensors:\n  - {id: camera_x, truth: 'boxes, depth, flow'}\n");

    assertThat(((MountedSensor.Camera) rig.sensors().get(0)).output())
        .isEqualTo(new CameraOutput(
            false, Optional.empty(), true, Set.of(CameraLayer.DEPTH, CameraLayer.FLOW)));
  }

  private static Optional<String> cable(SensorRig rig, String id) {
    return rig.sensors().stream()
        .filter(sensor -> sensor.id().equals(id))
        .map(MountedSensor.Camera.class::cast)
        .findFirst()
        .flatMap(MountedSensor.Camera::cable);
  }

  @Test
  void readsUltrasonicSensorsAndTheRadioOfTrafficLights() {
    SensorRig rig = SensorRig.read(
        "rig.yaml",
        "sensors:\n  - {id: ultrasonic_rear, mount: [-0.9, 0, 0.5], yaw_deg: 180}\n  - {id: v2x_roof, range_m: 150}\n");

    assertThat(((MountedSensor.Ultrasonic) rig.sensors().get(0)).config().mountYaw())
        .isEqualTo(Math.PI);
    assertThat(((MountedSensor.SignalRadio) rig.sensors().get(1)).config().rangeM())
        .isEqualTo(150.0);
    rig.check(CAR);
  }

  @Test
  void aClockThatIsOffIsAFaultForTheWholeRun() {
    SensorRig rig =
        SensorRig.read("rig.yaml", "sensors:\n  - {id: lidar_top, clock_offset_ms: -20}\n");

    assertThat(rig.clockFaults()).containsExactly("lidar_top:clock_step,severity=-0.020000000");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{id: sonar_front} | rig.yaml:3: id: 'sonar_front' does not begin",
        "{id: camera_x, width: 10000, height: 10000} | rig.yaml:3: width: 10000 is outside",
        "{id: camera_x, width: 8000, height: 8000} | rig.yaml:3: width: an image of 8000 x 8000",
        "{id: camera_x, fov_deg: wide} | rig.yaml:3: fov_deg: 'wide' is not a number",
        "{id: camera_x, colour: red} | rig.yaml:3: colour: is unknown",
        "{id: camera_x, mount: [1, 2]} | rig.yaml:3: mount: is not like",
        "{id: lidar_top} | rig.yaml:3: id: there are two sensors called lidar_top",
        "{id: lidar_x, rate_hz: 30} | rate_hz: a period of",
        "{mount: [1, 2, 3]} | rig.yaml:3: id: is missing",
        "{id: ultrasonic_x, range_max_m: 50} | rig.yaml:3: range_max_m: 50 is outside",
        "{id: ultrasonic_x, range_min_m: 0.9, range_max_m: 0.5} | rig.yaml:3: ultrasonic_x: rangeMaxM",
        "{id: camera_x, truth: 'boxes,colour'} | rig.yaml:3: truth: 'colour' is unknown",
        "{id: camera_x, truth: flow, shutter_ms: 8} | rig.yaml:3: truth: flow needs readout_ms",
        "{id: v2x_x, loss: 2} | rig.yaml:3: loss: 2 is outside",
        "{id: camera_x, fov_deg: 170} | rig.yaml:3: camera_x: fieldOfView"
      })
  void namesFileLineAndKeyOfWhatIsWrong(String entry, String problem) {
    String text = "sensors:\n  - {id: lidar_top}\n  - " + entry + "\n";

    assertThatThrownBy(() -> SensorRig.read("rig.yaml", text))
        .isInstanceOf(InputException.class)
        .hasMessageContaining(problem);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{id: lidar_x, mount: [1.3, 0, 0.7]} | rig.yaml:2: lidar_x: sits inside the body",
        "{id: camera_x, mount: [1.3, 0, 0.6]} | rig.yaml:2: camera_x: sits inside the body",
        "{id: radar_x, mount: [9, 0, 0.7]} | rig.yaml:2: radar_x: sits more than a metre outside"
      })
  void refusesSensorsWhereNoneCanSit(String entry, String problem) {
    SensorRig rig = SensorRig.read("rig.yaml", "sensors:\n  - " + entry + "\n");

    assertThatThrownBy(() -> rig.check(CAR))
        .isInstanceOf(InputException.class)
        .hasMessageContaining(problem);
  }

  private static SensorRig bundled(String name) throws IOException {
    Path file = Path.of("..", "..", "scenarios", "sensors", name + ".yaml");
    return SensorRig.read(file.toString(), Files.readString(file));
  }
}
