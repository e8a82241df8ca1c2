package io.camber.bus.remote;

import io.camber.bus.shm.SharedMemoryConfig;
import io.camber.bus.shm.SharedMemoryWire;
import io.camber.bus.transport.Wire;
import io.camber.bus.transport.WireListener;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

final class LockstepOverSharedMemoryTest extends LockstepAcrossWires {
  @TempDir
  private Path directory;

  @Override
  Wire join(WireListener listener) {
    return SharedMemoryWire.open(
        SharedMemoryConfig.of("lockstep").withRoot(directory.resolve("bus")), listener);
  }
}
