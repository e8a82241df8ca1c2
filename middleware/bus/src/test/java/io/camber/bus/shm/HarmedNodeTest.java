package io.camber.bus.shm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.camber.bus.shm.file.Mapping;
import io.camber.bus.transport.Bell;
import io.camber.bus.transport.Waiting;
import io.camber.bus.transport.WireException;
import io.camber.bus.transport.WireHeader;
import io.camber.bus.transport.WireListener;
import io.camber.bus.transport.WireReader;
import io.camber.bus.transport.WireWriter;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Somebody meddled with a node's files: what closing cannot take away keeps neither its name nor the rest. */
@Timeout(value = 30, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class HarmedNodeTest {
  @TempDir
  private Path directory;

  private Path root;

  @BeforeEach
  void place() {
    root = directory.resolve("bus");
  }

  @ParameterizedTest
  @CsvSource({
    "owner~.life, java.lang.RuntimeException",
    "owner.node, io.camber.bus.transport.WireException"
  })
  void aFileThatCannotBeDeletedLeavesTheNameFree(String file, Class<? extends Exception> thrown)
      throws IOException {
    SharedMemoryWire wire = open();
    wire.openWriter(ChildMain.ALL, "owner");
    Path obstacle = block(file);

    assertThatThrownBy(wire::close).isInstanceOf(thrown).hasMessageContaining(file);
    remove(obstacle);

    assertIsFree("owner");
  }

  @Test
  void aNameThatCouldNotBeTakenInFullIsFreeAgain() throws IOException {
    try (SharedMemoryWire wire = open()) {
      Path obstacle = file("owner~.life");
      Files.createDirectories(obstacle.resolve("inside"));

      assertThatThrownBy(() -> wire.openWriter(ChildMain.ALL, "owner"))
          .isInstanceOf(WireException.class)
          .hasMessageContaining("cannot register node owner");
      remove(obstacle);
    }

    assertIsFree("owner");
  }

  /** Before Java 22 the fault may come up behind the step it belongs to; the others are taken in any case. */
  @Test
  void aBellWhosePageWasCutTakesItsFileAway() throws IOException {
    SharedMemoryWire wire = open();
    Bell bell = wire.openBell("owner", Waiting.BLOCK);
    try (FileChannel page = FileChannel.open(file("owner.node"), StandardOpenOption.WRITE)) {
      page.truncate(0);
    }

    Throwable ofBell = catchThrowable(bell::close);
    Throwable ofWire = catchThrowable(wire::close);

    assertThat(Stream.of(ofBell, ofWire).filter(Objects::nonNull))
        .isNotEmpty()
        .allMatch(thrown -> thrown instanceof InternalError fault && Mapping.isFault(fault));
    assertThat(file("owner~0.bell")).doesNotExist();
    assertIsFree("owner");
  }

  @Test
  void aNodeWhosePageWasCutLeavesWithoutTakingOthersAlong() throws Exception {
    try (SharedMemoryWire left = open();
        SharedMemoryWire right = open()) {
      WireWriter writer = left.openWriter(ChildMain.ALL, "writer");
      WireReader reader =
          right.openReader(ChildMain.ALL, "reader", right.openBell("reader", Waiting.SPIN));
      SharedMemoryWire harmed = open();
      harmed.openWriter(ChildMain.BACK, "owner");
      left.endpoints();
      right.endpoints();
      cut("owner.node");

      assertThatThrownBy(harmed::close).isInstanceOf(InternalError.class); // its own page faults

      writer.send(new WireHeader().set(1, 0, 0), ByteBuffer.allocateDirect(8));
      int received = 0;
      while (received == 0) {
        received = reader.poll((publisher, header, payload) -> {}, 10);
      }
      assertThat(left.endpoints()).noneMatch(end -> end.node().equals("owner"));
    }
    assertIsFree("owner");
  }

  @Test
  void aDeadNodeWhosePageWasCutToNothingLeavesItsNameFree() throws Exception {
    try (Child owner = Child.start(root, "publish", "owner", 1, 64)) {
      awaitFile("owner.node");
      owner.signal("STOP");
      cut("owner.node");
    }

    assertIsFree("owner");
  }

  @Test
  void aSleeperWhosePageWasCutWakesInTimeAndSoDoOthers() throws Exception {
    try (SharedMemoryWire harmed = open()) {
      Bell bell = harmed.openBell("owner", Waiting.BLOCK);
      Bell other = harmed.openBell("other", Waiting.BLOCK);
      Thread sleeper = new Thread(() -> sleepThrough(bell, 300_000_000L));
      sleeper.start();
      TimeUnit.MILLISECONDS.sleep(100);
      cut("owner.node");

      sleeper.join();
      sleepThrough(other, 20_000_000L);

      assertThat(sleeper.isAlive()).isFalse();
    } catch (InternalError e) {
      assertThat(Mapping.isFault(e)).as("%s", e).isTrue(); // the page's, from closing
    }
  }

  /** However often it is rung meanwhile. */
  private static void sleepThrough(Bell bell, long durationNs) {
    long end = System.nanoTime() + durationNs;
    for (long left = durationNs; left > 0; left = end - System.nanoTime()) {
      bell.await(() -> false, left);
    }
  }

  private void awaitFile(String name) throws InterruptedException {
    while (!Files.exists(file(name))) {
      TimeUnit.MILLISECONDS.sleep(5);
    }
  }

  private void cut(String name) throws IOException {
    try (FileChannel page = FileChannel.open(file(name), StandardOpenOption.WRITE)) {
      page.truncate(0);
    }
  }

  private SharedMemoryWire open() {
    return SharedMemoryWire.open(ChildMain.config(root), WireListener.SILENT);
  }

  private Path file(String name) {
    return root.resolve("test").resolve(name);
  }

  /** Puts a directory, which is not deleted like a file, in a file's place. */
  private Path block(String name) throws IOException {
    Files.delete(file(name));
    Files.createDirectories(file(name).resolve("inside"));
    return file(name);
  }

  private static void remove(Path obstacle) throws IOException {
    Files.delete(obstacle.resolve("inside"));
    Files.delete(obstacle);
  }

  private void assertIsFree(String node) {
    try (SharedMemoryWire next = open()) {
      next.openWriter(ChildMain.ALL, node);
      assertThat(next.endpoints()).singleElement().matches(end -> end.node().equals(node));
    }
  }
}
