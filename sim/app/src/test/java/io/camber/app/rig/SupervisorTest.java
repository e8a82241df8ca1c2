package io.camber.app.rig;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
final class SupervisorTest {
  @TempDir
  private Path folder;

  @Test
  void aKilledProcessComesBack() throws InterruptedException {
    BlockingQueue<NodeProcess> started = new LinkedBlockingQueue<>();
    try (Supervisor supervisor = new Supervisor(gently -> idle("spare"), nodes -> Map.of())) {
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
  void whatKeepsEndingWaitsLongerEachTime() {
    assertThat(Supervisor.backoffNs(1)).isZero();
    assertThat(Supervisor.backoffNs(2)).isEqualTo(250_000_000L);
    assertThat(Supervisor.backoffNs(3)).isEqualTo(500_000_000L);
    assertThat(Supervisor.backoffNs(20)).isEqualTo(16_000_000_000L);
  }
}
