package io.camber.bus.shm;

import static org.assertj.core.api.Assertions.assertThat;

import io.camber.bus.Qos;
import io.camber.bus.transport.Bell;
import io.camber.bus.transport.Waiting;
import io.camber.bus.transport.WireHeader;
import io.camber.bus.transport.WireListener;
import io.camber.bus.transport.WireReader;
import io.camber.bus.transport.WireTopic;
import io.camber.bus.transport.WireWriter;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Many writers of one node are closed at once; each has sent what a reader of another wire is owed that has not looked yet. */
@Timeout(value = 30, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class ClosingTogetherTest {
  private static final int WRITERS = 50;

  /** One writer after the other would wait for 50 s. */
  private static final long PATIENCE_NS = 1_000_000_000L;

  @TempDir
  private Path directory;

  private SharedMemoryWire others;
  private SharedMemoryWire wire;
  private final List<WireReader> readers = new ArrayList<>();
  private final List<WireWriter> writers = new ArrayList<>();

  @BeforeEach
  void send() {
    SharedMemoryConfig config = ChildMain.config(directory.resolve("bus"));
    others = SharedMemoryWire.open(config, WireListener.SILENT);
    wire = SharedMemoryWire.open(
        config.withSlowReaders(new SlowReaders(SlowReaders.Action.EVICT, PATIENCE_NS)),
        WireListener.SILENT);
    Bell bell = others.openBell("reader", Waiting.SPIN);
    for (int i = 0; i < WRITERS; i++) {
      WireTopic topic = ChildMain.topic("/many/" + i, Qos.SAMPLES);
      readers.add(others.openReader(topic, "reader", bell));
      WireWriter writer = wire.openWriter(topic, "writer");
      writer.send(new WireHeader().set(i, 0, 0), ByteBuffer.allocate(8));
      writers.add(writer);
    }
  }

  @AfterEach
  void close() {
    wire.close();
    others.close();
  }

  @Test
  void aWireWaitsForReadersOnceAndNotOnceAWriter() {
    assertThat(timeNs(wire::close)).isGreaterThanOrEqualTo(PATIENCE_NS);
  }

  @Test
  void soDoesANode() {
    assertThat(timeNs(() -> wire.close(List.of(), writers))).isGreaterThanOrEqualTo(PATIENCE_NS);
  }

  @Test
  void readersThatLookMeanwhileFindWhatEachHasSent() throws InterruptedException {
    Thread closing = new Thread(wire::close);
    closing.start();

    List<Long> seen = new ArrayList<>();
    while (seen.size() < WRITERS) {
      for (WireReader reader : readers) {
        reader.poll((publisher, header, payload) -> seen.add(header.sequence()), 1);
      }
    }
    closing.join();

    assertThat(seen).doesNotHaveDuplicates();
  }

  private static long timeNs(Runnable work) {
    long start = System.nanoTime();
    work.run();
    return System.nanoTime() - start;
  }
}
