package io.camber.app.command.run;

import io.camber.app.command.option.ConsoleProgress;
import io.camber.app.command.option.ExitCode;
import io.camber.app.command.option.LiveView;
import io.camber.app.command.option.MetricsChoice;
import io.camber.app.command.option.QuietChoice;
import io.camber.app.command.option.RigChoice;
import io.camber.app.command.option.ScenarioChoice;
import io.camber.app.command.option.ThreadChoice;
import io.camber.app.input.InputFiles;
import io.camber.app.metrics.MetricsServer;
import io.camber.app.rig.LockstepRig;
import io.camber.app.rig.RealtimeRig;
import io.camber.app.rig.RigPlan;
import io.camber.app.simulation.NodeBodies;
import io.camber.app.simulation.PlannerChoice;
import io.camber.app.simulation.RunFolder;
import io.camber.app.simulation.RunMode.Lockstep;
import io.camber.app.simulation.RunMode.Realtime;
import io.camber.app.simulation.Simulation;
import io.camber.app.simulation.SimulationOptions;
import io.camber.app.simulation.SimulationResult;
import io.camber.diagnostics.InputException;
import io.camber.viewer.web.WebConfig;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
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
public final class RunCommand implements Callable<Integer> {
  @Mixin
  private ScenarioChoice choice = new ScenarioChoice();

  @Option(names = "--out", paramLabel = "DIR", description = "run folder (default: runs/TIME-NAME)")
  private @Nullable Path out;

  @Mixin
  private ThreadChoice threads = new ThreadChoice();

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

  @Option(
      names = "--view",
      description = "shows the drive in a web browser while it happens, and after it until Ctrl-C")
  private boolean view;

  @Option(
      names = "--view-port",
      paramLabel = "N",
      defaultValue = "8765",
      description = "port of --view, 0 for any free one (default: ${DEFAULT-VALUE})")
  private int viewPort;

  @Mixin
  private RigChoice rig = new RigChoice();

  @Mixin
  private MetricsChoice metrics = new MetricsChoice();

  @Option(names = "--json", description = "print result.json and nothing else")
  private boolean json;

  @Mixin
  private QuietChoice quiet = new QuietChoice();

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
    if (!view) {
      return exitCode(drive(options, new Simulation(options)));
    }
    if (viewPort < 0 || viewPort > 65_535) {
      throw new InputException("--view-port " + viewPort + " is outside [0, 65535]");
    }
    WebConfig config = new WebConfig("127.0.0.1", viewPort, Set.of());
    try (LiveView live = LiveView.open(
        InputFiles.stem(options.scenario()), config, spec.commandLine().getErr())) {
      SimulationResult result = drive(options, new Simulation(options).watch(live));
      live.finish(result.folder());
      Thread.currentThread().join();
      return exitCode(result);
    }
  }

  private SimulationResult drive(SimulationOptions options, Simulation simulation) {
    ConsoleProgress progress =
        new ConsoleProgress(spec.commandLine().getErr(), !json && !quiet.isQuiet());
    progress.begin(InputFiles.stem(options.scenario()), choice.seed());
    SimulationResult result = run(simulation.progress(progress), options);
    progress.end();
    var print = spec.commandLine().getOut();
    print.println(json ? result.toJson() : ResultText.of(result));
    print.flush();
    return result;
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
    if (options.conditions().planner() == PlannerChoice.ORACLE) {
      throw new InputException(
          "--planner oracle knows a drive made before in this process; leave --processes out");
    }
    if (!json && !quiet.isQuiet()) {
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
        threads.count(),
        keep ? Optional.of(target) : Optional.empty(),
        !noRecord && keep,
        Optional.ofNullable(trajectories));
  }
}
