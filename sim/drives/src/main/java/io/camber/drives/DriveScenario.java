package io.camber.drives;

import io.camber.diagnostics.InputException;
import io.camber.drives.log.ImportProgress;
import io.camber.drives.scenario.ScenarioExtract;
import io.camber.importing.ImportedScenario;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** Somebody else's recording as a scenario: imported into a log that is thrown away, and extracted from there. */
public final class DriveScenario {
  private DriveScenario() {}

  /**
   * Reads a recording that has a map and labelled road users.
   *
   * @param reactiveM how far the free car may depart before vehicles react; absent: they never do
   */
  public static ImportedScenario read(Path source, OptionalDouble reactiveM) throws IOException {
    Path log = Files.createTempFile("camber-scenario", ".mcap");
    try {
      ImportReport report = DriveImport.run(source, ImportChoice.NONE, log, ImportProgress.SILENT);
      ImportedScenario scenario;
      try {
        scenario = ScenarioExtract.of(log, name(source), ScenarioExtract.Span.ALL, reactiveM);
      } catch (InputException e) {
        throw new InputException(
            String.valueOf(e.getMessage()).replace(log.toString(), source.toString()), e);
      }
      List<String> skipped = new ArrayList<>(scenario.skipped());
      report.skipped().forEach((what, count) -> skipped.add(what + " x " + count));
      return new ImportedScenario(
          scenario.name(),
          scenario.scenario().replace(String.valueOf(log.getFileName()), report.about()),
          scenario.map(),
          report.about() + ": " + scenario.about(),
          skipped);
    } finally {
      Files.deleteIfExists(log);
    }
  }

  /** The folder's or file's own name, as a name of files. */
  private static String name(Path source) {
    String own = String.valueOf(source.toAbsolutePath().normalize().getFileName());
    return own.replaceAll("[^A-Za-z0-9_.-]", "_");
  }
}
