package io.camber.bus.shm;

import io.camber.bus.transport.Wire;
import io.camber.bus.transport.WireConformance;
import io.camber.bus.transport.WireListener;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

final class SharedMemoryWireTest extends WireConformance {
  @TempDir
  private Path directory;

  @Override
  protected Wire create(WireListener listener) {
    return SharedMemoryWire.open(
        SharedMemoryConfig.of("test").withRoot(directory.resolve("bus")), listener);
  }
}
