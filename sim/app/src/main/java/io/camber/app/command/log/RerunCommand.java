package io.camber.app.command.log;

import io.camber.app.command.option.ConsoleProgress;
import io.camber.app.command.option.ExitCode;
import io.camber.app.command.option.ThreadChoice;
import io.camber.app.simulation.RecordedRun;
import io.camber.app.simulation.Simulation;
import io.camber.app.simulation.SimulationResult;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs a run again; the hash must come out the same. */
@Command(
    name = "rerun",
    description = "Repeats a recorded run and compares the hashes. Exit 0 when equal, 5 when not.",
    mixinStandardHelpOptions = true)
public final class RerunCommand implements Callable<Integer> {
  @Parameters(paramLabel = "RUN", description = "run folder")
  private Path run = Path.of("");

  @Mixin
  private ThreadChoice threads = new ThreadChoice();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "keep the repetition in this run folder")
  private @Nullable Path out;

  @Spec
  private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    RecordedRun recorded = RecordedRun.read(run);
    ConsoleProgress progress = new ConsoleProgress(spec.commandLine().getErr(), true);
    progress.begin("rerun of " + run, recorded.options().seed());
    SimulationResult result = new Simulation(
            recorded.options().forRerun(threads.count(), Optional.ofNullable(out)))
        .progress(progress)
        .run();
    progress.end();
    boolean same = result.hash().equals(recorded.hash());
    var print = spec.commandLine().getOut();
    print.println("recorded  " + recorded.hash() + "  by camber " + recorded.version());
    print.println("now       " + result.hash());
    print.println(
        same
            ? "the same run, byte for byte"
            : "a different run; camber diff names the first message");
    print.flush();
    return same ? ExitCode.OK : ExitCode.DIFFERENT;
  }
}
