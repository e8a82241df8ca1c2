package io.camber.app.rig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.camber.bus.Qos;
import io.camber.bus.transport.Wire;
import io.camber.bus.transport.WireListener;
import io.camber.bus.transport.WireTopic;
import io.camber.bus.udp.UdpConfig;
import io.camber.bus.udp.UdpWire;
import io.camber.bus.udp.security.BusKey;
import io.camber.diagnostics.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class BusAddressTest {
  @TempDir
  private Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "shm:rig",
        "udp:42800",
        "udp:42800,insecure",
        "udp:42800,key=bus.key",
        "udp:10.0.0.1:42800,10.0.0.2:42801,key=bus.key",
        "udp:10.0.0.1:42800,10.0.0.2:42801,insecure"
      })
  void textComesBack(String text) {
    assertThat(BusAddress.parse(text).text()).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "shm",
        "shm:",
        "tcp:80",
        "udp:none",
        "udp:insecure",
        "udp:42800,42801",
        "udp:70000",
        "udp:10.0.0.1:42800,somewhere"
      })
  void whatIsNoAddressIsNamed(String text) {
    assertThatThrownBy(() -> BusAddress.parse(text))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("bus address");
  }

  /** Any user of the host reaches the ports. */
  @Test
  void busesOverLoopbackAreSealedByTheUsersKey() {
    int port = 29_504;
    WireTopic topic = new WireTopic("/secret", "bytes", 1, Qos.RESULT);
    try (Wire one = BusAddress.parse("udp:" + port).open(new WireLog());
        Wire other = BusAddress.parse("udp:" + port).open(new WireLog());
        Wire stranger = UdpWire.open(UdpConfig.loopback(port), WireListener.SILENT)) {
      one.openWriter(topic, "writer");
      while (other.endpoints().isEmpty()) {
        LockSupport.parkNanos(10_000_000);
      }
      LockSupport.parkNanos(1_000_000_000);

      assertThat(stranger.endpoints()).isEmpty();
    }
  }

  @Test
  void theUsersKeyIsMadeOnceAndReadByNobodyElse() throws IOException {
    Path key = UserKey.file(folder.resolve("keys"));
    byte[] bytes = Files.readAllBytes(key);

    assertThat(bytes).hasSize(BusKey.LENGTH).isNotEqualTo(new byte[BusKey.LENGTH]);
    assertThat(Files.readAllBytes(UserKey.file(folder.resolve("keys")))).isEqualTo(bytes);
    assertThat(Files.readAllBytes(UserKey.file(folder.resolve("others")))).isNotEqualTo(bytes);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
        .isEqualTo("rw-------");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("keys"))))
        .isEqualTo("rwx------");
    try (Stream<Path> all = Files.walk(folder.resolve("keys"))) {
      assertThat(all.filter(Files::isRegularFile)).containsExactly(key);
    }
  }

  @Test
  void newBusesDifferFromTheDefaultOne() {
    assertThat(BusAddress.ofNewBus(BusKind.UDP).text()).isNotEqualTo("udp:42800");
  }
}
