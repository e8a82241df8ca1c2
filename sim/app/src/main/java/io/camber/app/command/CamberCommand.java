package io.camber.app.command;

import io.camber.app.command.bench.BenchCommand;
import io.camber.app.command.bench.ProfileCommand;
import io.camber.app.command.bus.NodeCommand;
import io.camber.app.command.bus.ParamCommand;
import io.camber.app.command.bus.RigCommand;
import io.camber.app.command.bus.TopicCommand;
import io.camber.app.command.jury.BlameCommand;
import io.camber.app.command.jury.CompareCommand;
import io.camber.app.command.jury.DataCommand;
import io.camber.app.command.jury.EvalCommand;
import io.camber.app.command.jury.ReactionCommand;
import io.camber.app.command.jury.TicketsCommand;
import io.camber.app.command.log.DiffCommand;
import io.camber.app.command.log.LogCommand;
import io.camber.app.command.log.ReplayCommand;
import io.camber.app.command.log.RerunCommand;
import io.camber.app.command.option.ExitCode;
import io.camber.app.command.option.FileTrouble;
import io.camber.app.command.run.CampaignCommand;
import io.camber.app.command.run.LaunchCommand;
import io.camber.app.command.run.RenderCommand;
import io.camber.app.command.run.RunCommand;
import io.camber.app.command.run.SweepCommand;
import io.camber.app.command.run.ViewCommand;
import io.camber.app.command.scenario.MapCommand;
import io.camber.app.command.scenario.ScenarioCommand;
import io.camber.app.command.scenario.TrafficCommand;
import io.camber.app.command.scenario.VehicleCommand;
import io.camber.app.command.tune.CalibrateCommand;
import io.camber.app.command.tune.ControlFamilyCommand;
import io.camber.app.command.tune.MiscalibrateCommand;
import io.camber.app.command.tune.TrainCommand;
import io.camber.app.input.Suggestions;
import io.camber.diagnostics.InputException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** The root of the command line: families of commands, errors made for people, exit codes. */
@Command(
    name = "camber",
    description = "Drives a car that exists only in software.",
    mixinStandardHelpOptions = true,
    versionProvider = Versions.class,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      RunCommand.class,
      SweepCommand.class,
      EvalCommand.class,
      CompareCommand.class,
      BlameCommand.class,
      CalibrateCommand.class,
      MiscalibrateCommand.class,
      CampaignCommand.class,
      ReactionCommand.class,
      TicketsCommand.class,
      DataCommand.class,
      ScenarioCommand.class,
      MapCommand.class,
      TrafficCommand.class,
      VehicleCommand.class,
      ControlFamilyCommand.class,
      RenderCommand.class,
      TrainCommand.class,
      ViewCommand.class,
      DiffCommand.class,
      LogCommand.class,
      ReplayCommand.class,
      RerunCommand.class,
      BenchCommand.class,
      ProfileCommand.class,
      LaunchCommand.class,
      TopicCommand.class,
      NodeCommand.class,
      ParamCommand.class,
      RigCommand.class,
      DoctorCommand.class,
      CompletionCommand.class,
      CommandLine.HelpCommand.class
    },
    footer = {
      "",
      "Examples:",
      "  camber run highway-cut-in            drive a bundled scenario, with sensors",
      "  camber run FILE.xosc --seed 7        drive your own",
      "  camber sweep highway-cut-in --seeds 1..20   many runs, one table",
      "  camber scenario list                 what is bundled",
      "",
      "Exit codes: 0 passed, 1 tool failure, 2 usage or bad input, 3 part of a log lost, 4 scenario failed, 5 runs differ, 130 interrupted."
    })
public final class CamberCommand implements Runnable {
  /** Families that speak about the others. */
  private static final List<Class<?>> NEED_ALL =
      List.of(CompletionCommand.class, CommandLine.HelpCommand.class);

  private static final Path STANDARD_OUT = Path.of("/dev/stdout");

  @Spec
  private @Nullable CommandSpec spec;

  @Override
  public void run() {
    if (spec != null) {
      spec.commandLine().usage(spec.commandLine().getOut());
    }
  }

