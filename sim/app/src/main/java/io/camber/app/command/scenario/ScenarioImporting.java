package io.camber.app.command.scenario;

import io.camber.app.command.option.ExitCode;
import io.camber.diagnostics.InputException;
import io.camber.drives.DriveScenario;
import io.camber.importing.ImportedScenario;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Other people's recordings as scenarios: all files are read before the first is written. */
@Command(
    name = "import",
    description =
        "Makes scenarios and maps of recorded traffic (CommonRoad XML, folders of Argoverse 2 sensor logs): road users drive"
            + " as recorded, the ego is free.",
    mixinStandardHelpOptions = true)
final class ScenarioImporting implements Callable<Integer> {
  @Spec
  private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "FILE", arity = "1..*", description = "recordings")
  private List<Path> files = List.of();

  @Option(
      names = "--reactive",
      paramLabel = "METRES",
      description = "vehicles of a log react once the ego departs this far from the recorded car")
  private @Nullable Double reactiveM;

  @Mixin
  private ScenarioOutput output = new ScenarioOutput();

  @Override
  public Integer call() throws IOException {
    output.requireFolder();
    List<ImportedScenario> read = new ArrayList<>();
    for (Path file : files) {
      ImportedScenario scenario = read(file);
      output.requireFree(scenario);
      read.add(scenario);
    }
    for (ImportedScenario scenario : read) {
      output.write(scenario, spec.commandLine().getOut());
    }
    return ExitCode.OK;
  }

  private ImportedScenario read(Path file) throws IOException {
    if (file.toString().toLowerCase(Locale.ROOT).endsWith(".xml")) {
      if (reactiveM != null) {
        throw new InputException(
            file + ": --reactive needs the way of the recording car, which CommonRoad files lack");
      }
      return ImportedScenario.read(file);
    }
    return DriveScenario.read(
        file, reactiveM == null ? OptionalDouble.empty() : OptionalDouble.of(reactiveM));
  }
}
