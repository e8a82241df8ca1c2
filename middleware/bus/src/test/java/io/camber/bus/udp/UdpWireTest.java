package io.camber.bus.udp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.camber.bus.Qos;
import io.camber.bus.transport.Bell;
import io.camber.bus.transport.Loan;
import io.camber.bus.transport.Waiting;
import io.camber.bus.transport.WireException;
import io.camber.bus.transport.WireHeader;
import io.camber.bus.transport.WireListener;
import io.camber.bus.transport.WireReader;
import io.camber.bus.transport.WireTopic;
import io.camber.bus.transport.WireWriter;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
final class UdpWireTest {
  private static final WireTopic RELIABLE = new WireTopic("/test/r", "test.Sample", 1, Qos.SAMPLES);
  private static final long PATIENCE_NS = 10_000_000_000L;

  @TempDir
  Path folder;

  private static UdpConfig free() {
    return UdpConfig.at(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), List.of());
  }

  private static UdpConfig calling(UdpWire other) {
    return UdpConfig.at(
        new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), List.of(other.address()));
  }

  private static void waitFor(BooleanSupplier condition) {
    Bell bell = new UdpBell(Waiting.BLOCK, new Duty(null));
    long end = System.nanoTime() + PATIENCE_NS;
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("time is up").isLessThan(end);
      bell.await(condition, 2_000_000);
    }
  }

  private static ByteBuffer bytes(int seed, int length) {
    ByteBuffer bytes = ByteBuffer.allocate(length);
    for (int i = 0; i < length; i++) {
      bytes.put(i, (byte) (seed + i * 13 + (i >> 10)));
    }
    return bytes;
  }

  private void exchange(UdpConfig first, java.util.function.Function<UdpWire, UdpConfig> second) {
    try (UdpWire a = UdpWire.open(first, WireListener.SILENT);
        UdpWire b = UdpWire.open(second.apply(a), WireListener.SILENT);
        WireWriter writer = a.openWriter(RELIABLE, "talker");
        Bell bell = b.openBell("listener", Waiting.BLOCK);
        WireReader reader = b.openReader(RELIABLE, "listener", bell)) {
      waitFor(() -> a.endpoints().size() == 2 && b.endpoints().size() == 2);
      int[] lengths = {0, 1, 1000, 65_000, 200_000, 1 << 20, WireWriter.PAYLOAD_BYTES_MAX};
      List<Integer> got = new ArrayList<>();
      for (int i = 0; i < lengths.length; i++) {
        int number = i;
        boolean sent = writer.send(new WireHeader().set(i, 2L * i, 3L * i), bytes(i, lengths[i]));
        assertThat(sent).as("message %d", i).isTrue();
        while (got.size() <= i) {
          bell.await(reader::hasMessages, PATIENCE_NS);
          reader.poll(
              (publisher, header, payload) -> {
                assertThat(publisher).isEqualTo("talker");
                assertThat(header.publishTimeNs()).isEqualTo(2L * number);
                assertThat(header.measurementTimeNs()).isEqualTo(3L * number);
                assertThat(payload.equals(bytes(number, lengths[number]))).isTrue();
                got.add(number);
              },
              10);
        }
      }
      assertThat(reader.counters().lost()).isZero();
    }
  }

  @Test
  void carriesMessagesOfEverySizeOverLoopback() {
    exchange(free(), UdpWireTest::calling);
  }

  /** Their fragments arrive between each other, and some where those of the other are expected. */
  @Test
  void largeMessagesOfTwoWritersDoNotDisturbEachOther() throws InterruptedException {
    int count = 40;
    int length = 700_000;
    try (UdpWire b = UdpWire.open(free(), WireListener.SILENT);
        UdpWire a = UdpWire.open(calling(b), WireListener.SILENT);
        UdpWire c = UdpWire.open(calling(b), WireListener.SILENT);
        Bell bell = b.openBell("listener", Waiting.BLOCK);
        WireReader reader = b.openReader(RELIABLE, "listener", bell)) {
      List<Thread> talkers = new ArrayList<>();
      for (UdpWire wire : List.of(a, c)) {
        WireWriter writer = wire.openWriter(RELIABLE, wire == a ? "a" : "c");
        talkers.add(new Thread(() -> {
          for (int i = 0; i < count; i++) {
            writer.send(new WireHeader().set(i, 0, 0), bytes(i + (wire == a ? 1 : 100), length));
          }
        }));
      }
      waitFor(() -> b.endpoints().size() == 3 && a.endpoints().size() >= 2);
      waitFor(() -> c.endpoints().size() >= 2);
      talkers.forEach(Thread::start);
      int[] got = {0, 0};
      while (got[0] + got[1] < 2 * count) {
        bell.await(reader::hasMessages, PATIENCE_NS);
        reader.poll(
            (publisher, header, payload) -> {
              int who = publisher.equals("a") ? 0 : 1;
              int number = got[who]++;
              assertThat(header.sequence()).isEqualTo(number);
              assertThat(payload.equals(bytes(number + (who == 0 ? 1 : 100), length)))
                  .as("message %d of %s", number, publisher)
                  .isTrue();
            },
            10);
      }
      for (Thread talker : talkers) {
        talker.join();
      }
    }
  }

  @Test
  void carriesThemWithoutEpoll() {
    System.setProperty("camber.udp.nio", "true");
    try {
      exchange(free(), UdpWireTest::calling);
    } finally {
      System.clearProperty("camber.udp.nio");
    }
  }

  @Test
  void carriesThemSealed() throws IOException {
    Path key = key("rw-------", 32);
    exchange(free().withKeyFile(key), a -> calling(a).withKeyFile(key));
  }

  @Test
  void processesOfOneHostFindEachOtherByThePortRange() {
    UdpConfig config = UdpConfig.loopback(43_950);
    exchange(config, a -> config);
  }

  @Test
  void processesFindEachOtherByMulticast() throws UnknownHostException {
    InetSocketAddress group = new InetSocketAddress(
        InetAddress.getByAddress(new byte[] {(byte) 239, (byte) 255, 42, 42}), 43_990);
    exchange(free().withGroup(group), a -> free().withGroup(group));
  }

  @Test
  void aLoanOutlivesItsHandler() {
    try (UdpWire a = UdpWire.open(free(), WireListener.SILENT);
        UdpWire b = UdpWire.open(calling(a), WireListener.SILENT);
        WireWriter writer = a.openWriter(RELIABLE, "talker");
        Bell bell = b.openBell("listener", Waiting.HYBRID);
        WireReader reader = b.openReader(RELIABLE, "listener", bell)) {
      waitFor(() -> a.endpoints().size() == 2 && b.endpoints().size() == 2);
      List<Loan> loans = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        ByteBuffer claimed = writer.claim(new WireHeader().set(i, 0, 0), 1000);
        Objects.requireNonNull(claimed, "refused").put(bytes(i, 500));
        writer.commit(500);
      }
      while (loans.size() < 8) {
        bell.await(reader::hasMessages, PATIENCE_NS);
        reader.poll((publisher, header, payload) -> loans.add(reader.loan()), 10);
      }
      for (int i = 0; i < 8; i++) {
        assertThat(loans.get(i).payload().equals(bytes(i, 500)))
            .as("loan %d", i)
            .isTrue();
        loans.get(i).close();
      }
    }
  }

  @Test
  void refusesToLeaveLoopbackWithoutAKey() {
    UdpConfig open = UdpConfig.at(new InetSocketAddress(0), List.of());

    assertThatThrownBy(() -> UdpWire.open(open, WireListener.SILENT))
        .isInstanceOf(WireException.class)
        .hasMessageContaining("keyFile")
        .hasMessageContaining("insecure");
    UdpWire.open(open.withInsecure(), WireListener.SILENT).close();
  }

  @Test
  void refusesAKeyThatOthersCanRead() throws IOException {
    Path key = key("rw-r--r--", 32);
    UdpConfig open = UdpConfig.at(new InetSocketAddress(0), List.of()).withKeyFile(key);

    assertThatThrownBy(() -> UdpWire.open(open, WireListener.SILENT))
        .isInstanceOf(WireException.class)
        .hasMessageContaining("chmod 600 " + key);
  }

  @Test
  void refusesAKeyOfAnotherLength() throws IOException {
    Path key = key("rw-------", 31);
    UdpConfig config = free().withKeyFile(key);

    assertThatThrownBy(() -> UdpWire.open(config, WireListener.SILENT))
        .isInstanceOf(WireException.class)
        .hasMessageContaining("31 bytes");
  }

  private Path key(String mode, int length) throws IOException {
    Path file = Files.createFile(
        folder.resolve("bus.key"),
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(mode)));
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
    Files.write(file, bytes(3, length).array());
    return file;
  }
}