  /** Runs one command line and returns the exit code. */
  public static int execute(String[] arguments) {
    return line(arguments)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setParameterExceptionHandler(CamberCommand::explainUsage)
        .setExecutionExceptionHandler(CamberCommand::explainFailure)
        .setExecutionStrategy(CamberCommand::run)
        .execute(arguments);
  }

  /** With the one family that is asked for, when that is plain to see: to describe all takes longer than many a command. */
  private static CommandLine line(String[] arguments) {
    Command self = described(CamberCommand.class);
    for (Class<?> family : self.subcommands()) {
      String name = described(family).name();
      boolean asked = arguments.length > 0 && name.equals(arguments[0]);
      if (asked && !NEED_ALL.contains(family)) {
        CommandSpec root = CommandSpec.create().name(self.name());
        root.addSubcommand(name, new CommandLine(family));
        return new CommandLine(root);
      }
    }
    return new CommandLine(new CamberCommand());
  }

  /** What a command says goes to the error stream when what it makes goes to the output. */
  private static int run(CommandLine.ParseResult parsed) {
    CommandLine root = parsed.commandSpec().commandLine();
    for (CommandLine each : parsed.asCommandLineList()) {
      for (CommandLine.Model.OptionSpec option : each.getParseResult().matchedOptions()) {
        if (option.getValue() instanceof Path path && isStandardOut(path)) {
          root.setOut(root.getErr());
        }
      }
    }
    return new CommandLine.RunLast().execute(parsed);
  }

  private static boolean isStandardOut(Path path) {
    try {
      return Files.exists(STANDARD_OUT)
          && Files.exists(path)
          && Files.isSameFile(path, STANDARD_OUT);
    } catch (IOException e) {
      return false; // the command says what is wrong with it
    }
  }

  private static Command described(Class<?> family) {
    return Objects.requireNonNull(family.getAnnotation(Command.class));
  }

  private static int explainUsage(ParameterException e, String[] arguments) {
    CommandLine line = e.getCommandLine();
    PrintWriter err = line.getErr();
    err.println("error: " + e.getMessage());
    if (e instanceof UnmatchedArgumentException unmatched
        && !unmatched.getUnmatched().isEmpty()) {
      err.print(hint(unmatched.getUnmatched().get(0), line));
    }
    err.println("  see: " + line.getCommandSpec().qualifiedName() + " --help");
    err.flush();
    return ExitCode.USAGE;
  }

  private static String hint(String typed, CommandLine line) {
    List<String> known = new ArrayList<>(line.getSubcommands().keySet());
    known.addAll(line.getCommandSpec().optionsMap().keySet());
    String hint = Suggestions.hint(typed, known);
    return hint.isEmpty() ? "" : hint.substring(1) + "\n";
  }

  private static int explainFailure(Exception e, CommandLine line, CommandLine.ParseResult result)
      throws Exception {
    PrintWriter err = line.getErr();
    if (e instanceof InputException) {
      err.println("error: " + e.getMessage());
      err.flush();
      return ExitCode.USAGE;
    }
    if (e.getCause() instanceof OutOfMemoryError) {
      err.println(
          "error: this takes more than the " + (Runtime.getRuntime().maxMemory() >> 20)
              + " MB of memory that the command may have; give it more: CAMBER_JAVA_FLAGS=-Xmx4g camber ...");
      err.flush();
      return ExitCode.USAGE;
    }
    Optional<String> trouble = FileTrouble.of(e);
    if (trouble.isPresent()) {
      err.println("error: " + trouble.get());
      if (System.getenv("CAMBER_DEBUG") != null) {
        e.printStackTrace(err);
      }
      err.flush();
      return ExitCode.USAGE;
    }
    err.println("error: " + e);
    if (System.getenv("CAMBER_DEBUG") != null) {
      e.printStackTrace(err);
    } else {
      err.println(
          "  this is a fault of camber, not of your input; CAMBER_DEBUG=1 shows where it happened");
    }
    err.flush();
    return ExitCode.ERROR;
  }
}
