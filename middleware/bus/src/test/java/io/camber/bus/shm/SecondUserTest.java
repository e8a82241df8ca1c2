package io.camber.bus.shm;

import static org.assertj.core.api.Assertions.assertThat;

import io.camber.bus.transport.Waiting;
import io.camber.bus.transport.WireHeader;
import io.camber.bus.transport.WireListener;
import io.camber.bus.transport.WireReader;
import io.camber.bus.transport.WireWriter;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A second user of the host against a live bus in a directory that everybody can enter. */
@Timeout(60)
final class SecondUserTest {
  private Path place = Path.of("");

  @BeforeEach
  void makePlace() throws IOException {
    Assumptions.assumeTrue(SecondUser.isPossible(), "only root can act as another user");
    Path memory = Path.of("/dev/shm");
    place = Files.createTempDirectory(
        Files.isDirectory(memory) ? memory : Path.of("/tmp"), "camber-public-");
    Files.setPosixFilePermissions(place, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  @AfterEach
  void removePlace() throws IOException {
    if (!place.toString().isEmpty()) {
      try (Stream<Path> all = Files.walk(place)) {
        for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
  }

  @Test
  void reachesNothingOfALiveBus() throws IOException {
    Path root = place.resolve("bus");
    try (SharedMemoryWire wire =
        SharedMemoryWire.open(ChildMain.config(root), WireListener.SILENT)) {
      WireWriter writer = wire.openWriter(ChildMain.ALL, "a");
      WireReader reader = wire.openReader(ChildMain.ALL, "b", wire.openBell("b", Waiting.BLOCK));
      writer.send(new WireHeader().set(0, 0, 0), ByteBuffer.allocateDirect(100));
      List<Path> everything;
      try (Stream<Path> all = Files.walk(root)) {
        everything = all.toList();
      }
      assertThat(everything).hasSizeGreaterThan(8);

      assertThat(SecondUser.reached(place, everything)).containsExactly("reached stat " + root);
      assertThat(reader.poll((publisher, header, payload) -> {}, 10)).isEqualTo(1);
    }
  }

  /** The test above proves something only if the second user gets hold of what is open. */
  @Test
  void reachesWhatIsOpenToEverybody() throws IOException {
    Path open = Files.writeString(place.resolve("open"), "for everybody");
    Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rw-rw-rw-"));

    assertThat(SecondUser.reached(place, List.of(open, place)))
        .contains(
            "reached read " + open,
            "reached write " + open,
            "reached map " + open,
            "reached ring " + open,
            "reached list " + place);
  }
}
