package io.camber.bus.shm;

import static org.assertj.core.api.Assertions.assertThat;

import io.camber.bus.transport.WireEvent;
import io.camber.bus.transport.WireHeader;
import io.camber.bus.transport.WireWriter;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Test plan SHM-03 and SHM-04: subscribers in other processes die or stop. */
@Timeout(value = 120, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class SubscriberDeathTest {
  private static final Logger LOG = LoggerFactory.getLogger(SubscriberDeathTest.class);

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
  void goesOnWhenASubscriberDiesHoldingMessages() throws Exception {
    killSubscribers(3);
  }

  @Test
  @Tag("campaign")
  @Timeout(value = 600, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void goesOnWhenTwoHundredSubscribersDieHoldingMessages() throws Exception {
    killSubscribers(200);
  }

  private void killSubscribers(int seeds) throws Exception {
    bus.reopen(new SlowReaders(SlowReaders.Action.EVICT, 60_000_000_000L));
    long[] heldUpNs = new long[seeds];
    for (int seed = 0; seed < seeds; seed++) {
      AtomicLong killedNs = new AtomicLong();
      try (Child child = Child.start(bus.root(), "hold")) {
        child.await("ready");
        WireWriter writer = bus.wire().openWriter(ChildMain.ALL, "writer");
        ByteBuffer payload = ByteBuffer.allocateDirect(100).order(ByteOrder.LITTLE_ENDIAN);
        Numbered.fill(payload, 0);
        writer.send(new WireHeader().set(0, 0, 0), payload);
        child.await("holding");
        Thread killer = new Thread(() -> {
          while (writer.counters().refused() == 0) {
            Thread.onSpinWait();
          }
          killedNs.set(System.nanoTime());
          child.kill();
        });
        killer.start();

        for (int i = 1; i < 10_000; i++) {
          assertThat(writer.send(new WireHeader().set(i, 0, 0), payload)).isTrue();
          if (heldUpNs[seed] == 0 && killedNs.get() != 0) {
            heldUpNs[seed] = System.nanoTime() - killedNs.get(); // the send that had to wait
          }
        }

        killer.join();
        writer.close();
      }
    }
    Arrays.sort(heldUpNs);
    LOG.info(
        "SHM-03: {} subscribers killed, the publisher went on after p50 {} ms, max {} ms",
        seeds,
        heldUpNs[seeds / 2] / 1e6,
        heldUpNs[seeds - 1] / 1e6);

    assertThat(bus.events()).noneMatch(event -> event.kind() == WireEvent.Kind.READER_OVERRUN);
    assertThat(bus.events())
        .filteredOn(e -> e.kind() == WireEvent.Kind.NODE_DIED)
        .hasSize(seeds);
  }

  @Test
  void leavesAStoppedSubscriberBehindAndTellsItExactlyWhatItLost() throws Exception {
    bus.reopen(new SlowReaders(SlowReaders.Action.EVICT, 20_000_000));
    try (Child child = Child.start(bus.root(), "subscribe")) {
      child.await("ready");
      WireWriter all = bus.wire().openWriter(ChildMain.ALL, "writer");
      WireWriter newest = bus.wire().openWriter(ChildMain.NEWEST, "writer");
      ByteBuffer payload = ByteBuffer.allocateDirect(500).order(ByteOrder.LITTLE_ENDIAN);
      int count = 3000;
      long longestNs = 0;
      for (int i = 0; i < count; i++) {
        if (i == 500) {
          child.signal("STOP");
        }
        if (i == count - 500) {
          child.signal("CONT");
        }
        Numbered.fill(payload.clear(), i);
        long start = System.nanoTime();
        all.send(new WireHeader().set(i, 0, 0), payload);
        newest.send(new WireHeader().set(i, 0, 0), payload);
        longestNs = Math.max(longestNs, System.nanoTime() - start);
        LockSupport.parkNanos(1_000_000);
      }
      long[] report = report(child, count - 1);

      LOG.info(
          "SHM-04: longest send {} ms; reliable {} lost {}; keep-last {} lost {}",
          longestNs / 1e6,
          report[0],
          report[1],
          report[4],
          report[5]);
      assertThat(report[0] + report[1]).isEqualTo(count);
      assertThat(report[1]).as("lost by the reliable reader").isPositive();
      assertThat(report[3]).as("torn or disordered").isZero();
      assertThat(report[4] + report[5]).isEqualTo(count);
      assertThat(report[6]).as("newest seen by the keep-last reader").isEqualTo(count - 1);
      assertThat(bus.events())
          .anyMatch(e -> e.kind() == WireEvent.Kind.READER_OVERRUN && e.node().equals("subscribe"));
    }
  }

  /** Asks until the child has seen the last message of both topics. */
  private static long[] report(Child child, long last) throws IOException {
    while (true) {
      child.tell("report");
      long[] numbers = Arrays.stream(child.await("report").split(" ", -1))
          .mapToLong(Long::parseLong)
          .toArray();
      if (numbers[2] == last && numbers[6] == last) {
        return numbers;
      }
    }
  }
}
