package io.camber.sim.node;

import static io.camber.sim.node.Rig.MS;
import static io.camber.sim.node.Rig.measurementTimesNs;
import static io.camber.sim.node.Rig.on;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.camber.bus.transport.BusMessage;
import io.camber.sensing.CameraCalibration;
import io.camber.sensing.CameraImage;
import io.camber.sim.sensor.camera.CameraConfig;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CameraNodeTest {
  private static final String IMAGE = "/sensor/camera/front/image";
  private static final String CALIBRATION = "/sensor/camera/front/calibration";

  @Test
  void exposesTenTimesASecondAndStampsTheExposure() {
    List<BusMessage<?>> images = on(run(Map.of()), IMAGE);

    assertThat(measurementTimesNs(images)).containsExactly(0L, 100 * MS, 200 * MS, 300 * MS);
    assertThat(images).allSatisfy(message -> {
      CameraImage image = (CameraImage) message.value();
      assertThat(image.timeNs()).isEqualTo(message.envelope().measurementTimeNs());
      assertThat(image.width()).isEqualTo(64);
      assertThat(image.height()).isEqualTo(36);
    });
  }

  @Test
  void appearsWhenItsLatencyHasPassed() {
    assertThat(on(run(Map.of()), IMAGE))
        .allSatisfy(message -> assertThat(message.envelope().publishTimeNs())
            .isEqualTo(message.envelope().measurementTimeNs() + 20 * MS));
  }

  @Test
  void anImageIsItsOwnAndOnlyOrigin() {
    assertThat(on(run(Map.of()), IMAGE))
        .allSatisfy(message -> assertThat(message.envelope().origins().list())
            .singleElement()
            .satisfies(origin -> {
              assertThat(origin.sensorId()).isEqualTo(IMAGE);
              assertThat(origin.sequence()).isEqualTo(message.envelope().sequence());
              assertThat(origin.measurementTimeNs())
                  .isEqualTo(message.envelope().measurementTimeNs());
            }));
  }

  @Test
  void dropsWhatIsMoreThanAPeriodOldWhenItCannotKeepUp() {
    List<BusMessage<?>> log = Rig.withTruth()
        .add(
            "camera",
            250,
            new CameraNode(CameraConfig.windscreen(), Rig.scene()),
            Map.of("width", "64", "height", "36"))
        .run(1010 * MS);

    assertThat(measurementTimesNs(on(log, IMAGE)))
        .containsExactly(0L, 200 * MS, 400 * MS, 700 * MS);
  }

  @Test
  void tellsItsCalibrationOnceAndFirst() {
    List<BusMessage<?>> log = run(Map.of("mountZ", "1.5"));

    assertThat(on(log, CALIBRATION)).singleElement().satisfies(message -> {
      CameraCalibration calibration = (CameraCalibration) message.value();
      assertThat(message.envelope().measurementTimeNs()).isZero();
      assertThat(calibration.width()).isEqualTo(64);
      assertThat(calibration.baseFromCamera().z()).isEqualTo(1.5);
    });
    assertThat(log.indexOf(on(log, CALIBRATION).get(0)))
        .isLessThan(log.indexOf(on(log, IMAGE).get(0)));
  }

  @ParameterizedTest
  @CsvSource({"width, 8", "height, tall", "fieldOfView, 3.0", "exposureStd, -0.1", "with, 64"})
  void refusesToStartWithABadSetting(String setting, String value) {
    assertThatThrownBy(() -> run(Map.of(setting, value)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(setting);
  }

  private static List<BusMessage<?>> run(Map<String, String> settings) {
    Map<String, String> small = new TreeMap<>(Map.of("width", "64", "height", "36"));
    small.putAll(settings);
    return Rig.withTruth()
        .add("camera", 20, new CameraNode(CameraConfig.windscreen(), Rig.scene()), small)
        .run(320 * MS);
  }
}
