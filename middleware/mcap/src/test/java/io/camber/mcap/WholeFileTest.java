package io.camber.mcap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.camber.mcap.tool.WholeFile;
import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class WholeFileTest {
  @TempDir
  private Path folder;

  @Test
  void whatIsThereStaysUntilTheNewOneIsWhole() throws IOException {
    Path target = Files.writeString(folder.resolve("a.mcap"), "old");

    try (WholeFile whole = WholeFile.of(target)) {
      Files.writeString(whole.place(), "new");
      assertThat(target).hasContent("old");
      whole.finish();
    }

    assertThat(target).hasContent("new");
    assertThat(folder.toFile().list()).containsExactly("a.mcap");
  }

  @Test
  void whatIsNotFinishedIsTakenAway() throws IOException {
    Path target = folder.resolve("a.mcap");

    try (WholeFile whole = WholeFile.of(target)) {
      Files.writeString(whole.place(), "half");
    }

    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void aLinkStaysALinkAndItsFileIsReplaced() throws IOException {
    Path file = Files.writeString(folder.resolve("real.mcap"), "old");
    Path link = Files.createSymbolicLink(folder.resolve("link.mcap"), file);

    try (WholeFile whole = WholeFile.of(link)) {
      Files.writeString(whole.place(), "new");
      whole.finish();
    }

    assertThat(link).isSymbolicLink();
    assertThat(file).hasContent("new");
  }

  @Test
  void aLinkToAFileThatIsNotThereStaysALinkAndItsFileIsMade() throws IOException {
    Path real = Files.createDirectory(folder.resolve("elsewhere")).resolve("real.mcap");
    Path second =
        Files.createSymbolicLink(folder.resolve("elsewhere/second.mcap"), Path.of("real.mcap"));
    Path link =
        Files.createSymbolicLink(folder.resolve("link.mcap"), Path.of("elsewhere/second.mcap"));

    try (WholeFile whole = WholeFile.of(link)) {
      Files.writeString(whole.place(), "new");
      whole.finish();
    }

    assertThat(link).isSymbolicLink();
    assertThat(second).isSymbolicLink();
    assertThat(real).isRegularFile().hasContent("new");
  }

  @Test
  void linksInACircleAreRefused() throws IOException {
    Path link = Files.createSymbolicLink(folder.resolve("a"), Path.of("b"));
    Files.createSymbolicLink(folder.resolve("b"), Path.of("a"));

    assertThatThrownBy(() -> WholeFile.of(link)).isInstanceOf(FileSystemLoopException.class);
  }

  @Test
  void aFileBelowDevIsAFileAndIsWrittenWholeOrNotAtAll() throws IOException {
    Path shared = Path.of("/dev/shm");
    assumeTrue(Files.isWritable(shared), "needs /dev/shm");
    Path inMemory = Files.createTempDirectory(shared, "camber-test");
    Path target = Files.writeString(inMemory.resolve("a.mcap"), "old");
    try {
      assertThat(WholeFile.isStream(target)).isFalse();
      assertThat(WholeFile.isStream(Path.of("/dev/null"))).isTrue();
      try (WholeFile whole = WholeFile.of(target);
          WholeFile scratch = WholeFile.scratch(target)) {
        Files.writeString(whole.place(), "half");
        Files.writeString(scratch.place(), "scratch");
        assertThat(target).hasContent("old");
      }
      assertThat(inMemory.toFile().list()).containsExactly("a.mcap");
      assertThat(target).hasContent("old");
    } finally {
      Files.delete(target);
      Files.delete(inMemory);
    }
  }

  @Test
  void whatAKilledProcessOfTheSameNumberLeftIsNotTaken() throws IOException {
    Path target = folder.resolve("a.mcap");
    Path left = Files.writeString(
        folder.resolve("a.mcap." + ProcessHandle.current().pid() + ".part"), "left");

    try (WholeFile whole = WholeFile.of(target);
        WholeFile second = WholeFile.of(target)) {
      assertThat(whole.place()).isNotEqualTo(second.place()).isEmptyFile();
      Files.writeString(whole.place(), "new");
      whole.finish();
    }

    assertThat(target).hasContent("new");
    assertThat(left).hasContent("left");
    assertThat(folder.toFile().list()).hasSize(2);
  }

  @Test
  void anEmptyFolderIsNotReplaced() throws IOException {
    Path target = Files.createDirectory(folder.resolve("a.mcap"));

    try (WholeFile whole = WholeFile.of(target)) {
      Files.writeString(whole.place(), "new");
      assertThatThrownBy(whole::finish).isInstanceOf(IOException.class);
    }

    assertThat(target).isEmptyDirectory();
    assertThat(folder.toFile().list()).containsExactly("a.mcap");
  }

  @Test
  void aPartOfAnotherProcessIsNotTouched() throws IOException {
    Path recording = Files.writeString(folder.resolve("a.mcap.part"), "a killed recording");

    try (WholeFile whole = WholeFile.of(folder.resolve("a.mcap"))) {
      Files.writeString(whole.place(), "new");
      whole.finish();
    }

    assertThat(recording).hasContent("a killed recording");
    assertThat(folder.resolve("a.mcap")).hasContent("new");
  }
}
