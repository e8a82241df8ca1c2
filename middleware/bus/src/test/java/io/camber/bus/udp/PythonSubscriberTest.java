package io.camber.bus.udp;

import static org.assertj.core.api.Assertions.assertThat;

import io.camber.bus.Qos;
import io.camber.bus.transport.WireHeader;
import io.camber.bus.transport.WireListener;
import io.camber.bus.transport.WireTopic;
import io.camber.bus.transport.WireWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A client in another language, written from the document alone, gets what is sent. */
final class PythonSubscriberTest {
  private static final int PORT = 43_700;
  private static final Path PYTHON = Path.of("/usr/bin/python3");
  private static final Path EXAMPLES = Path.of("..", "..", "examples", "python").toAbsolutePath();
  private static final Path SCRIPT = EXAMPLES.resolve("subscriber.py");

  private static final int LARGE = 16 << 20;
  private static final int CUT_TO = 600_000;
  private static final long WAIT_NS = 15_000_000_000L;

  @TempDir
  Path folder;

  private Path output;

  @BeforeEach
  void findPython() {
    output = folder.resolve("out.txt");
    Assumptions.assumeTrue(Files.isExecutable(PYTHON), "no " + PYTHON + " here");
  }

  @Test
  void printsMessagesOfEverySize() throws IOException, InterruptedException {
    List<String> lines = listen(4, writer -> {
      int[] lengths = {0, 3, 3000, 200_000};
      for (int i = 0; i < lengths.length; i++) {
        writer.send(new WireHeader().set(i, 10 + i, 0), bytes(lengths[i]));
      }
    });

    assertThat(lines).hasSize(4);
    assertThat(lines.get(0)).isEqualTo("0 at 10 ns, 0 bytes: ");
    assertThat(lines.get(1)).isEqualTo("1 at 11 ns, 3 bytes: 000102");
    assertThat(lines.get(2)).startsWith("2 at 12 ns, 3000 bytes: 0001020304");
    assertThat(lines.get(3))
        .startsWith("3 at 13 ns, 200000 bytes: 0001")
        .hasSizeGreaterThan(400_000);
  }

  /** What comes behind it is there before the writer tells that it was given up, and nothing comes after. */
  @Test
  void goesOnBehindAMessageThatWasGivenUp() throws IOException, InterruptedException {
    List<Long> sent = new ArrayList<>();

    List<String> lines = listen(0, writer -> {
      long number = 0;
      while (isSentBeforeItIsCut(writer, number)) {
        sent.add(number++);
      }
      writer.send(new WireHeader().set(++number, 12, 0), bytes(2));
      sent.add(number);
      awaitLine(number + " at 12 ns, 2 bytes: 0001");
    });

    assertThat(lines)
        .map(line -> Long.valueOf(line.substring(0, line.indexOf(' '))))
        .isEqualTo(sent);
  }

  /** It is large, so that on one core the other thread has its turn before it is sent. */
  private static boolean isSentBeforeItIsCut(WireWriter writer, long number)
      throws InterruptedException {
    ByteBuffer payload = ByteBuffer.allocate(LARGE);
    long before = writer.counters().messages();
    Thread cutting = new Thread(() -> {
      while (writer.counters().messages() == before) {
        Thread.onSpinWait();
      }
      payload.limit(CUT_TO);
    });
    cutting.start();
    try {
      writer.send(new WireHeader().set(number, 11, 0), payload);
      return true;
    } catch (IndexOutOfBoundsException e) {
      return false;
    } finally {
      cutting.join();
    }
  }

  private void awaitLine(String line) {
    long start = System.nanoTime();
    while (!printed().contains(line)) {
      assertThat(System.nanoTime() - start).as("ns without %s", line).isLessThan(WAIT_NS);
      LockSupport.parkNanos(20_000_000);
    }
  }

  private List<String> printed() {
    try {
      return Files.readAllLines(output);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The first of a stream's messages is incomplete, the next is missing; the writer then tells that its oldest is the fourth. */
  @Test
  void handsOverWhatIsWholeBeforeTheOldestThatIsKept() throws IOException, InterruptedException {
    String program = """
        import struct, sys
        sys.path.insert(0, sys.argv[1])
        import subscriber as s
        reader = s.Subscriber("/test/python", int(sys.argv[2]), "tester")
        reader.offer = (s.RELIABLE, 99, "test.Sample")
        peer = s.Peer(7, None)
        peer.writers = {1: s.Stream()}
        def stream(start, first, following):
            return list(reader.on_stream(peer, struct.pack("<IQqqq", 1, reader.sender, start, first, following)))
        def data(number, total, offset, part):
            return list(reader.on_data(peer, s.DATA_BODY.pack(1, number, total, offset, 2, 0) + part))
        print(stream(5, 0, 5))
        print(data(5, 4, 0, b"aa"), data(7, 2, 0, b"cc"), data(8, 2, 0, b"dd"), data(10, 4, 0, b"ff"))
        print(stream(5, 8, 11))
        print(data(9, 2, 0, b"ee"), data(10, 4, 2, b"ff"), sorted(peer.writers[1].parts))
        """;

    List<String> lines =
        run(List.of(PYTHON.toString(), "-c", program, EXAMPLES.toString(), String.valueOf(PORT)));

    assertThat(lines)
        .containsExactly("[]", "[] [] [] []", "[b'cc', b'dd']", "[b'ee'] [b'ffff'] []");
  }

  private interface Talk {
    void say(WireWriter writer) throws InterruptedException;
  }

  /** What the script prints of the messages that are sent once it listens; it ends after {@code count}, or at 0 when all is said. */
  private List<String> listen(int count, Talk talk) throws IOException, InterruptedException {
    WireTopic topic = new WireTopic("/test/python", "test.Sample", 99, Qos.RESULT);
    try (UdpWire wire = UdpWire.open(UdpConfig.loopback(PORT), WireListener.SILENT);
        WireWriter writer = wire.openWriter(topic, "talker")) {
      Process process = start(List.of(
          PYTHON.toString(),
          SCRIPT.toString(),
          "/test/python",
          "--port",
          String.valueOf(PORT),
          "--count",
          String.valueOf(count)));
      try {
        long start = System.nanoTime();
        while (wire.endpoints().size() < 2 && System.nanoTime() - start < WAIT_NS) {
          LockSupport.parkNanos(5_000_000);
        }
        assertThat(wire.endpoints()).hasSize(2);
        talk.say(writer);
        assertThat(count == 0 || process.waitFor(WAIT_NS, TimeUnit.NANOSECONDS)).isTrue();
      } finally {
        process.destroyForcibly();
      }
    }
    return printed();
  }

  private List<String> run(List<String> command) throws IOException, InterruptedException {
    Process process = start(command);
    try {
      assertThat(process.waitFor(WAIT_NS, TimeUnit.NANOSECONDS)).isTrue();
    } finally {
      process.destroyForcibly();
    }
    return printed();
  }

  private Process start(List<String> command) throws IOException {
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(output.toFile())
        .start();
  }

  private static ByteBuffer bytes(int length) {
    ByteBuffer payload = ByteBuffer.allocate(length);
    while (payload.hasRemaining()) {
      payload.put((byte) (payload.position() % 251));
    }
    return payload.flip();
  }
}
