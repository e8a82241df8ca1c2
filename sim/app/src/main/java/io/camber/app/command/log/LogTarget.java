package io.camber.app.command.log;

import io.camber.app.command.option.OutputFile;
import io.camber.app.command.option.Replacement;
import io.camber.diagnostics.InputException;
import io.camber.mcap.Compression;
import io.camber.mcap.McapConfig;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The file that a command makes. */
final class LogTarget {
  @Option(
      names = {"-o", "--out"},
      paramLabel = "FILE",
      required = true,
      description = "the new file; it gets its name when it is complete")
  private Path file = Path.of("");

  @Option(
      names = "--compression",
      paramLabel = "KIND",
      defaultValue = "lz4",
      description = "none, lz4 or zstd (default: ${DEFAULT-VALUE})")
  private String compression = "lz4";

  @Option(
      names = "--chunk",
      paramLabel = "MB",
      defaultValue = "4",
      description = "size of chunks (default: ${DEFAULT-VALUE})")
  private int chunkMb = 4;

  @Mixin
  private Replacement replacement = new Replacement();

  /** Refuses a target that is there or is a source. */
  void check(List<Path> sources) {
    OutputFile.requireFree(file, replacement, sources);
  }

  Path file() {
    return file;
  }

  McapConfig config() {
    try {
      return McapConfig.indexed(Compression.valueOf(compression.toUpperCase(Locale.ROOT)))
          .withChunkBytes(Math.multiplyExact(chunkMb, 1 << 20));
    } catch (IllegalArgumentException | ArithmeticException e) {
      throw new InputException(
          "--compression " + compression + " --chunk " + chunkMb
              + ": compression is none, lz4 or zstd, a chunk has 1 to 2047 MB",
          e);
    }
  }
}
