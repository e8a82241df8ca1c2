package io.camber.bus.udp;

import static org.assertj.core.api.Assertions.assertThat;

import io.camber.bus.Qos;
import io.camber.bus.transport.WireHeader;
import io.camber.bus.transport.WireListener;
import io.camber.bus.transport.WireTopic;
import io.camber.bus.transport.WireWriter;
import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A client in another language, written from the document alone, gets what is sent. */
final class PythonSubscriberTest {
  private static final int PORT = 43_700;
  private static final Path SCRIPT = Path.of("..", "..", "examples", "python", "subscriber.py");

  @TempDir
  Path folder;

  @Test
  void printsMessagesOfEverySize() throws IOException, InterruptedException {
    Path python = Path.of("/usr/bin/python3");
    Assumptions.assumeTrue(Files.isExecutable(python), "no " + python + " here");
    WireTopic topic = new WireTopic("/test/python", "test.Sample", 99, Qos.RESULT);
    File output = folder.resolve("out.txt").toFile();
    try (UdpWire wire = UdpWire.open(UdpConfig.loopback(PORT), WireListener.SILENT);
        WireWriter writer = wire.openWriter(topic, "talker")) {
      Process process = new ProcessBuilder(
              python.toString(),
              SCRIPT.toString(),
              "/test/python",
              "--port",
              String.valueOf(PORT),
              "--count",
              "4")
          .redirectErrorStream(true)
          .redirectOutput(output)
          .start();
      try {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(15);
        while (wire.endpoints().size() < 2 && System.nanoTime() < end) {
          LockSupport.parkNanos(5_000_000);
        }
        assertThat(wire.endpoints()).hasSize(2);
        int[] lengths = {0, 3, 3000, 200_000};
        for (int i = 0; i < lengths.length; i++) {
          ByteBuffer payload = ByteBuffer.allocate(lengths[i]);
          while (payload.hasRemaining()) {
            payload.put((byte) (payload.position() % 251));
          }
          writer.send(new WireHeader().set(i, 10 + i, 0), payload.flip());
        }
        assertThat(process.waitFor(15, TimeUnit.SECONDS)).isTrue();
      } finally {
        process.destroyForcibly();
      }
    }

    var lines = Files.readAllLines(output.toPath());
    assertThat(lines).hasSize(4);
    assertThat(lines.get(0)).isEqualTo("0 at 10 ns, 0 bytes: ");
    assertThat(lines.get(1)).isEqualTo("1 at 11 ns, 3 bytes: 000102");
    assertThat(lines.get(2)).startsWith("2 at 12 ns, 3000 bytes: 0001020304");
    assertThat(lines.get(3))
        .startsWith("3 at 13 ns, 200000 bytes: 0001")
        .hasSizeGreaterThan(400_000);
  }
}
