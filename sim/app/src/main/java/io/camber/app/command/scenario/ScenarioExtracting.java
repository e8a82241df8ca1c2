package io.camber.app.command.scenario;

import io.camber.app.command.option.ExitCode;
import io.camber.diagnostics.InputException;
import io.camber.drives.scenario.ScenarioExtract;
import io.camber.importing.ImportedScenario;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** A stretch of a drive, ours or an imported one, as a scenario. */
@Command(
    name = "extract",
    description = {
      "Makes a scenario of a drive: road users follow what the log's truth says they did, the ego starts where it was and is",
      "free. With --reactive vehicles keep their lanes and distances by themselves once the ego has gone another way."
    },
    mixinStandardHelpOptions = true)
final class ScenarioExtracting implements Callable<Integer> {
  @Spec
  private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "RUN|LOG", description = "folder of a run, or a log (MCAP)")
  private Path source = Path.of(".");

  @Option(
      names = "--from",
      paramLabel = "S",
      defaultValue = "0",
      description = "seconds into the drive")
  private double fromS;

  @Option(
      names = "--to",
      paramLabel = "S",
      description = "seconds into the drive (default: its end)")
  private @Nullable Double toS;

  @Option(
      names = "--reactive",
      paramLabel = "METRES",
      description = "vehicles react once the ego departs this far from where it was")
  private @Nullable Double reactiveM;

  @Option(
      names = "--name",
      paramLabel = "NAME",
      description = "of the files (default: the source's)")
  private @Nullable String name;

  @Mixin
  private ScenarioOutput output = new ScenarioOutput();

  @Override
  public Integer call() throws IOException {
    Path log = Files.isDirectory(source) ? source.resolve("drive.mcap") : source;
    if (!Files.isRegularFile(log)) {
      throw new InputException(log + ": there is no such log");
    }
    if (reactiveM != null && !(reactiveM > 0.0 && Double.isFinite(reactiveM))) {
      throw new InputException("--reactive " + reactiveM + " is not above 0 metres");
    }
    output.requireFolder();
    ImportedScenario scenario = ScenarioExtract.of(
        log, chosenName(), new ScenarioExtract.Span(fromS, optional(toS)), optional(reactiveM));
    output.requireFree(scenario);
    output.write(scenario, spec.commandLine().getOut());
    return ExitCode.OK;
  }

  private String chosenName() {
    String chosen = name != null
        ? name
        : String.valueOf(source.toAbsolutePath().normalize().getFileName())
            .replaceFirst("\\.mcap$", "");
    if (!chosen.matches("[A-Za-z0-9_.-]+")) {
      throw new InputException("--name '" + chosen + "' cannot be the name of a file");
    }
    return chosen;
  }

  private static OptionalDouble optional(@Nullable Double value) {
    return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
  }
}
