package io.camber.drives.ouster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.camber.diagnostics.InputException;
import io.camber.drives.ImportReport;
import io.camber.drives.Published;
import io.camber.messages.Topics;
import io.camber.sensing.ImuSample;
import io.camber.sensing.LidarSweep;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A sensor of two beams and four columns, made up so that every point is known; and the published captures. */
final class OusterReaderTest {
  private static final String METADATA = """
      {"prod_line":"OS-X-2","lidar_mode":"4x10","beam_altitude_angles":[30,0],"beam_azimuth_angles":[0,90],
       "lidar_origin_to_beam_origin_mm":100,"lidar_to_sensor_transform":[-1,0,0,0, 0,-1,0,0, 0,0,1,50, 0,0,0,1],
       "data_format":{"columns_per_frame":4,"columns_per_packet":4,"udp_profile_lidar":"RNG19_RFL8_SIG16_NIR16"},
       "udp_port_lidar":7502,"udp_port_imu":7503}
      """;

  @TempDir
  private Path folder;

  private Path capture(byte[]... datagrams) throws IOException {
    Files.writeString(folder.resolve("two.json"), METADATA);
    ByteBuffer file = ByteBuffer.allocate(1 << 16).order(ByteOrder.LITTLE_ENDIAN);
    file.putInt(0xa1b2c3d4).putInt(0x00040002).putLong(0).putInt(65_535).putInt(1);
    for (byte[] datagram : datagrams) {
      int length = 42 + datagram.length;
      file.putLong(0).putInt(length).putInt(length);
      ByteBuffer frame = ByteBuffer.allocate(length);
      frame.putShort(12, (short) 0x0800).put(14, (byte) 0x45).put(23, (byte) 17);
      frame.putShort(36, (short) (datagram.length == 48 ? 7503 : 7502));
      frame.putShort(38, (short) (8 + datagram.length));
      frame.put(42, datagram);
      file.put(frame.array());
    }
    return Files.write(folder.resolve("two.pcap"), Arrays.copyOf(file.array(), file.position()));
  }

  /** Columns 0 to 3 of one frame; both beams measure the same range in every column. */
  private static byte[] packet(int frame, int rangeMm) {
    ByteBuffer packet = ByteBuffer.allocate(32 + 4 * (12 + 2 * 12) + 32);
    packet.order(ByteOrder.LITTLE_ENDIAN).putShort(2, (short) frame);
    for (int column = 0; column < 4; column++) {
      int at = 32 + 36 * column;
      packet.putLong(at, 1_000_000L * (100 * frame + column)).putShort(at + 8, (short) column);
      packet.putShort(at + 10, (short) (column == 3 ? 0 : 1)); // the last is not valid
      for (int beam = 0; beam < 2; beam++) {
        packet.putInt(at + 12 + 12 * beam, rangeMm | 0xfff80000).put(at + 16 + 12 * beam, (byte)
            77);
      }
    }
    return packet.array();
  }

  @Test
  void rangesBecomePointsAsTheSensorIsBuilt() throws IOException {
    Path log = folder.resolve("drive.mcap");
    ImportReport report = Published.imported(capture(packet(1, 10_100), packet(2, 0)), log);

    assertThat(report.format()).isEqualTo("ouster");
    assertThat(report.skipped()).containsEntry("column that the sensor calls invalid", 2L);
    LidarSweep sweep = Published.values(log, Topics.LIDAR_SWEEP).get(0);
    assertThat(sweep.size()).isEqualTo(6);
    double flat = 10.0 * Math.cos(Math.toRadians(30.0));
    // column 0, upper beam: straight on in the lidar's frame, so backwards in the sensor's
    point(sweep, 0, -(flat + 0.1), 0.0, 5.0 + 0.05);
    // column 0, lower beam: a quarter turn clockwise of the encoder; it begins on the encoder's
    // side
    point(sweep, 1, -0.1, 10.0, 0.05);
    // column 1: the encoder has turned a quarter clockwise
    point(sweep, 2, 0.0, flat + 0.1, 5.05);
    assertThat(sweep.ring(0)).isEqualTo(1);
    assertThat(sweep.intensity(0)).isEqualTo(77);
    assertThat(sweep.startNs()).isEqualTo(100_000_000L);
    assertThat(sweep.timeNs()).isEqualTo(102_000_000L);
  }

  private static void point(LidarSweep sweep, int i, double x, double y, double z) {
    assertThat((double) sweep.x(i)).isCloseTo(x, within(1e-5));
    assertThat((double) sweep.y(i)).isCloseTo(y, within(1e-5));
    assertThat((double) sweep.z(i)).isCloseTo(z, within(1e-5));
  }

  @Test
  void captureThatIsCutOrBentNamesTheByte() throws IOException {
    Path whole = capture(packet(1, 10_100), packet(2, 5_000));
    byte[] bytes = Files.readAllBytes(whole);
    Files.write(whole, Arrays.copyOf(bytes, bytes.length - 7));
    assertThatThrownBy(() -> Published.imported(whole, folder.resolve("drive.mcap")))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("two.pcap: byte ")
        .hasMessageContaining("cut short");

    bytes[24 + 11] = 0x7f;
    Files.write(whole, bytes);
    assertThatThrownBy(() -> Published.imported(whole, folder.resolve("drive.mcap")))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("byte 32: declares a frame of");
  }

  @Test
  void captureWithoutMetadataSaysWhatBelongsBesideIt() {
    Path capture = Published.data("ouster_pcap/OS-1-64_1024x10_fw20.pcap");

    assertThatThrownBy(() -> Published.imported(capture, folder.resolve("drive.mcap")))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("OS-1-64_1024x10_fw20.json");
  }

  @Test
  void publishedCaptureHasARevolutionOfColumnsAndGravity() throws IOException {
    Path log = folder.resolve("drive.mcap");
    ImportReport report = Published.imported(Published.data("ouster_pcap"), log);

    assertThat(report.skipped())
        .containsEntry(
            "capture OS-1-64_1024x10_fw20.pcap (no metadata beside it)", 1L); // the other sample
    assertThat(report.count("/sensor/imu")).isEqualTo(10); // of 74 datagrams
    List<LidarSweep> sweeps = Published.values(log, Topics.LIDAR_SWEEP);
    int rings = 0;
    double spanNs = 0;
    double rangeM = 0.0;
    for (LidarSweep sweep : sweeps) {
      spanNs += sweep.timeNs() - sweep.startNs();
      for (int i = 0; i < sweep.size(); i++) {
        rings = Math.max(rings, sweep.ring(i) + 1);
        rangeM = Math.max(rangeM, Math.hypot(sweep.x(i), sweep.y(i)));
      }
    }
    assertThat(rings).isEqualTo(32);
    assertThat(rangeM).isBetween(2.0, 100.0); // an OS-0 reaches 50 to 75 m
    assertThat(spanNs).as("64 packets of 16 columns, 1024 in 0.1 s").isBetween(0.09e9, 0.11e9);
    ImuSample sample = Published.values(log, Topics.IMU).get(0);
    assertThat(sample.specificForceMps2().length()).isCloseTo(9.81, within(0.3));
  }
}
