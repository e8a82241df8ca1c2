package io.camber.bus.transport;

import static io.camber.bus.transport.Payloads.bytes;
import static io.camber.bus.transport.WirePair.topic;
import static org.assertj.core.api.Assertions.assertThat;

import io.camber.bus.Qos;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** How readers of a wire wait. */
interface WaitingConformance {
  WirePair wires();

  @Test
  default void wakesASleeper() throws InterruptedException {
    for (Waiting waiting : Waiting.values()) {
      String node = "b" + waiting;
      Bell bell = wires().right().openBell(node, waiting);
      WireReader reader = wires().right().openReader(topic("/" + waiting, Qos.RESULT), node, bell);
      WireWriter writer = wires().left().openWriter(topic("/" + waiting, Qos.RESULT), "a");
      wires().awaitConnected("/" + waiting);
      int count = 200;
      Thread sender = new Thread(() -> {
        for (int i = 0; i < count; i++) {
          writer.send(new WireHeader().set(i, 0, 0), bytes(i));
          LockSupport.parkNanos(i % 7 * 20_000L);
        }
      });
      sender.start();

      List<Long> got = new ArrayList<>();
      while (got.size() < count) {
        bell.await(reader::hasMessages, Long.MAX_VALUE);
        reader.poll((p, head, payload) -> got.add(head.sequence()), 10);
      }
      sender.join();

      assertThat(got).as("%s", waiting).hasSize(count).isSorted();
    }
  }

  @Test
  default void endsAWaitInTime() {
    for (Waiting waiting : Waiting.values()) {
      Bell bell = wires().right().openBell("b", waiting);

      int waits = 0;
      for (long start = System.nanoTime(); System.nanoTime() - start < 20_000_000; waits++) {
        bell.await(() -> false, 5_000_000);
      }

      assertThat(waits).as("%s: returns in time, and not all the time", waiting).isLessThan(20);
    }
  }
}
