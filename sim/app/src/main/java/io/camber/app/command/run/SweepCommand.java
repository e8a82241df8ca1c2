package io.camber.app.command.run;

import io.camber.app.command.option.ConditionChoice;
import io.camber.app.command.option.ConsoleSweep;
import io.camber.app.command.option.ExitCode;
import io.camber.app.command.option.JobChoice;
import io.camber.app.command.option.PerceptionChoice;
import io.camber.app.command.option.QuietChoice;
import io.camber.app.command.option.ScenarioChoice;
import io.camber.app.simulation.RunFolder;
import io.camber.app.simulation.SimulationOptions;
import io.camber.app.sweep.Sweep;
import io.camber.app.sweep.SweepEffort;
import io.camber.app.sweep.SweepFolder;
import io.camber.app.sweep.SweepOptions;
import io.camber.app.sweep.SweepSetup;
import io.camber.app.sweep.SweepSummary;
import io.camber.app.sweep.search.SearchOptions;
import io.camber.diagnostics.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Many runs on all cores. */
@Command(
    name = "sweep",
    description =
        "Runs many scenarios, or one with many parameters and seeds, and writes one table and one page.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footer = {
      "",
      "Examples:",
      "  camber sweep cut_in_variation.xosc --sample 200 --perception truth",
      "  camber sweep highway-cut-in --param Ego_Speed=10..30:5 --seeds 1..20",
      "  camber sweep suites --ego none                    every scenario below a folder, a table per suite",
      "  camber sweep suites/ncap --ego none --variations  with all their variations",
      "  camber sweep --merge a,b,c --out whole            shards made on three hosts",
      "  camber sweep highway-cut-in --param cutInClearance=5..40:0.5 --param cutterSpeed=15..30:0.5 \\",
      "      --perception truth --search --budget 100     the worst of 2,201 combinations, in 100 runs",
      "  camber sweep --resume sweeps/20261126-1200-ncap   go on after Ctrl-C",
      "",
      "Exit codes: 0 no run failed, 1 some runs ended in an error, 4 some failed, 130 interrupted."
    })
public final class SweepCommand implements Callable<Integer> {
  private static final String TRUTH_NOTE =
      "the stack is given true objects instead of sensor data: the sweep says nothing about perception";

  @Mixin
  private SweepRuns runs = new SweepRuns();

  @Mixin
  private SweepSearch looking = new SweepSearch();

  @Option(
      names = "--ego",
      paramLabel = "NAME",
      description =
          "stack (default): the stack drives the scenario's ego; none: the storyboard alone; or the entity to drive")
  private String ego = SweepOptions.STACK;

  @Mixin
  private PerceptionChoice perception = new PerceptionChoice();

  @Option(
      names = "--until",
      paramLabel = "S",
      description = "end a run after this many simulated seconds (default: 120)")
  private double untilS = SimulationOptions.UNTIL_S_DEFAULT;

  @Mixin
  private JobChoice jobs = new JobChoice();

