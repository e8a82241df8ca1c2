package io.camber.app.command.scenario;

import io.camber.app.command.option.OutputFile;
import io.camber.diagnostics.InputException;
import io.camber.importing.ImportedScenario;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Writes scenarios that were made of recordings, each with its map. */
final class ScenarioOutput {
  private ScenarioOutput() {}

  static void requireFree(ImportedScenario scenario, Path folder, boolean force) {
    for (String ending : List.of(".xodr", ".xosc")) {
      Path file = folder.resolve(scenario.name() + ending);
      if (!force && Files.exists(file)) {
        throw new InputException(file + ": is there already; --force replaces it");
      }
    }
  }

  static void write(ImportedScenario scenario, Path folder, PrintWriter to) throws IOException {
    Files.createDirectories(folder);
    write(folder, scenario.name() + ".xodr", scenario.map());
    Path file = write(folder, scenario.name() + ".xosc", scenario.scenario());
    to.println(file + ": " + scenario.about());
    if (!scenario.skipped().isEmpty()) {
      to.println("  not imported: " + String.join(", ", scenario.skipped()));
    }
    to.flush();
  }

  private static Path write(Path folder, String name, String text) {
    Path file = folder.resolve(name);
    OutputFile.write(file, text);
    return file;
  }
}
