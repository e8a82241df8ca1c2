package io.camber.app.rig;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A folder with one log per node process. Only what somebody wrote outlives it. */
record NodeLogs(Path folder) implements AutoCloseable {
  static NodeLogs create() {
    try {
      return new NodeLogs(Files.createTempDirectory("camber-nodes-"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  File file(String node) {
    return folder.resolve(node + ".log").toFile();
  }

  /** Removes the logs that are empty, and the folder when none is left. */
  @Override
  public void close() {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try {
      boolean isSilent = true;
      try (DirectoryStream<Path> logs = Files.newDirectoryStream(folder)) {
        for (Path log : logs) {
          isSilent &= Files.size(log) == 0 && Files.deleteIfExists(log);
        }
      }
      if (isSilent) {
        Files.delete(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
