package io.camber.app.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.camber.app.command.CamberCommand;
import io.camber.app.command.Console;
import io.camber.bus.Envelope;
import io.camber.bus.Origins;
import io.camber.bus.PayloadBuffer;
import io.camber.geometry.Vec3;
import io.camber.messages.EnvelopeCodec;
import io.camber.messages.Topics;
import io.camber.recording.Recorder;
import io.camber.recording.RecorderConfig;
import io.camber.sensing.ImuSample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A short simulated drive with a lidar that is turned and whose clock is wrong, through the command. */
final class CalibrateCommandTest {
  private static final Path HOME = Path.of("..", "..").toAbsolutePath().normalize();
  private static final double TURN = Math.toRadians(1.0);
  private static final double CLOCK_S = 0.02;

  @TempDir
  private Path folder;

  @RegisterExtension
  private final Console console = new Console();

  @Test
  void aTurnedLidarWithAWrongClockIsFoundAndNamed() throws IOException {
    Path run = folder.resolve("wrong");
    Path json = folder.resolve("calibration.json");
    camber(
        "run",
        "calibration-course",
        "--until",
        "16",
        "--perception",
        "truth",
        "--sensors",
        "all",
        "--rig",
        HOME.resolve("scenarios/sensors/lidar-only.yaml").toString(),
        "--fault",
        "lidar_top:turn,severity=" + TURN,
        "--fault",
        "lidar_top:clock_step,severity=" + CLOCK_S,
        "--out",
        run.toString());
    console.clear();

    assertThat(camber("calibrate", run.toString(), "--out", json.toString())).isZero();

    String text = console.out();
    assertThat(text).contains("lidar: lidar_top").contains("one sigma").contains("error");
    assertThat(lastLine(text)).startsWith("Off by more than 3 sigma: ").contains("lidar.yaw");
    assertThat(lastLine(text)).contains("lidar.clock").doesNotContain("lidar.roll");

    JsonObject root = JsonParser.parseString(Files.readString(json)).getAsJsonObject();
    assertThat(root.keySet())
        .containsExactlyInAnyOrder(
            "durationS", "estimates", "lidars", "truth", "metrics", "growth");
    assertThat(root.get("truth").getAsBoolean()).isTrue();
    assertThat(root.getAsJsonArray("growth").size()).isEqualTo(3);
    near(root, "lidar.yaw", TURN, Math.toRadians(0.3));
    near(root, "lidar.roll", 0.0, Math.toRadians(0.2));
    near(root, "lidar.height", 1.85, 0.03);
    near(root, "lidar.clock", CLOCK_S, 0.005);
    near(root, "wheels.scale", 1.0, 0.01);
    assertThat(root.getAsJsonObject("metrics")
            .getAsJsonObject("calibration.error.lidar.yaw")
            .get("value")
            .getAsDouble())
        .isLessThan(Math.toRadians(0.3));
  }

  @Test
  void aDriveThatTellsNothingIsNotCalibrated() throws IOException {
    Path log = folder.resolve("gyro-only.mcap");
    try (Recorder recorder = Recorder.create(log, RecorderConfig.DEFAULT)) {
      for (int i = 0; i < 300; i++) {
        record(recorder, i, i * 10_000_000L);
      }
    }

    assertThat(camber("calibrate", log.toString())).isEqualTo(6);
    assertThat(console.out())
        .contains("no lidar")
        .contains("no wheel speeds")
        .endsWith("Nothing could be calibrated.\n");
  }

  @Test
  void longDrivesAreLookedAtLessOften() {
    assertThat(DriveCalibration.steps(12.0)).containsExactly(5.0);
    assertThat(DriveCalibration.steps(65.0)).hasSize(12).endsWith(60.0);
    assertThat(DriveCalibration.steps(400.0)).endsWith(55.0, 60.0, 70.0, 90.0, 130.0, 210.0, 370.0);
    assertThat(DriveCalibration.steps(7200.0)).hasSizeLessThan(24);
  }

  /** A car that stands and has nothing but an inertial unit. */
  private static void record(Recorder recorder, long sequence, long timeNs) {
    ImuSample sample = new ImuSample(timeNs, new Vec3(0.0, 0.0, 9.81), new Vec3(0.0, 0.0, 0.001));
    Envelope envelope =
        new Envelope(Topics.IMU.name(), "imu", sequence, timeNs, timeNs, Origins.NONE);
    PayloadBuffer buffer = new PayloadBuffer(256);
    Topics.IMU.codec().encode(sample, buffer);
    recorder.record(Topics.IMU.codec().schema(), envelope, buffer.array(), 0, buffer.length());
    byte[] around = EnvelopeCodec.encode(envelope);
    Envelope bus = new Envelope(EnvelopeCodec.TOPIC, "bus", sequence, timeNs, timeNs, Origins.NONE);
    recorder.record(EnvelopeCodec.schema(), bus, around, 0, around.length);
  }

  private static void near(JsonObject root, String quantity, double expected, double tolerance) {
    JsonObject entry = root.getAsJsonObject("estimates").getAsJsonObject(quantity);
    assertThat(entry.keySet()).as(quantity + " " + entry).contains("unit", "published", "value");
    assertThat(entry.get("value").getAsDouble())
        .as(quantity)
        .isCloseTo(expected, within(tolerance));
  }

  private static String lastLine(String text) {
    return text.lines().reduce((before, last) -> last).orElse("");
  }

  private static int camber(String... arguments) {
    return CamberCommand.execute(arguments);
  }
}
