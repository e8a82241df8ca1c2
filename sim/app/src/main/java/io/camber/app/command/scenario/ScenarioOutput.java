package io.camber.app.command.scenario;

import io.camber.app.command.option.OutputFile;
import io.camber.diagnostics.InputException;
import io.camber.importing.ImportedScenario;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;

/** Where scenarios that were made of recordings go, each with its map. */
final class ScenarioOutput {
  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = ".",
      description = "folder for the files (default: here)")
  private Path folder = Path.of(".");

  @Option(names = "--force", description = "replaces files that are there")
  private boolean force;

  /** Refuses what is no folder, before any work is done. */
  void requireFolder() {
    if (Files.exists(folder) && !Files.isDirectory(folder)) {
      throw new InputException(folder + ": is a file; --out names a folder");
    }
  }

  void requireFree(ImportedScenario scenario) {
    for (String ending : List.of(".xodr", ".xosc")) {
      Path file = folder.resolve(scenario.name() + ending);
      if (!force && Files.exists(file)) {
        throw new InputException(file + ": is there already; --force replaces it");
      }
    }
  }

  void write(ImportedScenario scenario, PrintWriter to) throws IOException {
    Files.createDirectories(folder);
    write(scenario.name() + ".xodr", scenario.map());
    Path file = write(scenario.name() + ".xosc", scenario.scenario());
    to.println(file + ": " + scenario.about());
    if (!scenario.skipped().isEmpty()) {
      to.println("  not imported: " + String.join(", ", scenario.skipped()));
    }
    to.flush();
  }

  private Path write(String name, String text) {
    Path file = folder.resolve(name);
    OutputFile.write(file, text);
    return file;
  }
}
