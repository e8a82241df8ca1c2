package io.camber.bus.udp;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.camber.bus.Qos;
import io.camber.bus.transport.WireClosedException;
import io.camber.bus.transport.WireHeader;
import io.camber.bus.transport.WireListener;
import io.camber.bus.transport.WireTopic;
import io.camber.bus.transport.WireWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
final class UdpClosedWriterTest {
  private static final WireTopic TOPIC = new WireTopic("/test/r", "test.Sample", 1, Qos.SAMPLES);

  private final UdpWire wire = UdpWire.open(
      UdpConfig.at(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), List.of()),
      WireListener.SILENT);
  private final WireWriter writer = wire.openWriter(TOPIC, "talker");
  private final WireHeader header = new WireHeader().set(1, 2, 3);

  @AfterEach
  void close() {
    wire.close();
  }

  @Test
  void sendsNothing() {
    writer.close();

    assertThatThrownBy(() -> writer.send(header, ByteBuffer.allocate(10)))
        .isInstanceOf(WireClosedException.class);
    assertThatThrownBy(() -> writer.send(header, ByteBuffer.allocate(1 << 20)))
        .isInstanceOf(WireClosedException.class);
    assertThatThrownBy(() -> writer.claim(header, 10)).isInstanceOf(WireClosedException.class);
  }

  @Test
  void doesNotCommitWhatWasClaimedBefore() {
    writer.claim(header, 10);
    writer.close();

    assertThatThrownBy(() -> writer.commit(10)).isInstanceOf(WireClosedException.class);
  }

  @Test
  void norWhenItsWireWasClosed() {
    writer.claim(header, 10);
    wire.close();

    assertThatThrownBy(() -> writer.commit(10)).isInstanceOf(WireClosedException.class);
  }
}
