package io.camber.app.command.option;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FileTroubleTest {
  @TempDir
  private Path folder;

  @Test
  void whatTheSystemRefusesIsSaidWithTheFile() {
    Path missing = folder.resolve("gone.mcap");
    Throwable gone = Assertions.catchThrowable(() -> Files.newInputStream(missing));
    assertThat(FileTrouble.of(gone)).contains(missing + ": no such file or folder");

    Throwable there = Assertions.catchThrowable(() -> Files.createDirectory(folder));
    assertThat(FileTrouble.of(there)).contains(folder + ": is there already; choose another name");

    Throwable below = Assertions.catchThrowable(() ->
        Files.newInputStream(Files.writeString(folder.resolve("file"), "x").resolve("below")));
    assertThat(FileTrouble.of(below)).contains(folder.resolve("file/below") + ": Not a directory");
  }

  @Test
  void rightsAndAFullDiskAreTheUsersAndOtherFaultsAreNot() {
    IOException denied = new AccessDeniedException("a.mcap");
    assertThat(FileTrouble.of(new UncheckedIOException(denied)))
        .contains("a.mcap: access is denied; look at its owner and rights");
    assertThat(FileTrouble.of(new IOException("No space left on device")))
        .contains("the disk refuses: No space left on device");
    IOException full = new IOException("No space left on device");
    assertThat(FileTrouble.of(new UncheckedIOException(new IOException("while drawing", full))))
        .contains("the disk refuses: No space left on device");
    assertThat(FileTrouble.of(new IOException("odd"))).isEmpty();
    assertThat(FileTrouble.of(new IllegalStateException("odd"))).isEmpty();
  }
}
