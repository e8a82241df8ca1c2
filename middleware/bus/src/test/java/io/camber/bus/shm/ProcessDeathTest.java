package io.camber.bus.shm;

import static org.assertj.core.api.Assertions.assertThat;

import io.camber.bus.transport.Waiting;
import io.camber.bus.transport.WireEvent;
import io.camber.bus.transport.WireHeader;
import io.camber.bus.transport.WireReader;
import io.camber.bus.transport.WireWriter;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Test plan SHM-01 to SHM-06: what other processes do to this one, up to dying. */
@Timeout(value = 120, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class ProcessDeathTest {
  private static final Logger LOG = LoggerFactory.getLogger(ProcessDeathTest.class);

  @TempDir
  private Path directory;

  private final List<WireEvent> events = new CopyOnWriteArrayList<>();
  private final AtomicLong diedNs = new AtomicLong();
  private SharedMemoryWire wire;

  private SharedMemoryWire open(SlowReaders slowReaders) {
    return SharedMemoryWire.open(ChildMain.config(root()).withSlowReaders(slowReaders), event -> {
      if (event.kind() == WireEvent.Kind.NODE_DIED) {
        diedNs.set(System.nanoTime());
      }
      events.add(event);
    });
  }

  private Path root() {
    return directory.resolve("bus");
  }

  @BeforeEach
  void start() {
    wire = open(SlowReaders.DEFAULT);
  }

  @AfterEach
  void stop() {
    wire.close();
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
    try (Child child = Child.start(root(), "echo")) {
      child.await("ready");
      WireWriter writer = wire.openWriter(ChildMain.ALL, "ping");
      WireReader reader =
          wire.openReader(ChildMain.BACK, "ping", wire.openBell("ping", Waiting.SPIN));
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

  @Test
  void survivesPublishersKilledAtAnyInstruction() throws Exception {
    killPublishers(20);
  }

  @Test
  @Tag("campaign")
  @Timeout(value = 600, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void survivesTwoHundredPublishersKilledAtAnyInstruction() throws Exception {
    killPublishers(200);
  }

  private void killPublishers(int seeds) throws Exception {
    WireReader reader =
        wire.openReader(ChildMain.ALL, "reader", wire.openBell("reader", Waiting.SPIN));
    List<String> baseline = files();
    long[] detectionsNs = new long[seeds];
    int[] torn = {0};
    int[] received = {0};
    for (int seed = 0; seed < seeds; seed++) {
      String node = "victim" + seed;
      try (Child child = Child.start(root(), "publish", node, seed, seed % 2 == 0 ? 300 : 40_000)) {
        child.await("ready");
        long[] last = {-1};
        int[] fromVictim = {0};
        long killAt = System.nanoTime() + 1_000_000L + new Random(seed).nextInt(20_000_000);
        long killedNs = 0;
        diedNs.set(0);
        while (diedNs.get() == 0) {
          reader.poll(
              (publisher, header, payload) -> {
                boolean isRight = Numbered.isWhole(payload) && header.sequence() > last[0];
                torn[0] += isRight ? 0 : 1;
                last[0] = header.sequence();
                fromVictim[0]++;
              },
              10);
          if (killedNs == 0 && fromVictim[0] > 0 && System.nanoTime() > killAt) {
            killedNs = System.nanoTime();
            child.kill();
          }
        }
        detectionsNs[seed] = diedNs.get() - killedNs;
        received[0] += fromVictim[0];
        while (reader.poll(
                (publisher, header, payload) -> {
                  torn[0] += Numbered.isWhole(payload) ? 0 : 1;
                },
                1000)
            > 0) {
          // what the victim had committed
        }
      }
    }

    Arrays.sort(detectionsNs);
    LOG.info(
        "SHM-02/05: {} publishers killed, {} messages, {} torn, death seen after p50 {} ms, max {} ms",
        seeds,
        received[0],
        torn[0],
        detectionsNs[seeds / 2] / 1e6,
        detectionsNs[seeds - 1] / 1e6);
    assertThat(torn[0]).isZero();
    awaitFiles(baseline);
    assertThat(events).filteredOn(e -> e.kind() == WireEvent.Kind.NODE_DIED).hasSize(seeds);
  }

  /** What the dead left stays for its readers for half a second; SHM-02 asks for one second. */
  private void awaitFiles(List<String> wanted) throws Exception {
    long start = System.nanoTime();
    while (!files().equals(wanted)) {
      assertThat(System.nanoTime() - start)
          .as("ns until %s is gone", files())
          .isLessThan(1_000_000_000L);
      TimeUnit.MILLISECONDS.sleep(5);
    }
  }

  private List<String> files() throws IOException {
    try (Stream<Path> list = Files.list(root().resolve("test"))) {
      return list.map(path -> path.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void readsWhatADeadPublisherHadCommittedToASegmentThatNobodyHadOpened() throws Exception {
    WireReader reader =
        wire.openReader(ChildMain.ALL, "reader", wire.openBell("reader", Waiting.SPIN));
    List<String> baseline = files();
    List<Long> seen = new ArrayList<>();
    try (Child child = Child.start(root(), "grow")) {
      child.await("first");
      while (seen.isEmpty()) {
        reader.poll((publisher, header, payload) -> seen.add(header.sequence()), 1);
      }
      child.tell("go on");
      int count = Integer.parseInt(child.await("grown"));
      child.kill();
      while (diedNs.get() == 0) {
        Thread.onSpinWait();
      }
      reader.poll((publisher, header, payload) -> seen.add(header.sequence()), 1);
      awaitFiles(baseline);

      while (reader.hasMessages()) {
        reader.poll((publisher, header, payload) -> seen.add(header.sequence()), 1);
      }

      assertThat(seen)
          .containsExactlyElementsOf(LongStream.range(0, count).boxed().toList());
      assertThat(reader.counters().lost()).isZero();
    }
  }

  @Test
  void readsAPublisherThatDiedBeforeItWasEverFound() throws Exception {
    WireReader reader =
        wire.openReader(ChildMain.ALL, "reader", wire.openBell("reader", Waiting.SPIN));
    int[] seen = {0};
    try (Child child = Child.start(root(), "grow")) {
      child.await("first");
      child.kill();
      while (diedNs.get() == 0) {
        Thread.onSpinWait();
      }

      reader.poll((publisher, header, payload) -> seen[0]++, 10);

      assertThat(seen[0]).isEqualTo(1);
      assertThat(reader.counters().lost()).isZero();
    }
  }

  /** Neither then, nor when the next change makes it look again. */
  @Test
  void aReaderThatComesAfterADeathDoesNotReadTheDead() throws Exception {
    try (Child child = Child.start(root(), "grow")) {
      child.await("first");
      child.kill();
      while (diedNs.get() == 0) {
        Thread.onSpinWait();
      }
      assertThat(files()).anyMatch(file -> file.endsWith(FileNames.TOMB));
    }

    WireReader reader =
        wire.openReader(ChildMain.ALL, "reader", wire.openBell("reader", Waiting.SPIN));
    wire.openWriter(ChildMain.BACK, "other");

    assertThat(reader.poll((publisher, header, payload) -> {}, 10)).isZero();
    assertThat(reader.poll((publisher, header, payload) -> {}, 10)).isZero();
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
    wire.close();
    wire = open(new SlowReaders(SlowReaders.Action.EVICT, 60_000_000_000L));
    long[] heldUpNs = new long[seeds];
    for (int seed = 0; seed < seeds; seed++) {
      AtomicLong killedNs = new AtomicLong();
      try (Child child = Child.start(root(), "hold")) {
        child.await("ready");
        WireWriter writer = wire.openWriter(ChildMain.ALL, "writer");
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

    assertThat(events).noneMatch(event -> event.kind() == WireEvent.Kind.READER_OVERRUN);
    assertThat(events).filteredOn(e -> e.kind() == WireEvent.Kind.NODE_DIED).hasSize(seeds);
  }

  @Test
  void leavesAStoppedSubscriberBehindAndTellsItExactlyWhatItLost() throws Exception {
    wire.close();
    wire = open(new SlowReaders(SlowReaders.Action.EVICT, 20_000_000));
    try (Child child = Child.start(root(), "subscribe")) {
      child.await("ready");
      WireWriter all = wire.openWriter(ChildMain.ALL, "writer");
      WireWriter newest = wire.openWriter(ChildMain.NEWEST, "writer");
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
        java.util.concurrent.locks.LockSupport.parkNanos(1_000_000);
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
      assertThat(events)
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

  @Test
  void keepsANameEvenWhenItsLockFileWasOpenedAndClosedByThisProcess() throws Exception {
    wire.openWriter(ChildMain.ALL, "taken");
    Files.readAllBytes(root().resolve("test").resolve("taken.lock"));

    try (Child child = Child.start(root(), "join", "taken")) {
      assertThat(child.await("answer")).contains("node name taken is taken");
    }
    assertThat(Files.exists(root().resolve("test").resolve("taken.lock"))).isTrue();
  }

  @Test
  void refusesCleanlyWhenMemoryIsFullAndNeverWhilePublishing() throws Exception {
    Path mount = Files.createDirectory(directory.resolve("small"));
    List<String> command = new ArrayList<>(List.of(
        "unshare",
        "-Urm",
        "sh",
        "-c",
        "mount -t tmpfs -o size=32m,mode=700 none " + mount + " && exec \"$@\"",
        "sh"));
    command.addAll(Child.command(mount.resolve("bus"), "fill"));
    org.junit.jupiter.api.Assumptions.assumeTrue(canMount(), "no unprivileged mounts here");

    try (Child child = Child.start(command)) {
      assertThat(child.await("published")).contains("no room for").contains("space");
    }
  }

  private static boolean canMount() throws IOException, InterruptedException {
    Path probe = Files.createTempDirectory("camber-mount");
    Process process = new ProcessBuilder(
            "unshare", "-Urm", "mount", "-t", "tmpfs", "none", probe.toString())
        .redirectErrorStream(true)
        .start();
    int exit = process.waitFor();
    Files.delete(probe);
    return exit == 0;
  }
}
