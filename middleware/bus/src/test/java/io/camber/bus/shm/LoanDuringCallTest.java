package io.camber.bus.shm;

import static org.assertj.core.api.Assertions.assertThat;

import io.camber.bus.transport.Loan;
import io.camber.bus.transport.Waiting;
import io.camber.bus.transport.WireHandler;
import io.camber.bus.transport.WireHeader;
import io.camber.bus.transport.WireListener;
import io.camber.bus.transport.WireReader;
import io.camber.bus.transport.WireTopic;
import io.camber.bus.transport.WireWriter;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a handler reads stays whole while another thread gives an earlier message back. */
@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class LoanDuringCallTest {
  /** Large enough to be pinned where it is not waited for. */
  private static final int BYTES = 6000;

  /** Several times round the ring. */
  private static final int MANY = 1000;

  @TempDir
  private Path directory;

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void isNotOverwritten(boolean isReliable) {
    WireTopic topic = isReliable ? ChildMain.ALL : ChildMain.NEWEST;
    SharedMemoryConfig config = ChildMain.config(directory.resolve("bus"))
        .withSlowReaders(new SlowReaders(SlowReaders.Action.REFUSE, 0));
    try (SharedMemoryWire wire = SharedMemoryWire.open(config, WireListener.SILENT)) {
      WireWriter writer = wire.openWriter(topic, "writer");
      WireReader reader = wire.openReader(topic, "reader", wire.openBell("reader", Waiting.SPIN));
      List<Loan> loans = new ArrayList<>();
      List<Boolean> isWhole = new ArrayList<>();
      send(writer, 0, 1);
      pollOne(reader, (publisher, header, payload) -> loans.add(reader.loan()));
      send(writer, 1, 1);

      pollOne(reader, (publisher, header, payload) -> {
        onAnotherThread(loans.get(0)::close);
        send(writer, 2, MANY);
        isWhole.add(Numbered.isWhole(payload) && payload.getLong(payload.position()) == 1);
      });

      assertThat(isWhole).containsExactly(true);
    }
  }

  private static void pollOne(WireReader reader, WireHandler handler) {
    while (reader.poll(handler, 1) == 0) {
      Thread.onSpinWait();
    }
  }

  private static void send(WireWriter writer, int first, int count) {
    ByteBuffer payload = ByteBuffer.allocateDirect(BYTES).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = first; i < first + count; i++) {
      Numbered.fill(payload, i);
      writer.send(new WireHeader().set(i, 0, 0), payload);
    }
  }

  private static void onAnotherThread(Runnable work) {
    Thread thread = new Thread(work);
    thread.start();
    try {
      thread.join();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
