package io.camber.app.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.camber.app.doctor.Finding.State;
import io.camber.bus.Qos;
import io.camber.bus.shm.SharedMemoryConfig;
import io.camber.bus.shm.SharedMemoryWire;
import io.camber.bus.transport.Wire;
import io.camber.bus.transport.WireListener;
import io.camber.bus.transport.WireTopic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ChecksTest {
  @TempDir
  private Path folder;

  private Wire bus() {
    return SharedMemoryWire.open(
        SharedMemoryConfig.of("drive").withRoot(folder.resolve("buses")), WireListener.SILENT);
  }

  private BusCheck buses() {
    return new BusCheck(folder.resolve("buses"));
  }

  private static Finding only(List<Finding> findings) {
    assertThat(findings).hasSize(1);
    return findings.get(0);
  }

  private static void openWriter(Wire wire, String node) {
    wire.openWriter(new WireTopic("/topic", "bytes", 1, Qos.RESULT), node);
  }

  @Test
  void aLiveBusIsInOrderAndIsNotCleaned() throws IOException {
    try (Wire wire = bus()) {
      openWriter(wire, "planning");
      makeOld();

      assertThat(buses().clean()).isEmpty();
      Finding finding = only(buses().look());

      assertThat(finding.state()).isEqualTo(State.OK);
      assertThat(finding.text()).contains("drive: 1 living nodes, 0.1 MB");
    }
  }

  private void makeOld() throws IOException {
    Files.setLastModifiedTime(
        folder.resolve("buses").resolve("drive"), FileTime.from(Instant.now().minusSeconds(3600)));
  }

  @Test
  void aDesertedBusIsCleanedOnceNobodyCanBeJustArriving() throws IOException {
    bus().close();

    assertThat(buses().clean()).isEmpty();
    makeOld();
    assertThat(only(buses().look()).text()).contains("deserted for 36");
    assertThat(only(buses().clean()).text()).contains("cleaned");

    assertThat(folder.resolve("buses").resolve("drive")).doesNotExist();
    assertThat(buses().look()).isEmpty();
  }

  @Test
  void filesOfNobodyAreFoundAndDeletedBesideTheLiving() throws IOException {
    try (Wire wire = bus()) {
      openWriter(wire, "planning");
      Path left = folder.resolve("buses").resolve("drive").resolve("ghost~+topic~7.out");
      Files.write(left, new byte[3_000_000]);
      Files.setPosixFilePermissions(left, PosixFilePermissions.fromString("rw-------"));

      Finding found = only(buses().look());
      assertThat(found.state()).isEqualTo(State.WARN);
      assertThat(found.text()).contains("files of nobody: ghost~+topic~7.out");
      assertThat(found.fix()).isEqualTo("camber doctor --clean");

      assertThat(only(buses().clean()).text()).contains("3.0 MB given back");
      assertThat(left).doesNotExist();
      assertThat(only(buses().look()).state()).isEqualTo(State.OK);
    }
  }

  @Test
  void aFileThatOthersCanOpenBreaksARun() throws IOException {
    try (Wire wire = bus()) {
      openWriter(wire, "planning");
      Path generation = folder.resolve("buses").resolve("drive").resolve("generation");
      Files.setPosixFilePermissions(generation, PosixFilePermissions.fromString("rw-rw-rw-"));

      Finding found = only(buses().look());

      assertThat(found.state()).isEqualTo(State.FAIL);
      assertThat(found.text()).contains("of another mode or owner: generation");
    }
  }

  @Test
  void aDirectoryThatOthersCanEnterBreaksARun() throws IOException {
    bus().close();
    Files.setPosixFilePermissions(
        folder.resolve("buses"), PosixFilePermissions.fromString("rwxr-xr-x"));

    assertThat(only(buses().look()).state()).isEqualTo(State.FAIL);
  }

  @Test
  void socketBuffersBelowWhatABusAsksForAreNamedWithTheLineThatRaisesThem() throws IOException {
    Files.writeString(folder.resolve("rmem_max"), "212992\n");
    Files.writeString(folder.resolve("wmem_max"), "4194304\n");

    List<Finding> findings = new SocketCheck(folder).look();

    assertThat(findings.get(0).state()).isEqualTo(State.WARN);
    assertThat(findings.get(0).fix()).isEqualTo("sudo sysctl -w net.core.rmem_max=4194304");
    assertThat(findings.get(1).state()).isEqualTo(State.OK);
  }

  @Test
  void limitsAreReadAsTheKernelPrintsThem() throws IOException {
    Path limits = Files.writeString(folder.resolve("limits"), """
        Limit                     Soft Limit           Hard Limit           Units
        Max file size             unlimited            unlimited            bytes
        Max processes             1000                 96365                processes
        Max open files            64                   20000                files
        """);

    List<Finding> findings = new LimitCheck(limits).look();

    assertThat(findings)
        .extracting(Finding::state)
        .containsExactly(State.OK, State.WARN, State.FAIL);
    assertThat(findings.get(2).text()).isEqualTo("open files: 64, 256 needed");
    assertThat(findings.get(2).fix()).startsWith("ulimit -n");
  }

  @Test
  void littleSharedMemoryIsWarnedOfAndAlmostNoneFails() {
    MemoryCheck check = new MemoryCheck(folder);

    assertThat(check.judge(2048, 1024).state()).isEqualTo(State.OK);
    assertThat(check.judge(64, 63).state()).isEqualTo(State.WARN);
    assertThat(check.judge(64, 3).state()).isEqualTo(State.FAIL);
  }

  @Test
  void aKeyThatOthersCanReadFails() throws IOException {
    Path key = folder.resolve("bus.key");
    Files.write(key, new byte[32]);
    Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r--r--"));
    assertThat(only(new KeyCheck(key).look()).state()).isEqualTo(State.FAIL);

    Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
    assertThat(only(new KeyCheck(key).look()).state()).isEqualTo(State.OK);
  }
}