  @Option(
      names = "--timeout",
      paramLabel = "S",
      description = "wall time after which a run counts as hanging (default: 120)")
  private double timeoutS = 120.0;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "folder of the sweep (default: sweeps/TIME-NAME)")
  private @Nullable Path out;

  @Option(
      names = "--resume",
      paramLabel = "DIR",
      description =
          "go on with the sweep of that folder; takes --jobs, --timeout and --trajectories alone")
  private @Nullable Path resume;

  @Option(
      names = "--trajectories",
      paramLabel = "DIR",
      description = "write every entity's motion at 20 Hz, one file a run; needs --ego none")
  private @Nullable Path trajectories;

  @Option(
      names = "--map",
      paramLabel = "X,Y",
      split = ",",
      description = "the two parameters of the heat map (default: those that matter most)")
  private @Nullable List<String> axes;

  @Option(
      names = "--worst",
      paramLabel = "N",
      description = "run the N worst again with log and report (default: 5 with the stack, else 0)")
  private @Nullable Integer worst;

  @Option(
      names = "--reference",
      description = "ask in each run whether the drivers of UN R157 would have avoided who cuts in")
  private boolean reference;

  @Option(
      names = "--merge",
      paramLabel = "DIR,DIR",
      split = ",",
      description = "make one sweep of its shards; takes --out alone")
  private @Nullable List<Path> merge;

  @Option(
      names = "--node-param",
      paramLabel = "NODE.NAME=VALUE",
      description = "a node's parameter in every run; may be repeated")
  private Map<String, String> nodeParameters = new LinkedHashMap<>();

  @Mixin
  private ConditionChoice conditions = new ConditionChoice();

  @Mixin
  private QuietChoice quiet = new QuietChoice();

  @Spec
  private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    ConsoleSweep console = new ConsoleSweep(
        spec.commandLine().getErr(), spec.commandLine().getOut(), !quiet.isQuiet());
    Sweep sweep = merge != null
        ? Sweep.resume(merged(merge), effort(), console)
        : resume == null ? begun(console) : Sweep.resume(resumed(), effort(), console);
    console.begin(sweep);
    return exitCode(sweep.run());
  }

  private Sweep begun(ConsoleSweep console) {
    Optional<SearchOptions> wanted = looking.options();
    if (wanted.isEmpty()) {
      return Sweep.begin(options(), effort(), target(), console);
    }
    runs.requireAll();
    return Sweep.search(options(), wanted.get(), effort(), target(), console);
  }

  static int exitCode(SweepSummary summary) {
    if (summary.interrupted()) {
      return ExitCode.INTERRUPTED;
    }
    if (summary.count().fail() > 0) {
      return ExitCode.FAILED;
    }
    boolean nothing = summary.count().invalid() == summary.count().total();
    return summary.count().error() > 0 || nothing ? ExitCode.ERROR : ExitCode.OK;
  }

  private Path merged(List<Path> shards) {
    if (runs.hasInputs() || resume != null || out == null) {
      throw new InputException("--merge takes the folders of the shards and --out DIR, no more");
    }
    SweepFolder.merge(shards, out);
    return out;
  }

  private Path resumed() {
    if (runs.hasInputs() || out != null) {
      throw new InputException(
          "--resume goes on with what the folder says; leave INPUT and --out out");
    }
    return Objects.requireNonNull(resume);
  }

  private Path target() {
    return out != null
        ? out
        : RunFolder.defaultTarget("sweeps", ScenarioChoice.nameOf(runs.inputs().get(0)));
  }

  private SweepOptions options() {
    boolean alone = ego.equals(SweepOptions.NONE);
    if (trajectories != null && !alone) {
      throw new InputException(
          "--trajectories needs --ego none; a driven run keeps its log with --worst");
    }
    if (reference && alone) {
      throw new InputException(
          "--reference compares the stack with a careful driver; with --ego none nobody is compared");
    }
    if (axes != null && axes.size() != 2) {
      throw new InputException("--map takes two parameters, as --map Ego_Speed,Overlap");
    }
    if (perception.isTruth() && !alone && !quiet.isQuiet()) {
      spec.commandLine().getErr().println("  " + TRUTH_NOTE);
    }
    return new SweepOptions(
        runs.inputs(),
        runs.parameters(),
        runs.seeds(),
        runs.sample(),
        runs.sampleSeed(),
        runs.shard(),
        ego,
        perception.kind(),
        untilS,
        axes == null ? List.of() : axes,
        worst != null ? worst : alone ? 0 : 5,
        reference,
        runs.variations(),
        setup(alone));
  }

  private SweepSetup setup(boolean alone) {
    SweepSetup setup = new SweepSetup(conditions.conditions(), nodeParameters);
    if (alone && !setup.arguments().isEmpty()) {
      throw new InputException("nobody drives with --ego none; leave out "
          + String.join(" ", setup.arguments()).replace("--param", "--node-param"));
    }
    return setup;
  }

  private SweepEffort effort() {
    try {
      if (trajectories != null) {
        Files.createDirectories(trajectories);
      }
      return new SweepEffort(jobs.count(), timeoutS, Optional.ofNullable(trajectories));
    } catch (IOException e) {
      throw new InputException("--trajectories " + trajectories + " cannot be written", e);
    }
  }
}
