package io.camber.app.scratch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

final class ScratchFolderTest {
  @Test
  void isGoneWithAllThatIsInIt() throws IOException {
    Path path;
    try (ScratchFolder scratch = ScratchFolder.create("camber-test")) {
      path = scratch.path();
      Files.writeString(Files.createDirectories(path.resolve("a/b")).resolve("file"), "text");
      assertThat(path).isDirectoryRecursivelyContaining(file -> file.endsWith("a/b/file"));
    }

    assertThat(path).doesNotExist();
  }

  @Test
  void doesNotMindThatItIsGoneAlready() throws IOException {
    try (ScratchFolder scratch = ScratchFolder.inMemory("camber-test")) {
      ScratchFolder.delete(scratch.path());

      assertThat(scratch.path()).doesNotExist();
    }
  }
}
