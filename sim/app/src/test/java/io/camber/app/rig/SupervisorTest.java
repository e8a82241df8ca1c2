package io.camber.app.rig;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
final class SupervisorTest {
  private static final Heartbeats NOBODY = new Heartbeats(Map::of);

  @TempDir
  private Path folder;

  @Test
  void aKilledProcessComesBack() throws InterruptedException {
    BlockingQueue<NodeProcess> started = new LinkedBlockingQueue<>();
    try (Supervisor supervisor =
        new Supervisor(gently -> idle("spare"), nodes -> Map.of(), NOBODY)) {
      supervisor.keep(List.of("idle"), false, () -> {
        NodeProcess process = idle("idle");
        started.add(process);
        return process;
      });
      NodeProcess first = started.poll(10, TimeUnit.SECONDS);
      NodeProcess second = started.poll(30, TimeUnit.SECONDS);

      assertThat(first).isNotNull();
      assertThat(second).isNotNull().isNotSameAs(first);
    }
  }

  /** Ends by itself after a moment. */
  private NodeProcess idle(String name) {
    return NodeProcess.start(name, List.of("doctor"), folder.resolve("log").toFile());
  }

  @Test
  void aStartThatFailsIsTriedAgainAndTheOthersGoOn() throws InterruptedException {
    BlockingQueue<NodeProcess> started = new LinkedBlockingQueue<>();
    AtomicInteger starts = new AtomicInteger();
    try (Supervisor supervisor =
        new Supervisor(gently -> idle("spare"), nodes -> Map.of(), NOBODY)) {
      supervisor.keep(List.of("no-room"), false, () -> {
        if (starts.incrementAndGet() == 2) {
          throw new UncheckedIOException(new IOException("error=11, no room for a process"));
        }
        return sleeping("no-room", started);
      });
      supervisor.keep(List.of("other"), false, () -> sleeping("other", started));
      NodeProcess first = started.take();
      NodeProcess other = started.take();

      first.kill();
      NodeProcess again = started.poll(20, TimeUnit.SECONDS);
      other.kill();

      assertThat(again).isNotNull();
      assertThat(started.poll(20, TimeUnit.SECONDS)).as("the other one, anew").isNotNull();
      assertThat(starts).hasValue(3);
    }
  }

  @Test
  void aSpareThatDiesIsReplacedAndNobodyWaitsForTheDead() throws InterruptedException {
    BlockingQueue<NodeProcess> spares = new LinkedBlockingQueue<>();
    BlockingQueue<NodeProcess> started = new LinkedBlockingQueue<>();
    try (Supervisor supervisor =
        new Supervisor(gently -> sleeping("spare", spares), nodes -> Map.of(), NOBODY)) {
      supervisor.keep(List.of("node"), true, () -> sleeping("node", started));
      assertThat(supervisor.hasSpare()).isTrue();

      NodeProcess first = spares.take();
      first.kill();
      first.close();
      assertThat(supervisor.hasSpare()).isFalse();

      assertThat(spares.poll(20, TimeUnit.SECONDS)).isNotNull();
      assertThat(supervisor.hasSpare()).isTrue();
    }
  }

  private NodeProcess sleeping(String name, BlockingQueue<NodeProcess> started) {
    NodeProcess process =
        NodeProcess.run(name, List.of("sleep", "100"), folder.resolve("log").toFile());
    started.add(process);
    return process;
  }

  @Test
  void whatKeepsEndingWaitsLongerEachTimeAndIsGivenUpAtLast() {
    long lifeNs = 3_000_000_000L; // a Java process that cannot open its bus
    Restarts restarts = new Restarts(0);
    List<Long> waitsMs = new ArrayList<>();
    long nowNs = 0;
    while (!restarts.isGivenUp()) {
      nowNs += lifeNs;
      restarts.ended(nowNs);
      waitsMs.add(restarts.backoffNs() / 1_000_000);
      nowNs += restarts.backoffNs();
      restarts.started(nowNs);
    }

    assertThat(waitsMs)
        .containsExactly(0L, 250L, 500L, 1000L, 2000L, 4000L, 8000L, 16_000L, 16_000L, 16_000L);
  }

  @Test
  void whoLivesForAMinuteStartsWithAClearRecord() {
    Restarts restarts = new Restarts(0);
    long nowNs = 0;
    for (int i = 0; i < 100; i++) {
      nowNs += 61_000_000_000L;
      restarts.ended(nowNs);
      restarts.started(nowNs);
    }

    assertThat(restarts.isGivenUp()).isFalse();
    assertThat(restarts.backoffNs()).isZero();
  }
}
