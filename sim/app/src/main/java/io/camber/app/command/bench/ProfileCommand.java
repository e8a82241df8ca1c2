package io.camber.app.command.bench;

import io.camber.app.command.option.ExitCode;
import io.camber.app.command.option.OutputFile;
import io.camber.app.command.option.Replacement;
import io.camber.app.command.option.ScenarioChoice;
import io.camber.app.input.InputFiles;
import io.camber.app.profile.NodeProfile;
import io.camber.app.profile.Stopwatches;
import io.camber.app.simulation.RunMode.Lockstep;
import io.camber.app.simulation.Simulation;
import io.camber.app.simulation.SimulationOptions;
import io.camber.diagnostics.InputException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** How long nodes compute on this machine. */
@Command(
    name = "profile",
    description =
        "Drives a scenario on one thread, measures how long each node of the car takes on this machine, and writes it down for"
            + " runs with --latencies.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footer = {
      "",
      "Examples:",
      "  camber profile highway-cut-in --out machine.yaml",
      "  camber run highway-cut-in --latencies machine.yaml     in lockstep, with measured latencies: repeatable everywhere"
    })
public final class ProfileCommand implements Callable<Integer> {
  private static final Path PROFILE = Path.of("profile.yaml");

  @Mixin
  private ScenarioChoice choice = new ScenarioChoice();

  @Option(
      names = "--out",
      paramLabel = "FILE.yaml",
      description = "where the profile goes (default: profile.yaml, which each run makes anew)")
  private @Nullable Path out;

  @Mixin
  private Replacement replacement = new Replacement();

  @Option(
      names = "--warm-up",
      paramLabel = "N",
      description = "first calls of each node that do not count (default: 50)")
  private int warmUp = 50;

  @Spec
  private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    Path target = out == null ? PROFILE : out;
    if (out != null) {
      OutputFile.requireFree(target, replacement, List.of());
    }
    OutputFile.requireWritable(target);
    OutputFile.requireWritable(target, choice.sources());
    SimulationOptions options = choice.options(1);
    if (warmUp < 0) {
      throw new InputException("--warm-up " + warmUp + " is negative");
    }
    Stopwatches watches = new Stopwatches(warmUp);
    new Simulation(options).mode(new Lockstep(watches)).run();
    NodeProfile profile = new NodeProfile(
        String.format(
            Locale.ROOT,
            "%s, %s, Java %s, %d cores",
            InputFiles.stem(options.scenario()),
            System.getProperty("os.arch"),
            System.getProperty("java.version"),
            Runtime.getRuntime().availableProcessors()),
        watches.times());
    OutputFile.write(target, profile.toYaml());
    var print = spec.commandLine().getOut();
    print.print(profile.toYaml());
    print.println("  " + target);
    print.flush();
    return ExitCode.OK;
  }
}
