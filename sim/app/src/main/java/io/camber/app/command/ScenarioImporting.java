package io.camber.app.command;

import io.camber.diagnostics.InputException;
import io.camber.importing.ImportedScenario;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Other people's recordings as scenarios: all files are read before the first is written. */
@Command(
    name = "import",
    description =
        "Makes scenarios and maps of recorded traffic (CommonRoad XML): road users drive as recorded, the ego is free.",
    mixinStandardHelpOptions = true)
final class ScenarioImporting implements Callable<Integer> {
  @Spec
  private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "FILE", arity = "1..*", description = "recordings")
  private List<Path> files = List.of();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = ".",
      description = "folder for the files (default: here)")
  private Path out = Path.of(".");

  @Option(names = "--force", description = "replaces files that are there")
  private boolean force;

  @Override
  public Integer call() throws IOException {
    List<ImportedScenario> read = new ArrayList<>();
    for (Path file : files) {
      ImportedScenario scenario = ImportedScenario.read(file);
      requireFree(scenario);
      read.add(scenario);
    }
    Files.createDirectories(out);
    PrintWriter writer = spec.commandLine().getOut();
    for (ImportedScenario scenario : read) {
      write(scenario.name() + ".xodr", scenario.map());
      Path file = write(scenario.name() + ".xosc", scenario.scenario());
      writer.println(file + ": " + scenario.about());
      if (!scenario.skipped().isEmpty()) {
        writer.println("  not imported: " + String.join(", ", scenario.skipped()));
      }
    }
    writer.flush();
    return ExitCode.OK;
  }

  private void requireFree(ImportedScenario scenario) {
    for (String ending : List.of(".xodr", ".xosc")) {
      Path file = out.resolve(scenario.name() + ending);
      if (!force && Files.exists(file)) {
        throw new InputException(file + ": is there already; --force replaces it");
      }
    }
  }

  private Path write(String name, String text) throws IOException {
    Path file = out.resolve(name);
    Path part = Files.writeString(out.resolve(name + ".part"), text);
    return Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
  }
}
