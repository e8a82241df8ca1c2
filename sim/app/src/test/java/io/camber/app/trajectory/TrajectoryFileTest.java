package io.camber.app.trajectory;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TrajectoryFileTest {
  @TempDir
  private Path folder;

  @Test
  void aFileThatWasFinishedIsThere() throws IOException {
    Path path = folder.resolve("below").resolve("motion.csv");
    try (TrajectoryFile file = TrajectoryFile.open(Optional.of(path))) {
      file.write(0L, List.of());
      assertThat(path).doesNotExist();
      file.finish();
    }

    assertThat(path).content().startsWith("time,name,x,y");
    assertThat(folder.resolve("below").toFile().list()).containsExactly("motion.csv");
  }

  @Test
  void ofAFileThatWasGivenUpNothingIsLeftAndTheOldOneStays() throws IOException {
    Path path = Files.writeString(folder.resolve("motion.csv"), "before");
    try (TrajectoryFile file = TrajectoryFile.open(Optional.of(path))) {
      file.write(0L, List.of());
    }

    assertThat(path).content().isEqualTo("before");
    assertThat(folder.toFile().list()).containsExactly("motion.csv");
  }
}
