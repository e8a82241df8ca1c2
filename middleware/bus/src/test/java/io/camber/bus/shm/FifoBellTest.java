package io.camber.bus.shm;

import static org.assertj.core.api.Assertions.assertThat;

import io.camber.bus.transport.Bell;
import io.camber.bus.transport.Waiting;
import io.camber.bus.transport.WireListener;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(value = 30, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class FifoBellTest {
  private static final long WAIT_NS = 2_000_000;
  private static final int WAITS = 20;

  @TempDir
  private Path directory;

  @ParameterizedTest
  @EnumSource(names = {"BLOCK", "HYBRID"})
  void aNodeWhoseWireWasClosedUnderItDoesNotSpin(Waiting waiting) {
    Bell bell = closed(waiting);
    bell.await(() -> false, WAIT_NS); // the ring of closing
    long start = System.nanoTime();

    for (int i = 0; i < WAITS; i++) {
      bell.await(() -> false, WAIT_NS);
    }

    assertThat(System.nanoTime() - start).isGreaterThan(WAITS / 2 * WAIT_NS);
  }

  @Test
  void aWaitForEverOnAClosedBellComesBack() {
    Bell bell = closed(Waiting.BLOCK);
    bell.await(() -> false, Long.MAX_VALUE);

    bell.await(() -> false, Long.MAX_VALUE);
    bell.ring();
    bell.await(() -> false, Long.MAX_VALUE);
  }

  private Bell closed(Waiting waiting) {
    SharedMemoryWire wire =
        SharedMemoryWire.open(ChildMain.config(directory.resolve("bus")), WireListener.SILENT);
    Bell bell = wire.openBell("node", waiting);
    wire.close();
    return bell;
  }
}
