package io.camber.app.command.jury;

import io.camber.app.command.option.ConditionChoice;
import io.camber.app.command.option.ConsoleSweep;
import io.camber.app.command.option.JobChoice;
import io.camber.app.simulation.RunFolder;
import io.camber.app.suite.SuiteRun;
import io.camber.app.sweep.SweepSetup;
import io.camber.jury.result.RunSet;
import io.camber.jury.suite.Suite;
import io.camber.jury.suite.SuiteResult;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which suite is run, and how, as said on the command line. */
final class SuiteChoice {
  @Option(names = "--suite", paramLabel = "NAME", description = "a bundled suite, or a YAML file")
  private @Nullable String name;

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

  @Mixin
  private JobChoice jobs = new JobChoice();

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

  /** Absent when runs that are there are judged. */
  @Nullable
  String name() {
    return name;
  }

  /** What a suite says when it was run to its end, and the folder where it is. */
  record Made(SuiteResult result, Path folder) {}

  /** Runs the suite; empty when somebody interrupted it. */
  Optional<Made> run(Suite suite, ConsoleSweep console) {
    Path folder = out != null ? out : RunFolder.defaultTarget("suites-out", suite.name());
    List<RunSet> earlier = baselines.stream().map(RunSet::read).toList();
    SweepSetup setup = new SweepSetup(conditions.conditions(), nodeParameters);
    return new SuiteRun(suite, folder, jobs.count(), worst, timeoutS, console, setup)
        .run(earlier)
        .map(result -> new Made(result, folder));
  }
}
