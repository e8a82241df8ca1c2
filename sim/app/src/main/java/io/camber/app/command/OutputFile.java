package io.camber.app.command;

import io.camber.diagnostics.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files that a command line asks for. */
final class OutputFile {
  private OutputFile() {}

  static void write(Path file, String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new InputException(
          FileTrouble.of(e).orElse(file + ": cannot be written: " + e.getMessage()), e);
    }
  }
}
