package io.camber.app.command.jury;

import io.camber.app.command.option.ConsoleSweep;
import io.camber.app.command.option.ExitCode;
import io.camber.app.command.option.OutputFile;
import io.camber.app.command.option.QuietChoice;
import io.camber.app.divergence.DivergenceJson;
import io.camber.app.divergence.DivergenceText;
import io.camber.app.divergence.PlannerDivergence;
import io.camber.app.eval.PlainLog;
import io.camber.app.eval.Recount;
import io.camber.app.simulation.RunFolder;
import io.camber.app.suite.BundledSuites;
import io.camber.diagnostics.InputException;
import io.camber.jury.suite.Suite;
import io.camber.jury.suite.SuiteResult;
import io.camber.jury.suite.SuiteText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Judges recorded runs again, or runs a suite from end to end. */
@Command(
    name = "eval",
    description =
        "Computes every metric of recorded runs again from their logs, or runs a whole suite with --suite.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footer = {
      "",
      "Examples:",
      "  camber eval runs/20261126-1200-cut-in          must come out with the same bytes",
      "  camber eval runs --update                      every run below; files written anew",
      "  camber eval kitti.mcap                         a log that is no run: what it allows; the rest absent, with the reason",
      "  camber eval runs/A --divergence                what the truth would have changed in its plans",
      "  camber eval --suite smoke                      from component to system; suites: smoke, gate, comparison, full",
      "  camber eval --suite gate --out suites/now --baseline baselines/main.json",
      "  camber eval --suite gate --planner pdm         the same with another planner, a fault, a parameter, weather",
      "",
      "Exit codes: 0 the files come out as they are, or were updated; 2 bad input; 5 they come out otherwise.",
      "With --suite: 0 no run failed, 4 some did, 130 interrupted (the same command goes on)."
    })
public final class EvalCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "RUN",
      arity = "0..*",
      description = "run folders, folders of these, or logs that are no runs")
  private List<Path> folders = new ArrayList<>();

  @Option(
      names = "--update",
      description = "write result.json, metrics.parquet, junit.xml and report.html anew")
  private boolean update;

  @Option(
      names = "--divergence",
      description =
          "planner divergence instead: plans every moment on what was perceived and on the truth; takes logs, too")
  private boolean divergence;

  @Option(
      names = "--json",
      paramLabel = "FILE",
      description = "with --divergence: write it for programs")
  private @Nullable Path json;

  @Mixin
  private SuiteChoice suite = new SuiteChoice();

  @Mixin
  private QuietChoice quiet = new QuietChoice();

  @Spec
  private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    String wanted = suite.name();
    if (wanted != null && divergence) {
      throw new InputException("--divergence takes recorded runs, not a suite");
    }
    if (wanted != null && !folders.isEmpty()) {
      throw new InputException(
          "--suite makes runs of its own and judges none that are there; leave " + folders.get(0)
              + " or --suite out");
    }
    if (wanted != null) {
      return runSuite(BundledSuites.find(wanted));
    }
    if (folders.isEmpty()) {
      throw new InputException("name a run folder, or a suite with --suite");
    }
    if (json != null && !divergence) {
      throw new InputException("--json goes with --divergence; result.json holds everything else");
    }
    return divergence ? diverge() : recount();
  }

  private int diverge() {
    OutputFile.requireWritable(json, folders.toArray(Path[]::new));
    List<PlannerDivergence> drives =
        runs(Files::isRegularFile).stream().map(PlannerDivergence::of).toList();
    Path file = json;
    if (file != null) {
      OutputFile.write(file, DivergenceJson.of(drives));
    }
    var print = spec.commandLine().getOut();
    drives.forEach(drive -> print.print(DivergenceText.of(drive)));
    print.flush();
    return ExitCode.OK;
  }

  private int runSuite(Suite wanted) {
    var err = spec.commandLine().getErr();
    var print = spec.commandLine().getOut();
    Optional<SuiteChoice.Made> made =
        suite.run(wanted, new ConsoleSweep(err, err, !quiet.isQuiet()));
    if (made.isEmpty()) {
      return ExitCode.INTERRUPTED;
    }
    SuiteResult result = made.get().result();
    print.print(SuiteText.of(result));
    print.println("  page " + made.get().folder().resolve("index.html"));
    print.flush();
    return result.isBad() ? ExitCode.FAILED : ExitCode.OK;
  }

  private int recount() {
    var print = spec.commandLine().getOut();
    int changed = 0;
    for (Path folder : runs(Files::isRegularFile)) {
      if (Files.isRegularFile(folder)) {
        print.print(PlainLog.text(folder, PlainLog.judge(folder)));
        continue;
      }
      Recount recount = Recount.of(folder, update);
      List<String> files = recount.changed();
      changed += files.isEmpty() ? 0 : 1;
      if (update && !files.isEmpty()) {
        recount.update();
      }
      print.println(String.format(
          Locale.ROOT,
          "%s  %s  %s: %s",
          folder,
          recount.judgement().outcome(),
          recount.judgement().reason(),
          verdict(files)));
    }
    print.flush();
    return changed > 0 && !update ? ExitCode.DIFFERENT : ExitCode.OK;
  }

  private String verdict(List<String> changed) {
    if (changed.isEmpty()) {
      return "the same bytes";
    }
    String names = String.join(", ", changed);
    return update ? "written anew: " + names : "comes out otherwise: " + names;
  }

  private List<Path> runs(Predicate<Path> bare) {
    List<Path> runs = new ArrayList<>();
    for (Path folder : folders) {
      if (bare.test(folder)) {
        runs.add(folder);
      } else if (!Files.isDirectory(folder)) {
        throw new InputException(folder
            + (Files.exists(folder)
                ? ": is a file; name the folder of a run"
                : ": no such folder"));
      } else if (Files.exists(folder.resolve(RunFolder.RESULT))) {
        runs.add(folder);
      } else {
        addBelow(folder, runs);
      }
    }
    return runs;
  }

  private static void addBelow(Path folder, List<Path> runs) {
    int before = runs.size();
    try (Stream<Path> files = Files.walk(folder)) {
      files
          .filter(file -> file.endsWith(RunFolder.DRIVE))
          .map(Path::getParent)
          .filter(parent -> Files.exists(parent.resolve(RunFolder.RESULT)))
          .sorted()
          .forEach(runs::add);
    } catch (IOException e) {
      throw new InputException(folder + ": cannot be read: " + e.getMessage(), e);
    }
    if (runs.size() == before) {
      throw new InputException(folder + ": holds no run with a log");
    }
  }
}
