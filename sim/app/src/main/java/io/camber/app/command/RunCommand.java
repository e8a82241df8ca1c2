package io.camber.app.command;

import io.camber.app.metrics.MetricsServer;
import io.camber.app.rig.LockstepRig;
import io.camber.app.rig.RealtimeRig;
import io.camber.app.rig.RigPlan;
import io.camber.app.simulation.InputFiles;
import io.camber.app.simulation.NodeBodies;
import io.camber.app.simulation.RunFolder;
import io.camber.app.simulation.RunMode.Lockstep;
import io.camber.app.simulation.RunMode.Realtime;
import io.camber.app.simulation.Simulation;
import io.camber.app.simulation.SimulationOptions;
import io.camber.app.simulation.SimulationResult;
import io.camber.diagnostics.InputException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** One closed-loop run. */
@Command(
    name = "run",
    description = "Drives one scenario and judges the drive.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footer = {
      "",
      "Examples:",
      "  camber run highway-cut-in",
      "  camber run cut-in.xosc --seed 7 --out out/cut-in",
      "  camber run cut-in.xosc --ego none --trajectories motion.csv   the storyboard alone",
      "  camber run cut-in.xosc --set Ego_InitSpeed_Ve0_kph=60         a parameter of the scenario"
    })
final class RunCommand implements Callable<Integer> {
  @Mixin
  private ScenarioChoice choice = new ScenarioChoice();

  @Option(names = "--out", paramLabel = "DIR", description = "run folder (default: runs/TIME-NAME)")
  private @Nullable Path out;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "threads that run nodes; changes no byte (default: cores)")
  private int threads = Math.min(4, Runtime.getRuntime().availableProcessors());

  @Option(names = "--no-record", description = "keep no drive.mcap")
  private boolean noRecord;

  @Option(
      names = "--trajectories",
      paramLabel = "FILE.csv",
      description = "write every entity's motion at every step")
  private @Nullable Path trajectories;

  @Option(
      names = "--realtime",
      description = "follow the wall clock instead of the logical one; not repeatable")
  private boolean realtime;

  @Mixin
  private RigChoice rig = new RigChoice();

  @Mixin
  private MetricsChoice metrics = new MetricsChoice();

  @Option(names = "--json", description = "print result.json and nothing else")
  private boolean json;

  @Option(
      names = {"-q", "--quiet"},
      description = "no progress")
  private boolean quiet;

  private Optional<RigPlan> launched = Optional.empty();

  @Spec
  private CommandSpec spec = CommandSpec.create();

  /** Puts the run on the processes of a launch file. */
  void onRig(RigPlan plan) {
    launched = Optional.of(plan);
  }

  @Override
  public Integer call() throws Exception {
    SimulationOptions options = options();
    ConsoleProgress progress = new ConsoleProgress(spec.commandLine().getErr(), !json && !quiet);
    progress.begin(InputFiles.stem(options.scenario()), choice.seed());
    SimulationResult result = run(new Simulation(options).progress(progress), options);
    progress.end();
    var print = spec.commandLine().getOut();
    print.println(json ? result.toJson() : ResultText.of(result));
    print.flush();
    return exitCode(result);
  }

  private SimulationResult run(Simulation simulation, SimulationOptions options) {
    Optional<RigPlan> plan = launched.or(rig::plan);
    if (plan.isEmpty()) {
      if (metrics.isWanted()) {
        throw new InputException(
            "--metrics reads the counters of a bus, and a run in one process has none; add --processes shm");
      }
      return simulation
          .mode(realtime ? new Realtime(Optional.empty()) : new Lockstep(NodeBodies.HERE))
          .run();
    }
    if (!json && !quiet) {
      spec.commandLine().getErr().println("  bus " + plan.get().bus().text());
    }
    Optional<MetricsServer> served =
        metrics.serve(plan.get().bus(), spec.commandLine().getErr());
    try {
      return run(simulation, options, plan.get());
    } finally {
      served.ifPresent(MetricsServer::close);
    }
  }

  private SimulationResult run(Simulation simulation, SimulationOptions options, RigPlan plan) {
    if (realtime) {
      try (RealtimeRig hosts = RealtimeRig.start(plan, options)) {
        return simulation.mode(new Realtime(Optional.of(hosts))).run();
      }
    }
    try (LockstepRig bodies = LockstepRig.start(plan, options)) {
      return simulation.mode(new Lockstep(bodies)).run();
    }
  }

  static int exitCode(SimulationResult result) {
    if (result.isInterrupted()) {
      return ExitCode.INTERRUPTED;
    }
    return switch (result.outcome()) {
      case PASS -> ExitCode.OK;
      case FAIL -> ExitCode.FAILED;
      case ERROR, INVALID -> ExitCode.ERROR;
    };
  }

  private SimulationOptions options() {
    boolean keep = out != null || !choice.isStoryboardOnly();
    Path target = out != null ? out : RunFolder.defaultTarget(InputFiles.stem(choice.file()));
    return choice.options(
        threads,
        keep ? Optional.of(target) : Optional.empty(),
        !noRecord && keep,
        Optional.ofNullable(trajectories));
  }
}
