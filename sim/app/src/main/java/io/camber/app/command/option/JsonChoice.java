package io.camber.app.command.option;

import java.nio.file.Path;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where what a command found goes for programs, if anywhere. */
public final class JsonChoice {
  @Option(names = "--json", paramLabel = "FILE", description = "write it for programs")
  private @Nullable Path file;

  /** Refuses a place that cannot be written, or is a source; before any work is done. */
  public void requireWritable(Path... sources) {
    OutputFile.requireWritable(file, sources);
  }

  public void write(Supplier<String> json) {
    if (file != null) {
      OutputFile.write(file, json.get());
    }
  }
}
