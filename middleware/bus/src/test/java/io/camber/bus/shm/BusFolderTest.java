package io.camber.bus.shm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
  void findsNothingWhereNobodyEverWas() throws IOException {
    assertThat(BusFolder.find(directory.resolve("bus"))).isEmpty();
    assertThat(Files.exists(directory.resolve("bus"))).isFalse();
  }
}
