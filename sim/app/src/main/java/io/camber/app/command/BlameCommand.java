package io.camber.app.command;

import io.camber.app.blame.Blame;
import io.camber.app.blame.BlameReport;
import io.camber.app.simulation.RecordedRun;
import io.camber.app.simulation.Simulation;
import io.camber.diagnostics.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Who is to blame for what went wrong in a run. */
@Command(
    name = "blame",
    description =
        "Makes a run again with components replaced by ideal twins and tells whose fault a hard event was.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Examples:",
      "  camber blame runs/20261126-1200-cut-in",
      "  camber blame runs/20261126-1200-cut-in --event 2",
      "",
      "Writes blame.json and blame.html into the run folder. docs/blame.md says what a twin is."
    })
final class BlameCommand implements Callable<Integer> {
  @Parameters(paramLabel = "RUN", description = "run folder")
  private Path run = Path.of("");

  @Option(
      names = "--event",
      paramLabel = "N",
      description = "which of its hard events (default: 1)")
  private int event = 1;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "threads that run nodes (default: cores)")
  private int threads = Math.min(4, Runtime.getRuntime().availableProcessors());

  @Spec
  private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    RecordedRun recorded = RecordedRun.read(run);
    Blame blame =
        new Blame(() -> new Simulation(recorded.options().forRerun(threads, Optional.empty())));
    Blame.Finding finding = blame.of(event, Optional.of(recorded.hash()));
    var out = spec.commandLine().getOut();
    out.println(BlameReport.text(finding));
    finding
        .attribution()
        .shares()
        .forEach((component, share) -> out.println(String.format(
            java.util.Locale.ROOT, "  %-14s %3.0f %%", component.label(), 100.0 * share)));
    try {
      Files.writeString(run.resolve("blame.json"), BlameReport.toJson(finding));
      Files.writeString(
          run.resolve("blame.html"),
          BlameReport.toHtml(finding, String.valueOf(run.getFileName())));
    } catch (IOException e) {
      throw new InputException(run + ": cannot be written: " + e.getMessage(), e);
    }
    out.println("  " + run.resolve("blame.html"));
    out.flush();
    return ExitCode.OK;
  }
}
