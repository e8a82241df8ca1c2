package io.camber.app.command.jury;

import io.camber.app.command.option.ConditionChoice;
import io.camber.app.command.option.ConsoleSweep;
import io.camber.app.command.option.ExitCode;
import io.camber.app.command.option.OutputFile;
import io.camber.app.divergence.DivergenceJson;
import io.camber.app.divergence.DivergenceText;
import io.camber.app.divergence.PlannerDivergence;
import io.camber.app.eval.PlainLog;
import io.camber.app.eval.Recount;
import io.camber.app.simulation.RunFolder;
import io.camber.app.suite.BundledSuites;
import io.camber.app.suite.SuiteRun;
import io.camber.app.sweep.SweepSetup;
import io.camber.diagnostics.InputException;
import io.camber.jury.result.RunSet;
import io.camber.jury.suite.Suite;
import io.camber.jury.suite.SuiteResult;
import io.camber.jury.suite.SuiteText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
      "  camber eval --suite smoke                      from component to system; suites: smoke, gate, full",
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

  @Option(names = "--suite", paramLabel = "NAME", description = "a bundled suite, or a YAML file")
  private @Nullable String suite;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "folder of the suite (default: suites-out/TIME-NAME)")
  private @Nullable Path out;

  @Option(
      names = "--baseline",
      paramLabel = "FILE",
      description = "earlier runs for the trend; may be repeated, oldest first")
  private List<Path> baselines = new ArrayList<>();

  @Option(names = "--jobs", paramLabel = "N", description = "runs at a time (default: cores)")
  private int jobs = Runtime.getRuntime().availableProcessors();

  @Option(
      names = "--worst",
      paramLabel = "N",
      description = "keep the N worst runs of each group with log and report (default: 3)")
  private int worst = 3;

  @Option(
      names = "--timeout",
      paramLabel = "S",
      description = "wall time after which a run counts as hanging (default: 600)")
  private double timeoutS = 600.0;

  @Option(
      names = "--param",
      paramLabel = "NODE.NAME=VALUE",
      description = "with --suite: a node's parameter in every run; may be repeated")
  private Map<String, String> nodeParameters = new LinkedHashMap<>();

  @Mixin
  private ConditionChoice conditions = new ConditionChoice();

  @Option(
      names = {"-q", "--quiet"},
      description = "no progress")
  private boolean quiet;

  @Spec
  private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    String wanted = suite;
    if (wanted != null && divergence) {
      throw new InputException("--divergence takes recorded runs, not a suite");
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
    Path folder = out != null ? out : RunFolder.defaultTarget("suites-out", wanted.name());
    var err = spec.commandLine().getErr();
    var print = spec.commandLine().getOut();
    List<RunSet> earlier = baselines.stream().map(RunSet::read).toList();
    Optional<SuiteResult> result = new SuiteRun(
            wanted,
            folder,
            jobs,
            worst,
            timeoutS,
            new ConsoleSweep(err, err, !quiet),
            new SweepSetup(conditions.conditions(), nodeParameters))
        .run(earlier);
    if (result.isEmpty()) {
      return ExitCode.INTERRUPTED;
    }
    print.print(SuiteText.of(result.get()));
    print.println("  page " + folder.resolve("index.html"));
    print.flush();
    return result.get().isBad() ? ExitCode.FAILED : ExitCode.OK;
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
