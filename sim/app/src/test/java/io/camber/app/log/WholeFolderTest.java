package io.camber.app.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class WholeFolderTest {
  @TempDir
  private Path folder;

  private static void fill(Path target, boolean finish) throws IOException {
    try (WholeFolder whole = WholeFolder.of(target)) {
      Files.writeString(whole.file("a.png"), "new");
      if (finish) {
        whole.finish();
      }
    }
  }

  @Test
  void whatAKilledProcessLeftDoesNotBecomePartOfANewFolder() throws IOException {
    Path left =
        Files.createDirectory(folder.resolve("images." + ProcessHandle.current().pid() + ".part"));
    Files.writeString(left.resolve("old.png"), "left");

    fill(folder.resolve("images"), true);

    assertThat(folder.resolve("images").toFile().list()).containsExactly("a.png");
    assertThat(left.toFile().list()).containsExactly("old.png");
  }

  @Test
  void aLinkToAFolderOnAnotherFileSystemIsFilled() throws IOException {
    Path shared = Path.of("/dev/shm");
    assumeTrue(
        Files.isWritable(shared) && !Files.getFileStore(shared).equals(Files.getFileStore(folder)),
        "needs /dev/shm beside another file system");
    Path real = Files.createTempDirectory(shared, "camber-test");
    Path link = Files.createSymbolicLink(folder.resolve("images"), real);
    try {
      fill(link, false);
      assertThat(real).isEmptyDirectory();

      fill(link, true);

      assertThat(link).isSymbolicLink();
      assertThat(real.toFile().list()).containsExactly("a.png");
      assertThat(folder.toFile().list()).containsExactly("images");
    } finally {
      Files.deleteIfExists(real.resolve("a.png"));
      Files.delete(real);
    }
  }

  @Test
  void aLinkToAFolderThatIsNotThereStaysALink() throws IOException {
    Path link = Files.createSymbolicLink(folder.resolve("images"), Path.of("real"));

    fill(link, true);

    assertThat(link).isSymbolicLink();
    assertThat(folder.resolve("real").toFile().list()).containsExactly("a.png");
  }
}
