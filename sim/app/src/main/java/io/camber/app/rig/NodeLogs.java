package io.camber.app.rig;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A folder with one log per node process. */
record NodeLogs(Path folder) {
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
}
