package io.camber.app.command.run;

import io.camber.app.rig.LaunchFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** A rig from a file. */
@Command(
    name = "launch",
    description = "Starts the processes of a launch file, drives its scenario, judges the drive.",
    mixinStandardHelpOptions = true,
    footer = {"", "Example:", "  camber launch scenarios/rigs/two-processes.yaml"})
public final class LaunchCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "FILE.yaml", description = "the launch file")
  private Path file = Path.of("");

  @Option(
      names = "--metrics",
      paramLabel = "PORT",
      description = "as of 'camber run': serve the bus's counters to this host")
  private @Nullable Integer metrics;

  @Parameters(
      index = "1..*",
      paramLabel = "OPTION",
      description = "after --: further options of 'camber run'")
  private List<String> more = new ArrayList<>();

  @Spec
  private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    LaunchFile launch = LaunchFile.read(file);
    List<String> arguments = new ArrayList<>();
    arguments.add(launch.scenario());
    if (launch.realtime()) {
      arguments.add("--realtime");
    }
    if (metrics != null) {
      arguments.addAll(List.of("--metrics", metrics.toString()));
    }
    arguments.addAll(launch.options());
    launch
        .parameters()
        .forEach((key, value) -> arguments.addAll(List.of("--param", key + "=" + value)));
    arguments.addAll(more);
    RunCommand run = new RunCommand();
    run.onRig(launch.plan());
    CommandLine parent = spec.commandLine();
    return new CommandLine(run)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setOut(parent.getOut())
        .setErr(parent.getErr())
        .setParameterExceptionHandler(parent.getParameterExceptionHandler())
        .setExecutionExceptionHandler(parent.getExecutionExceptionHandler())
        .execute(arguments.toArray(String[]::new));
  }
}
