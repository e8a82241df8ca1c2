package io.camber.bus.shm;

import static org.assertj.core.api.Assertions.assertThat;

import io.camber.bus.transport.WireListener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a process that joined nothing can tell of a bus, and give back. */
@Timeout(60)
final class BusFolderTest {
  @TempDir
  private Path directory;

  private BusFolder look() throws IOException {
    List<BusFolder> found = BusFolder.find(directory.resolve("bus"));
    assertThat(found).hasSize(1);
    return found.get(0);
  }

  @Test
  void tellsTheLivingFromTheDeadAndBuriesTheDeadAlone() throws Exception {
    try (Child living = Child.start(directory.resolve("bus"), "publish", "living", 3, 300)) {
      living.await("ready");
      try (Child dead = Child.start(directory.resolve("bus"), "publish", "dead", 3, 40_000)) {
        dead.await("ready");
        assertThat(look().living()).containsExactly("dead", "living");
        living.signal("STOP"); // nobody is left who would bury
      }

      BusFolder before = look();
      long freed = before.clean();
      BusFolder after = look();
      living.signal("CONT");

      assertThat(before.living()).containsExactly("living");
      assertThat(before.dead()).containsExactly("dead");
      assertThat(after.living()).containsExactly("living");
      assertThat(after.dead()).isEmpty();
      assertThat(after.stale()).isEmpty();
      assertThat(freed).isEqualTo(before.bytes() - after.bytes()).isPositive();
      assertThat(after.path()).exists();
    }
  }

  @Test
  void aBusIsTakenAwayOnlyWhenNobodyHasAnythingInIt() throws Exception {
    Path bus = directory.resolve("bus");
    try (Child node = Child.start(bus, "publish", "node", 3, 40_000)) {
      node.await("ready");
      look().removeIfEmpty();
      assertThat(look().living()).containsExactly("node");
    }
    look().removeIfEmpty();
    assertThat(look().dead()).as("what a dead node left is for others to bury").isNotEmpty();

    look().clean();
    look().removeIfEmpty();

    assertThat(BusFolder.find(bus)).isEmpty();
  }

  /** A file that is not what a reader leaves spoils the view of no bus. */
  @Test
  void seesPastReadersFilesThatMakeNoSense() throws IOException {
    Path bus = directory.resolve("bus");
    SharedMemoryWire.open(ChildMain.config(bus), WireListener.SILENT).close();
    Path folder = bus.resolve("test");
    Path open = make(folder.resolve("gone~+all~1.in"), "rw-r--r--");
    Files.write(open, new byte[PositionFile.LENGTH]);
    make(folder.resolve("gone~+all~2.in"), "rw-------");

    BusFolder found = look();

    assertThat(found.stale()).containsExactlyInAnyOrder("gone~+all~1.in", "gone~+all~2.in");
    assertThat(found.harmed()).containsExactly("gone~+all~1.in");
    found.clean();
    assertThat(open).doesNotExist();
  }

  private static Path make(Path file, String mode) throws IOException {
    Files.createFile(file);
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
  }

  @Test
  void findsNothingWhereNobodyEverWas() throws IOException {
    assertThat(BusFolder.find(directory.resolve("bus"))).isEmpty();
    assertThat(Files.exists(directory.resolve("bus"))).isFalse();
  }
}
