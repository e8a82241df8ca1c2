package io.camber.mcap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.camber.mcap.tool.WholeFile;
import java.io.IOException;
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
