package io.camber.app.command.jury;

import io.camber.app.blame.Blame;
import io.camber.app.blame.BlameCampaign;
import io.camber.app.blame.BlameReport;
import io.camber.app.blame.BlamedReport;
import io.camber.app.command.option.ExitCode;
import io.camber.app.command.option.OutputFile;
import io.camber.app.command.option.ThreadChoice;
import io.camber.app.simulation.RecordedRun;
import io.camber.app.simulation.Simulation;
import io.camber.diagnostics.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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
      "  camber blame --library scenarios/faults.tsv --out blamed --for 100    known faults: who is blamed; the same command goes on",
      "",
      "Writes blame.json and blame.html into the run folder, and a paragraph into its report. docs/blame.md says what a twin is."
    })
public final class BlameCommand implements Callable<Integer> {
  @Parameters(paramLabel = "RUN", arity = "0..1", description = "run folder")
  private @Nullable Path run;

  @Option(
      names = "--event",
      paramLabel = "N",
      description = "which of its hard events (default: 1)")
  private int event = 1;

  @Option(
      names = "--what-if",
      description =
          "also ask whether no latency, prompt actuators or an oracle would have avoided it")
  private boolean whatIf;

  @Mixin
  private ThreadChoice threads = new ThreadChoice();

  @Option(
      names = "--library",
      paramLabel = "FILE",
      description =
          "instead of a run: a file of known faults; tells how often the right one is blamed")
  private @Nullable Path library;

  @Option(names = "--out", paramLabel = "DIR", description = "folder of the library's verdicts")
  private Path out = Path.of("blamed");

  @Option(
      names = "--for",
      paramLabel = "S",
      description = "begin no further fault of the library after so many seconds")
  private double forS = Double.POSITIVE_INFINITY;

  @Spec
  private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException {
    Path faults = library;
    if (faults != null) {
      return campaign(faults);
    }
    Path folder = run;
    if (folder == null) {
      throw new InputException("name a run folder, or a library of faults with --library");
    }
    return blame(folder);
  }

  private int campaign(Path faults) throws IOException {
    var print = spec.commandLine().getOut();
    if (Files.exists(out) && !Files.isDirectory(out)) {
      throw new InputException(out + ": is a file; --out names the folder of the verdicts");
    }
    BlameCampaign campaign = BlameCampaign.open(faults, out, line -> {
      print.println(line);
      print.flush();
    });
    boolean complete = campaign.run(forS);
    print.print(campaign.report().text());
    OutputFile.write(out.resolve("index.html"), campaign.report().toHtml());
    print.println("  " + out.resolve("index.html"));
    print.flush();
    return complete ? ExitCode.OK : ExitCode.INTERRUPTED;
  }

  private int blame(Path folder) {
    RecordedRun recorded = RecordedRun.read(folder);
    OutputFile.requireWritable(folder.resolve("blame.json"));
    OutputFile.requireWritable(folder.resolve("blame.html"));
    Blame blame = new Blame(
        () -> new Simulation(recorded.options().forRerun(threads.count(), Optional.empty())));
    Blame.Finding found = blame.of(event, Optional.of(recorded.hash()));
    Blame.Finding finding = whatIf ? blame.whatIf(found) : found;
    var print = spec.commandLine().getOut();
    print.println(BlameReport.text(finding));
    finding
        .attribution()
        .shares()
        .forEach((component, share) -> print.println(
            String.format(Locale.ROOT, "  %-14s %3.0f %%", component.label(), 100.0 * share)));
    OutputFile.write(folder.resolve("blame.json"), BlameReport.toJson(finding));
    OutputFile.write(
        folder.resolve("blame.html"),
        BlameReport.toHtml(finding, String.valueOf(folder.getFileName())));
    BlamedReport.update(folder);
    print.println("  " + folder.resolve("blame.html"));
    print.flush();
    return ExitCode.OK;
  }
}
