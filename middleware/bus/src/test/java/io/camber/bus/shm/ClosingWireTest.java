package io.camber.bus.shm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 120, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class ClosingWireTest {
  @TempDir
  private Path directory;

  @Test
  void aProcessOutlivesWiresThatCloseUnderItsSendersAndReaders() throws IOException {
    try (Child child = Child.start(directory.resolve("bus"), "close", 200)) {
      assertThat(child.await("closed 200 after ")).matches("[1-9]\\d{2,}");
    }
  }
}
