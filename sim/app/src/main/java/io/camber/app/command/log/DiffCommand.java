package io.camber.app.command.log;

import io.camber.app.command.option.ExitCode;
import io.camber.app.log.DriveDiff;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Where two runs part. */
@Command(
    name = "diff",
    description =
        "Names the first message and field in which two runs differ. Exit 0 when they are the same, 5 when not.",
    mixinStandardHelpOptions = true)
public final class DiffCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "RUN", description = "run folder or drive.mcap")
  private Path first = Path.of("");

  @Parameters(index = "1", paramLabel = "RUN", description = "run folder or drive.mcap")
  private Path second = Path.of("");

  @Spec
  private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException {
    Optional<String> difference = DriveDiff.firstDifference(first, second);
    var out = spec.commandLine().getOut();
    out.println(difference.orElse("the same messages, byte for byte"));
    out.flush();
    return difference.isPresent() ? ExitCode.DIFFERENT : ExitCode.OK;
  }
}
