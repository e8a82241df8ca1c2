package io.camber.drives;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.camber.diagnostics.InputException;
import io.camber.drives.arrow.ArrowTable;
import io.camber.drives.source.Lz4Frames;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Files that are cut, bent or lie end in one sentence that names file and place, and never in a log. */
final class DamagedSourcesTest {
  private static final long SEED = 20261126L;

  @TempDir
  private Path folder;

  private Throwable importing(Path source) {
    return catchThrowable(() -> Published.imported(source, folder.resolve("drive.mcap")));
  }

  @Test
  void bagCutAnywhereNamesTheByte() throws IOException {
    byte[] whole = Files.readAllBytes(Published.data("rosbag1/tf_example.bag"));
    Path bag = folder.resolve("cut.bag");
    Random random = new Random(SEED);
    for (int i = 0; i < 20; i++) {
      int length = 20 + random.nextInt(whole.length / 2);
      Files.write(bag, Arrays.copyOf(whole, length));
      assertThat(importing(bag))
          .as("cut at %d", length)
          .isInstanceOf(InputException.class)
          .hasMessageContaining("cut.bag")
          .hasMessageMatching("(?s).*(byte \\d+|holds nothing).*");
      assertThat(folder.resolve("drive.mcap")).doesNotExist();
      assertThat(folder.resolve("drive.mcap.part")).doesNotExist();
    }
  }

  @Test
  @Timeout(60)
  void bagWithFlippedBytesIsReadOrRefusedInOneSentence() throws IOException {
    byte[] whole = Files.readAllBytes(Published.data("rosbag1/tf_example.bag"));
    Path bag = folder.resolve("bent.bag");
    Random random = new Random(SEED);
    for (int i = 0; i < 30; i++) {
      byte[] bent = whole.clone();
      int at = 13 + random.nextInt(whole.length - 13);
      bent[at] ^= (byte) (1 + random.nextInt(255));
      Files.write(bag, bent);
      Throwable thrown = importing(bag);
      if (thrown != null) {
        assertThat(thrown).as("byte %d", at).isInstanceOf(InputException.class);
      }
      Files.deleteIfExists(folder.resolve("drive.mcap"));
    }
  }

  @Test
  void bagChunkThatClaimsGigabytesIsRefusedBeforeTheyAreTaken() throws IOException {
    byte[] whole = Files.readAllBytes(Published.data("rosbag1/tf_example.bag"));
    ByteBuffer bytes = ByteBuffer.wrap(whole).order(ByteOrder.LITTLE_ENDIAN);
    String text = new String(whole, java.nio.charset.StandardCharsets.ISO_8859_1);
    bytes.putInt(text.indexOf("size=") + 5, 0x7fff_ffff);
    Path bag = folder.resolve("bomb.bag");
    Files.write(bag, whole);

    assertThat(importing(bag))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("bomb.bag: byte")
        .hasMessageContaining("claims to unpack to 2147483647");
  }

  @Test
  @Timeout(60)
  void arrowFileCutOrBentIsReadOrRefusedInOneSentence() throws IOException {
    byte[] whole = Files.readAllBytes(Published.data("argoverse2/sensor/"
        + "7fab2350-7eaf-3b7e-a39d-6937a4c1bede/calibration/intrinsics.feather"));
    Path file = folder.resolve("bent.feather");
    for (int length = 0; length < whole.length; length += 29) {
      Files.write(file, Arrays.copyOf(whole, length));
      assertThatThrownBy(() -> ArrowTable.read(file))
          .isInstanceOf(InputException.class)
          .hasMessageContaining("bent.feather");
    }
    Random random = new Random(SEED);
    for (int at = 0; at < whole.length; at += 5) {
      byte[] bent = whole.clone();
      bent[at] ^= (byte) (1 + random.nextInt(255));
      Files.write(file, bent);
      Throwable thrown = catchThrowable(() -> readAll(ArrowTable.read(file)));
      if (thrown != null) {
        assertThat(thrown).as("byte %d", at).isInstanceOf(InputException.class);
      }
    }
  }

  private static void readAll(ArrowTable table) {
    for (int row = 0; row < Math.min(100, table.rows()); row++) {
      table.column("sensor_name").text(row);
      table.column("fx_px").number(row);
    }
  }

  @Test
  void lz4FrameMustUnpackToWhatWasAnnounced() {
    // magic, version 1 with independent blocks, 64 KiB, checksum byte, a stored block of 3 bytes,
    // end
    byte[] frame = {
      0x04, 0x22, 0x4d, 0x18, 0x60, 0x40, 0, 3, 0, 0, (byte) 0x80, 'a', 'b', 'c', 0, 0, 0, 0
    };

    assertThat(Lz4Frames.unpack("f", 0, ByteBuffer.wrap(frame), 3)).containsExactly('a', 'b', 'c');
    assertThatThrownBy(() -> Lz4Frames.unpack("f", 5, ByteBuffer.wrap(frame), 2))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("f: byte 16")
        .hasMessageContaining("more than the 2 bytes announced");
    assertThatThrownBy(() -> Lz4Frames.unpack("f", 5, ByteBuffer.wrap(frame), 1L << 40))
        .hasMessageContaining("claim to be 1099511627776 unpacked");
  }

  @Test
  void lz4MatchesReachBackAcrossBlocks() {
    // first block: 4 literals; second: no literal, a match of 8 bytes 4 back, then 1 literal
    byte[] frame = {
      0x04, 0x22, 0x4d, 0x18, 0x40, 0x40, 0, 5, 0, 0, 0, 0x40, 'a', 'b', 'c', 'd', 5, 0, 0, 0, 0x04,
      4, 0, 0x10, 'e', 0, 0, 0, 0
    };

    assertThat(new String(
            Lz4Frames.unpack("f", 0, ByteBuffer.wrap(frame), 13),
            java.nio.charset.StandardCharsets.UTF_8))
        .isEqualTo("abcdabcdabcde");
  }

  @Test
  void nothingKnownNamesTheKindsThatAre() throws IOException {
    Files.writeString(folder.resolve("notes.txt"), "hello");

    assertThat(importing(folder))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("kitti-raw")
        .hasMessageContaining("rosbag2");
  }

  @Test
  void archiveThatPointsOutsideIsRefused() throws IOException {
    Path zip = folder.resolve("source/evil.zip");
    Files.createDirectories(zip.resolveSibling("."));
    try (var out = new java.util.zip.ZipOutputStream(Files.newOutputStream(zip))) {
      out.putNextEntry(new java.util.zip.ZipEntry("../../evil.txt"));
      out.write(1);
    }

    assertThat(importing(zip))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("points outside the archive");
  }
}
