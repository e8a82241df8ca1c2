package io.camber.bus.shm;

import static org.assertj.core.api.Assertions.assertThat;

import io.camber.bus.transport.Bell;
import io.camber.bus.transport.Waiting;
import io.camber.bus.transport.WireHeader;
import io.camber.bus.transport.WireListener;
import io.camber.bus.transport.WireReader;
import io.camber.bus.transport.WireWriter;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A reliable reader that was there before a writer, and looks only when that waits for it with a full ring. */
@Timeout(60)
final class LateReaderTest {
  private static final SlowReaders REFUSING = new SlowReaders(SlowReaders.Action.REFUSE, 0);
  private static final int SENT_MAX = 1_000_000;

  @TempDir
  private Path directory;

  @Test
  void missesNothingOfAWriterThatWaits() {
    List<Long> heard = new ArrayList<>();
    try (SharedMemoryWire wire = SharedMemoryWire.open(
            ChildMain.config(directory.resolve("bus")).withSlowReaders(REFUSING),
            WireListener.SILENT);
        Bell bell = wire.openBell("reader", Waiting.BLOCK);
        WireReader reader = wire.openReader(ChildMain.ALL, "reader", bell);
        WireWriter writer = wire.openWriter(ChildMain.ALL, "writer")) {
      ByteBuffer payload = ByteBuffer.allocateDirect(100);
      long sent = 0;
      while (sent < SENT_MAX && writer.send(new WireHeader().set(sent, 0, 0), payload)) {
        sent++;
      }
      assertThat(sent).as("the ring is full").isBetween(10L, SENT_MAX - 1L);
      assertThat(writer.send(new WireHeader().set(sent, 0, 0), payload)).isFalse();

      while (reader.poll((publisher, header, bytes) -> heard.add(header.sequence()), 64) > 0) {}

      assertThat(reader.counters().lost()).isZero();
      assertThat(heard)
          .containsExactlyElementsOf(LongStream.range(0, sent).boxed().toList());
    }
  }
}
