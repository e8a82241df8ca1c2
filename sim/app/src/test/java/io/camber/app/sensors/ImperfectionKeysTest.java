package io.camber.app.sensors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.camber.diagnostics.InputException;
import io.camber.sim.sensor.camera.Optics;
import io.camber.sim.sensor.lidar.EchoConfig;
import io.camber.sim.sensor.lidar.Returns;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ImperfectionKeysTest {
  private static SensorRig read(String entry) {
    return SensorRig.read("rig.yaml", "sensors:\n  - " + entry + "\n");
  }

  @Test
  void aLidarTakesItsEchoesFromTheFile() {
    SensorRig rig = read("{id: lidar_top, returns: dual, divergence_mrad: 3, blooming: 0.5,"
        + " crosstalk: 0.001, ghosts: 0.2, ring_noise_m: 0.01}");

    assertThat(((MountedSensor.Lidar) rig.sensors().get(0)).config().echoes())
        .isEqualTo(new EchoConfig(Returns.DUAL, 5, 0.003, 0.5, 0.001, 0.2, 0.01));
  }

  @Test
  void aCameraTakesItsOpticsFromTheFile() {
    SensorRig rig = read("{id: camera_rear, projection: fisheye, fov_deg: 185, k1: 0, k2: 0,"
        + " readout_ms: 20, shutter_ms: 8, dirt: 0.1, format: bayer}");

    assertThat(((MountedSensor.Camera) rig.sensors().get(0)).config().optics())
        .isEqualTo(new Optics(true, 0.02, 0.008, 0.1, true));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{id: lidar_top, returns: both} | rig.yaml:2: returns: 'both' is unknown; there are strongest",
        "{id: lidar_top, sub_rays: 3} | rig.yaml:2: lidar_top: subRays=3 is neither 1 nor 5",
        "{id: lidar_top, returns: last, sub_rays: 1} | rig.yaml:2: lidar_top: returns=LAST needs",
        "{id: lidar_top, crosstalk: 0.5} | rig.yaml:2: crosstalk: 0.5 is outside",
        "{id: camera_x, projection: mirror} | rig.yaml:2: projection: 'mirror' is unknown",
        "{id: camera_x, readout_ms: 500} | rig.yaml:2: readout_ms: 500 is outside",
        "{id: camera_x, format: webp} | rig.yaml:2: format: 'webp' is unknown; there are rgb, bayer, jpeg"
      })
  void namesFileLineAndKeyOfWhatIsWrong(String entry, String problem) {
    assertThatThrownBy(() -> read(entry))
        .isInstanceOf(InputException.class)
        .hasMessageContaining(problem);
  }
}
