package io.camber.app.command.log;

import com.google.gson.GsonBuilder;
import io.camber.app.command.option.CommandFamily;
import io.camber.app.command.option.ExitCode;
import io.camber.app.command.option.LogChoice;
import io.camber.app.log.DriveDiff;
import io.camber.app.log.LogInfo;
import io.camber.app.log.LogPrinter;
import io.camber.app.log.Logs;
import io.camber.app.log.conformance.ConformanceLines;
import io.camber.diagnostics.InputException;
import io.camber.mcap.McapDoctor;
import io.camber.mcap.McapFile;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Logs as a tool: what only looks. What makes new files is in {@link LogCopying} and {@link LogExporting}. */
@Command(
    name = "log",
    description = "Looks into drive logs (MCAP) and makes new ones of them.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      LogCopying.Filter.class,
      LogCopying.Cut.class,
      LogCopying.Merge.class,
      LogCopying.Convert.class,
      LogCopying.Recover.class,
      LogExporting.class,
      LogImporting.class,
      LogPerceiving.class,
      CommandLine.HelpCommand.class
    },
    footer = {
      "",
      "Examples:",
      "  camber log info runs/A                              topics, rates, attachments",
      "  camber log cat runs/A --topic /planning/** --to 2   messages as text",
      "  camber log filter runs/A --exclude '/sensor/**' -o small.mcap",
      "  camber log export runs/A --topic /perception/tracks --each tracks -o tracks.csv",
      "  camber log recover drive.mcap.part -o drive.mcap    what a killed recording left"
    })
public final class LogCommand extends CommandFamily {
  @Command(
      name = "info",
      description = "What is in a log: times, topics, rates, types, attachments, damage.",
      mixinStandardHelpOptions = true)
  int info(
      @Parameters(paramLabel = "LOG", description = "file or run folder") Path path,
      @Option(names = "--json", description = "for programs") boolean json)
      throws IOException {
    try (McapFile log = Logs.open(path)) {
      if (json) {
        out()
            .println(new GsonBuilder()
                .setPrettyPrinting()
                .disableHtmlEscaping()
                .create()
                .toJson(new LogInfo(log).toJson()));
      } else {
        new LogInfo(log).print(Logs.resolve(path).toString(), out());
      }
    }
    return done();
  }

  @Command(
      name = "cat",
      description = "Messages as text, by time. Ends quietly when nobody reads on.",
      mixinStandardHelpOptions = true)
  int cat(
      @Parameters(paramLabel = "LOG", description = "file or run folder") Path path,
      @Mixin LogChoice choice,
      @Option(
              names = "--count",
              paramLabel = "N",
              defaultValue = "9223372036854775807",
              description = "at most so many (default: all)")
          long count,
      @Option(names = "--json", description = "one line of JSON a message") boolean json)
      throws IOException {
    if (count < 0) {
      throw new InputException("--count " + count + " is negative");
    }
    try (McapFile log = Logs.open(path)) {
      new LogPrinter(log, out(), json).print(choice.selection().in(log), count, this::tell);
    }
    return ExitCode.OK;
  }

  @Command(
      name = "doctor",
      description = {
        "Holds a file against every rule of the format: checksums, definitions, indexes, statistics. Exit 1 when it breaks",
        "one, 0 when it has warnings alone."
      },
      mixinStandardHelpOptions = true)
  int doctor(@Parameters(paramLabel = "LOG", description = "file or run folder") Path path)
      throws IOException {
    List<McapDoctor.Finding> findings = McapDoctor.examine(Logs.resolve(path));
    for (McapDoctor.Finding finding : findings) {
      out()
          .printf(
              "%s at byte %d: %s%n",
              finding.severity().name().toLowerCase(Locale.ROOT),
              finding.offset(),
              finding.problem());
    }
    boolean sound =
        findings.stream().noneMatch(finding -> finding.severity() == McapDoctor.Severity.ERROR);
    out().println(findings.isEmpty() ? "sound: no rule is broken" : findings.size() + " findings");
    out().flush();
    return sound ? ExitCode.OK : ExitCode.ERROR;
  }

  @Command(
      name = "diff",
      description =
          "The first message and field in which two logs differ. Exit 0 when they are the same, 5 when not.",
      mixinStandardHelpOptions = true)
  int diff(
      @Parameters(index = "0", paramLabel = "LOG", description = "file or run folder") Path first,
      @Parameters(index = "1", paramLabel = "LOG", description = "file or run folder") Path second)
      throws IOException {
    Optional<String> difference =
        DriveDiff.firstDifference(Logs.resolve(first), Logs.resolve(second));
    out().println(difference.orElse("the same messages, byte for byte"));
    out().flush();
    return difference.isPresent() ? ExitCode.DIFFERENT : ExitCode.OK;
  }

  @Command(
      name = "conformance",
      description = {
        "Answers the cases of the public MCAP conformance suite: reads lines 'streamed FILE.mcap', 'indexed FILE.mcap' or",
        "'write FILE.json' from the standard input and prints one line of JSON for each. Exit 1 when a line failed."
      },
      mixinStandardHelpOptions = true)
  int conformance() throws IOException {
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    return ConformanceLines.answer(in, out()) == 0 ? ExitCode.OK : ExitCode.ERROR;
  }

  private void tell(String damage) {
    err().println("damage: " + damage);
    err().flush();
  }
}
