package io.camber.bus.udp;

import static org.assertj.core.api.Assertions.assertThat;

import io.camber.bus.Qos;
import io.camber.bus.transport.Waiting;
import io.camber.bus.transport.WireEvent;
import io.camber.bus.transport.WireListener;
import io.camber.bus.transport.WireTopic;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A process that hardly gets a processor is not dead; one that was killed is. With real processes and a busy machine. */
@Timeout(60)
final class StarvationTest {
  private static final int PORT = 43_850;
  private static final long BUSY_NS = 4_000_000_000L;

  private final Queue<WireEvent> events = new ConcurrentLinkedQueue<>();
  private final List<Process> processes = new ArrayList<>();

  /** The other process: a node that has nothing to do. */
  static final class Idler {
    private Idler() {}

    public static void main(String[] args) {
      UdpWire wire = UdpWire.open(UdpConfig.loopback(PORT), WireListener.SILENT);
      wire.openWriter(new WireTopic("/idle", "test.Idle", 1, Qos.RESULT), "idler");
      wire.openBell("idler", Waiting.BLOCK).await(() -> false, Long.MAX_VALUE);
    }
  }

  private Process start(String... command) throws IOException {
    Process process = new ProcessBuilder(command).inheritIO().start();
    processes.add(process);
    return process;
  }

  private boolean has(WireEvent.Kind kind) {
    return events.stream().anyMatch(e -> e.kind() == kind && e.node().equals("idler"));
  }

  private void await(WireEvent.Kind kind) {
    long end = System.nanoTime() + 20_000_000_000L;
    while (!has(kind)) {
      assertThat(System.nanoTime()).as("waiting for %s: %s", kind, events).isLessThan(end);
      LockSupport.parkNanos(5_000_000);
    }
  }

  @Test
  void aStarvedProcessStaysAliveAndAKilledOneDies() throws Exception {
    try (UdpWire wire = UdpWire.open(UdpConfig.loopback(PORT), events::add)) {
      String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
      Process idler = start(
          "nice",
          "-n",
          "19",
          java,
          "-Xmx64m",
          "-XX:+UseSerialGC",
          "-cp",
          System.getProperty("java.class.path"),
          Idler.class.getName());
      await(WireEvent.Kind.NODE_FOUND);

      for (int i = 0; i < 4 * Runtime.getRuntime().availableProcessors(); i++) {
        start("sh", "-c", "while :; do :; done");
      }
      LockSupport.parkNanos(BUSY_NS);
      assertThat(has(WireEvent.Kind.NODE_DIED)).as("%s", events).isFalse();
      assertThat(wire.peersAlive()).isEqualTo(1);

      idler.destroyForcibly().waitFor();
      await(WireEvent.Kind.NODE_DIED);
    } finally {
      processes.forEach(Process::destroyForcibly);
    }
  }
}
