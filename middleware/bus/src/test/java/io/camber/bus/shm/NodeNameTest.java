package io.camber.bus.shm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.camber.bus.transport.WireException;
import io.camber.bus.transport.WireListener;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A name is free when its owner is dead, also while somebody else is looking at that. */
@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class NodeNameTest {
  /** Much longer than a burial, much shorter than a newcomer waits for one. */
  private static final long LOOK_NS = 30_000_000;

  @TempDir
  private Path directory;

  @Test
  void theDeadWhoAreBeingLookedAtMakeWayForTheirSuccessor() throws Exception {
    Path root = directory.resolve("bus");
    try (Child child = Child.start(root, "publish", "victim", 3, 300)) {
      child.await("ready");
      child.kill();
    }
    FileChannel looked = FileChannel.open(
        root.resolve("test").resolve("victim.lock"),
        StandardOpenOption.READ,
        StandardOpenOption.WRITE);
    FileLock look = looked.lock();
    Thread looker = new Thread(() -> letGo(look));
    looker.start();

    try (SharedMemoryWire wire =
        SharedMemoryWire.open(ChildMain.config(root), WireListener.SILENT)) {
      wire.openWriter(ChildMain.ALL, "victim");

      assertThat(wire.endpoints()).singleElement().matches(end -> end.node().equals("victim"));
    }
    looker.join();
    looked.close();
  }

  private static void letGo(FileLock look) {
    LockSupport.parkNanos(LOOK_NS);
    try {
      look.release();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void theLivingKeepIt() throws Exception {
    Path root = directory.resolve("bus");
    try (Child child = Child.start(root, "publish", "owner", 3, 300);
        SharedMemoryWire wire =
            SharedMemoryWire.open(ChildMain.config(root), WireListener.SILENT)) {
      child.await("ready");

      assertThatThrownBy(() -> wire.openWriter(ChildMain.ALL, "owner"))
          .isInstanceOf(WireException.class)
          .hasMessageContaining("taken by a living process");
    }
  }
}
