package io.camber.bus.udp.protocol;

import static io.camber.bus.udp.protocol.TestTraffic.SILENT;
import static io.camber.bus.udp.protocol.TestTraffic.drain;
import static io.camber.bus.udp.protocol.TestTraffic.send;
import static io.camber.bus.udp.protocol.TestTraffic.topic;
import static io.camber.bus.udp.protocol.VirtualNetwork.MS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.camber.bus.Qos;
import io.camber.bus.transport.WireEvent;
import io.camber.bus.transport.WireException;
import io.camber.bus.transport.WireTopic;
import io.camber.bus.udp.security.Access;
import io.camber.bus.udp.security.ChecksumProtection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who may publish the command is decided where it is read. */
final class AccessControlTest {
  private static final WireTopic COMMAND = topic("/actuation/command", Qos.RESULT);

  private final VirtualNetwork net = new VirtualNetwork(3);

  @TempDir
  Path folder;

  private VirtualNetwork.Host start(int index, Access access) {
    return net.start(index, 3, ProtocolConfig.NETWORK, new ChecksumProtection(), access);
  }

  private Access guarded() throws IOException {
    Path file = Files.createFile(
        folder.resolve("bus.access"),
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(file, "/actuation/command publishes guardian\n/truth/** subscribes jury\n");
    return Access.read(file);
  }

  @Test
  void anUndeclaredWriterIsNotHeardAndBothSidesAreTold() throws IOException {
    VirtualNetwork.Host car = start(0, guarded());
    VirtualNetwork.Host guardian = start(1, Access.OPEN);
    VirtualNetwork.Host mallory = start(2, Access.OPEN);
    Subscriber reader = car.participant.openReader(COMMAND, "car", SILENT);
    Publication honest = guardian.participant.openWriter(COMMAND, "guardian");
    Publication wild = mallory.participant.openWriter(COMMAND, "mallory");
    net.run(400 * MS);

    send(wild, 666, 30, net.nowNs);
    send(honest, 1, 30, net.nowNs);
    net.run(50 * MS);

    assertThat(drain(reader)).isEqualTo(List.of(1L));
    assertThat(String.valueOf(car.firstEvent(WireEvent.Kind.NODE_REFUSED)))
        .contains("mallory may not publish /actuation/command", "bus.access allows guardian");
    assertThat(String.valueOf(mallory.firstEvent(WireEvent.Kind.NODE_REFUSED)))
        .contains("mallory may not publish /actuation/command", "host0");
    assertThat(guardian.has(WireEvent.Kind.NODE_REFUSED)).isFalse();
  }

  @Test
  void anUndeclaredReaderGetsNothing() throws IOException {
    VirtualNetwork.Host world = start(0, guarded());
    VirtualNetwork.Host stack = start(1, Access.OPEN);
    Publication truth = world.participant.openWriter(topic("/truth/ego", Qos.RESULT), "world");
    Subscriber peeking =
        stack.participant.openReader(topic("/truth/ego", Qos.RESULT), "planning", SILENT);
    net.run(400 * MS);

    send(truth, 1, 30, net.nowNs);
    net.run(50 * MS);

    assertThat(drain(peeking)).isEmpty();
    assertThat(stack.has(WireEvent.Kind.NODE_REFUSED)).isTrue();
  }

  @Test
  void anOwnEndAgainstTheRulesDoesNotOpen() throws IOException {
    VirtualNetwork.Host host = start(0, guarded());

    assertThatThrownBy(() -> host.participant.openWriter(COMMAND, "planning"))
        .isInstanceOf(WireException.class)
        .hasMessageContaining("planning may not publish /actuation/command");
  }
}
