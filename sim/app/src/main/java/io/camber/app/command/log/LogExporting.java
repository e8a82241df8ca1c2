package io.camber.app.command.log;

import io.camber.app.command.option.ExitCode;
import io.camber.app.command.option.LogChoice;
import io.camber.app.command.option.OutputFile;
import io.camber.app.command.option.Replacement;
import io.camber.app.log.LogExport;
import io.camber.app.log.Logs;
import io.camber.mcap.McapFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Messages of a log for other tools. */
@Command(
    name = "export",
    description = {
      "Messages for other tools, by the name of the file: a table (.csv, .parquet), a film (.mp4, needs ffmpeg), the first",
      "sweep (.ply, .pcd), or a folder of PNG images or PLY sweeps."
    },
    mixinStandardHelpOptions = true)
final class LogExporting implements Callable<Integer> {
  @Parameters(paramLabel = "LOG", description = "file or run folder")
  private Path log = Path.of("");

  @Mixin
  private LogChoice choice = new LogChoice();

  @Option(
      names = {"-o", "--out"},
      paramLabel = "FILE",
      required = true,
      description = "file or folder to write")
  private Path out = Path.of("");

  @Mixin
  private Replacement replacement = new Replacement();

  @Option(
      names = "--each",
      paramLabel = "FIELD",
      defaultValue = "",
      description = "a row for each element of this repeated field, such as tracks")
  private String each = "";

  @Spec
  private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException {
    if (LogExport.isFolder(out)) {
      OutputFile.requireFreeFolder(out, replacement);
    } else {
      OutputFile.requireFree(out, replacement, List.of(Logs.resolve(log)));
    }
    try (McapFile open = Logs.open(log)) {
      String written =
          new LogExport(open, choice.selection().in(open), this::tell).write(out, each);
      spec.commandLine().getOut().println(out + "  " + written);
      spec.commandLine().getOut().flush();
    } catch (IOException e) {
      throw OutputFile.whileMaking(out, e);
    }
    return ExitCode.OK;
  }

  private void tell(String damage) {
    spec.commandLine().getErr().println("damage: " + damage);
    spec.commandLine().getErr().flush();
  }
}
