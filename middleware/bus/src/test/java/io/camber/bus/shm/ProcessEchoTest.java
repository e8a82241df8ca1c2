package io.camber.bus.shm;

import static org.assertj.core.api.Assertions.assertThat;

import io.camber.bus.transport.Waiting;
import io.camber.bus.transport.WireHeader;
import io.camber.bus.transport.WireReader;
import io.camber.bus.transport.WireWriter;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Test plan SHM-01: another process sends back what it gets. */
@Timeout(value = 120, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class ProcessEchoTest {
  @TempDir
  private Path directory;

  private WatchedBus bus;

  @BeforeEach
  void start() {
    bus = new WatchedBus(directory.resolve("bus"));
  }

  @AfterEach
  void stop() {
    bus.close();
  }

  @Test
  void echoesEveryMessageWholeAndInOrder() throws Exception {
    echo(30_000, 100);
  }

  @Test
  @Tag("campaign")
  @Timeout(value = 600, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void echoesAMillionMessagesWholeAndInOrder() throws Exception {
    echo(1_000_000, 2000);
  }

  private void echo(int count, int bigEvery) throws Exception {
    try (Child child = Child.start(bus.root(), "echo")) {
      child.await("ready");
      WireWriter writer = bus.wire().openWriter(ChildMain.ALL, "ping");
      WireReader reader =
          bus.wire().openReader(ChildMain.BACK, "ping", bus.wire().openBell("ping", Waiting.SPIN));
      ByteBuffer payload = ByteBuffer.allocateDirect(4 << 20).order(ByteOrder.LITTLE_ENDIAN);
      Random random = new Random(1);
      long[] next = {0};
      int[] wrong = {0};
      for (int sent = 0; next[0] < count; ) {
        if (sent < count && sent - next[0] < 100) {
          int length = sent % (count / bigEvery) == 7
              ? Numbered.LENGTH_MIN + random.nextInt((4 << 20) - Numbered.LENGTH_MIN)
              : 64 + random.nextInt(200);
          payload.clear().limit(length);
          Numbered.fill(payload, sent);
          assertThat(writer.send(new WireHeader().set(sent, 0, 0), payload)).isTrue();
          sent++;
        }
        reader.poll(
            (publisher, header, echoed) -> {
              boolean isRight = header.sequence() == next[0] && Numbered.isWhole(echoed);
              wrong[0] += isRight ? 0 : 1;
              next[0] = header.sequence() + 1;
            },
            100);
      }

      assertThat(wrong[0]).isZero();
      assertThat(reader.counters().messages()).isEqualTo(count);
      assertThat(reader.counters().lost()).isZero();
    }
  }
}
