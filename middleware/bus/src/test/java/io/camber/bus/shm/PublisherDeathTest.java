package io.camber.bus.shm;

import static org.assertj.core.api.Assertions.assertThat;

import io.camber.bus.shm.file.FileNames;
import io.camber.bus.transport.WireEvent;
import io.camber.bus.transport.WireReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Test plan SHM-02 and SHM-05: publishers in other processes die. */
@Timeout(value = 120, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class PublisherDeathTest {
  private static final Logger LOG = LoggerFactory.getLogger(PublisherDeathTest.class);

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
    WireReader reader = bus.reader();
    List<String> baseline = bus.files();
    long[] detectionsNs = new long[seeds];
    int[] torn = {0};
    int[] received = {0};
    for (int seed = 0; seed < seeds; seed++) {
      String node = "victim" + seed;
      try (Child child =
          Child.start(bus.root(), "publish", node, seed, seed % 2 == 0 ? 300 : 40_000)) {
        child.await("ready");
        long[] last = {-1};
        int[] fromVictim = {0};
        long killAt = System.nanoTime() + 1_000_000L + new Random(seed).nextInt(20_000_000);
        long killedNs = 0;
        bus.forgetDeaths();
        while (bus.diedNs() == 0) {
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
        detectionsNs[seed] = bus.diedNs() - killedNs;
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
    bus.awaitFiles(baseline);
    assertThat(bus.events())
        .filteredOn(e -> e.kind() == WireEvent.Kind.NODE_DIED)
        .hasSize(seeds);
  }

  @Test
  void readsWhatADeadPublisherHadCommittedToASegmentThatNobodyHadOpened() throws Exception {
    WireReader reader = bus.reader();
    List<String> baseline = bus.files();
    List<Long> seen = new ArrayList<>();
    try (Child child = Child.start(bus.root(), "grow")) {
      child.await("first");
      while (seen.isEmpty()) {
        reader.poll((publisher, header, payload) -> seen.add(header.sequence()), 1);
      }
      child.tell("go on");
      int count = Integer.parseInt(child.await("grown"));
      child.kill();
      while (bus.diedNs() == 0) {
        Thread.onSpinWait();
      }
      reader.poll((publisher, header, payload) -> seen.add(header.sequence()), 1);
      bus.awaitFiles(baseline);

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
    WireReader reader = bus.reader();
    int[] seen = {0};
    try (Child child = Child.start(bus.root(), "grow")) {
      child.await("first");
      child.kill();
      while (bus.diedNs() == 0) {
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
    try (Child child = Child.start(bus.root(), "grow")) {
      child.await("first");
      child.kill();
      while (bus.diedNs() == 0) {
        Thread.onSpinWait();
      }
      assertThat(bus.files()).anyMatch(file -> file.endsWith(FileNames.TOMB));
    }

    WireReader reader = bus.reader();
    bus.wire().openWriter(ChildMain.BACK, "other");

    assertThat(reader.poll((publisher, header, payload) -> {}, 10)).isZero();
    assertThat(reader.poll((publisher, header, payload) -> {}, 10)).isZero();
  }
}
