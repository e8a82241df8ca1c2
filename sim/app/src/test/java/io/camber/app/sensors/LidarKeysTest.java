package io.camber.app.sensors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.camber.diagnostics.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

final class LidarKeysTest {
  private static MountedSensor.Lidar lidar(String keys) {
    return (MountedSensor.Lidar)
        SensorRig.read("rig.yaml", "sensors:\n  - {id: lidar_top" + keys + "}\n")
            .sensors()
            .get(0);
  }

  @Test
  void aLidarTellsWhatItsPointsHitWhereTheRigAsks() {
    assertThat(lidar(", truth: points").tellsTruth()).isTrue();
    assertThat(lidar("").tellsTruth()).isFalse();
  }

  @Test
  void whatOnlyCamerasTellIsRefused() {
    assertThatThrownBy(() -> lidar(", truth: boxes"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("rig.yaml:2")
        .hasMessageContaining("truth: 'boxes' is unknown; of a lidar there is points");
  }

  @Test
  void theBundledRigIsTheDefaultOneThatTells() throws IOException {
    Path file = Path.of("..", "..", "scenarios", "sensors", "lidar-truth.yaml");
    SensorRig rig = SensorRig.read(file.toString(), Files.readString(file));

    MountedSensor.Lidar told = (MountedSensor.Lidar) rig.sensors().get(0);
    MountedSensor.Lidar usual =
        (MountedSensor.Lidar) SensorRig.standard().sensors().get(0);
    assertThat(told.tellsTruth()).isTrue();
    assertThat(told.config()).isEqualTo(usual.config());
    assertThat(rig.sensorIds()).isEqualTo(SensorRig.standard().sensorIds());
  }
}
