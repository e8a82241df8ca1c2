package io.camber.app.command.jury;

import io.camber.app.command.option.ExitCode;
import io.camber.app.command.option.OutputFile;
import io.camber.diagnostics.InputException;
import io.camber.jury.comparison.Comparison;
import io.camber.jury.comparison.ComparisonJson;
import io.camber.jury.comparison.ComparisonPage;
import io.camber.jury.comparison.ComparisonText;
import io.camber.jury.comparison.Gate;
import io.camber.jury.comparison.GateFile;
import io.camber.jury.comparison.Verdict;
import io.camber.jury.result.BaselineFile;
import io.camber.jury.result.RunSet;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Two sets of runs of the same scenarios. */
@Command(
    name = "compare",
    description =
        "Tells whether one set of runs drives better than another, worse, or whether that cannot be told.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footer = {
      "",
      "Examples:",
      "  camber compare sweeps/before sweeps/after",
      "  camber compare baselines/main.json suites/now --gate gates/pull-request.yaml --html compare.html",
      "  camber compare suites/now --save baselines/main.json --reason 'new tracker'",
      "",
      "Exit codes: 0 not worse, 2 bad input, 5 worse or gate broken, 6 with --strict when it cannot be told."
    })
public final class CompareCommand implements Callable<Integer> {
  @Parameters(
      index = "0",
      paramLabel = "BEFORE",
      description = "run, sweep or suite folder, folder of runs, or baseline file")
  private Path before = Path.of("");

  @Parameters(index = "1", arity = "0..1", paramLabel = "AFTER", description = "the same, later")
  private @Nullable Path after;

  @Option(names = "--gate", paramLabel = "FILE.yaml", description = "conditions that must be kept")
  private @Nullable Path gate;

  @Option(names = "--intersection", description = "leave runs out that only one side has")
  private boolean intersection;

  @Option(names = "--strict", description = "exit 6 when it cannot be told")
  private boolean strict;

  @Option(names = "--html", paramLabel = "FILE", description = "write a page")
  private @Nullable Path html;

  @Option(names = "--md", paramLabel = "FILE", description = "write the text as Markdown")
  private @Nullable Path markdown;

  @Option(names = "--json", paramLabel = "FILE", description = "write it for other programs")
  private @Nullable Path json;

  @Option(
      names = "--save",
      paramLabel = "FILE.json",
      description = "keep the one set of runs that is named as a baseline")
  private @Nullable Path save;

  @Option(names = "--reason", paramLabel = "TEXT", description = "why it becomes the baseline")
  private @Nullable String reason;

  @Spec
  private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    Path second = after;
    if (save != null) {
      return save(save);
    }
    if (second == null) {
      throw new InputException("name two sets of runs, or --save FILE.json for a baseline");
    }
    for (Path page : Arrays.asList(html, markdown, json)) {
      OutputFile.requireWritable(page, before, second);
    }
    Optional<Gate> rules = Optional.ofNullable(gate).map(GateFile::read);
    Comparison comparison =
        Comparison.of(RunSet.read(before), RunSet.read(second), rules, intersection);
    var out = spec.commandLine().getOut();
    out.print(ComparisonText.of(comparison));
    out.flush();
    write(html, ComparisonPage.of(comparison));
    write(markdown, ComparisonText.of(comparison));
    write(json, ComparisonJson.of(comparison));
    return exitCode(comparison.verdict());
  }

  private int exitCode(Verdict verdict) {
    return switch (verdict) {
      case WORSE -> ExitCode.DIFFERENT;
      case INCONCLUSIVE -> strict ? ExitCode.INCONCLUSIVE : ExitCode.OK;
      case BETTER, UNCHANGED -> ExitCode.OK;
    };
  }

  private int save(Path file) {
    String why = reason;
    if (after != null || why == null || why.isBlank()) {
      throw new InputException(
          "--save keeps one set of runs and needs --reason, for those who find the file later");
    }
    if (Files.exists(file)) {
      RunSet.read(file); // only a baseline makes room for the next one
    }
    OutputFile.requireCreatable(file);
    OutputFile.writeCreating(file, BaselineFile.text(RunSet.read(before), why));
    spec.commandLine().getOut().println("baseline " + file);
    return ExitCode.OK;
  }

  private static void write(@Nullable Path file, String content) {
    if (file != null) {
      OutputFile.write(file, content);
    }
  }
}
