package io.camber.app.command.log;

import io.camber.app.command.option.DamageText;
import io.camber.app.command.option.ExitCode;
import io.camber.app.command.option.LogChoice;
import io.camber.app.command.option.OutputFile;
import io.camber.app.input.Suggestions;
import io.camber.app.log.LatchedChannels;
import io.camber.app.log.Logs;
import io.camber.diagnostics.InputException;
import io.camber.mcap.Compression;
import io.camber.mcap.MalformedMcapException;
import io.camber.mcap.McapConfig;
import io.camber.mcap.McapFile;
import io.camber.mcap.MessageSelection;
import io.camber.mcap.tool.McapCopy;
import io.camber.mcap.tool.WholeFile;
import io.camber.viewer.drive.LoggedDrive;
import io.camber.viewer.foxglove.FoxgloveLog;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Commands that make a log of other logs. */
final class LogCopying {
  private LogCopying() {}

  /** What they share. */
  abstract static class Copying implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private LogTarget target = new LogTarget();

    LogTarget target() {
      return target;
    }

    McapCopy.Result copy(
        List<Path> sources, MessageSelection selection, Map<String, String> renamed)
        throws IOException {
      return copy(sources, selection, renamed, false);
    }

    McapCopy.Result copy(
        List<Path> sources,
        MessageSelection selection,
        Map<String, String> renamed,
        boolean isLatched)
        throws IOException {
      target.check(sources);
      try {
        return new McapCopy(
                target.config(),
                selection,
                topic -> renamed.getOrDefault(topic, topic),
                channel -> isLatched ? LatchedChannels.held(channel) : 0,
                this::progress)
            .copy(sources, target.file());
      } catch (MalformedMcapException e) {
        throw new InputException(String.valueOf(e.getMessage()), e);
      } catch (IOException e) {
        throw OutputFile.whileMaking(target.file(), e);
      } finally {
        if (Boolean.getBoolean("camber.terminal")) {
          err().print("\r\033[K");
        }
      }
    }

    private void progress(long messages) {
      if (Boolean.getBoolean("camber.terminal")) {
        err().printf(Locale.ROOT, "\r  %,d messages\033[K", messages);
        err().flush();
      }
    }

    int report(McapCopy.Result result) throws IOException {
      PrintWriter out = spec.commandLine().getOut();
      out.printf(
          Locale.ROOT,
          "%s  %,d messages, %d attachments, %d metadata records%s%n",
          target.file(),
          result.messages(),
          result.attachments(),
          result.metadata(),
          Files.isRegularFile(target.file())
              ? String.format(Locale.ROOT, ", %.1f MB", Files.size(target.file()) / 1e6)
              : "");
      out.flush();
      return DamageText.tell(result, err());
    }

    private PrintWriter err() {
      return spec.commandLine().getErr();
    }
  }

  /** How a log begins that is cut out of the middle of another. */
  static final class Beginning {
    @Option(
        names = "--bare",
        description =
            "with --from: without the map, the mission and whatever else had been said once before and still held")
    private boolean bare;

    boolean isLatched(LogChoice choice) {
      if (bare && !choice.hasBeginning()) {
        throw new InputException("--bare is about what was said before --from; say from when");
      }
      return !bare;
    }
  }

  /** Keeps some topics. */
  @Command(
      name = "filter",
      description = "A new log with some topics or some of the time, or with topics renamed.",
      mixinStandardHelpOptions = true)
  static final class Filter extends Copying {
    @Parameters(paramLabel = "LOG", description = "file or run folder")
    private Path log = Path.of("");

    @Mixin
    private LogChoice choice = new LogChoice();

    @Mixin
    private Beginning beginning = new Beginning();

    @Option(
        names = "--rename",
        paramLabel = "OLD=NEW",
        description = "gives a topic another name; may be repeated")
    private Map<String, String> renamed = new LinkedHashMap<>();

    @Override
    public Integer call() throws IOException {
      if (!choice.hasTopics() && !choice.hasTimes() && renamed.isEmpty()) {
        throw new InputException("say what to keep: --topic, --exclude, --from, --to or --rename");
      }
      checkNames();
      return report(
          copy(List.of(Logs.resolve(log)), in(log, choice), renamed, beginning.isLatched(choice)));
    }

    /** Two topics under one name could not be told apart again. */
    private void checkNames() throws IOException {
      SortedSet<String> names = new TreeSet<>();
      try (McapFile open = Logs.open(log)) {
        open.summary().channels().values().forEach(channel -> names.add(channel.topic()));
      }
      SortedSet<String> chosen = new TreeSet<>(in(log, choice).topics());
      SortedSet<String> kept = new TreeSet<>(chosen);
      renamed.forEach((from, to) -> {
        if (!names.contains(from)) {
          throw new InputException("--rename " + from + "=" + to + ": the log has no topic " + from
              + Suggestions.hint(from, names));
        }
        kept.remove(from);
      });
      renamed.forEach((from, to) -> {
        if (to.isBlank() || (chosen.contains(from) && !kept.add(to))) {
          throw new InputException("--rename " + from + "=" + to + ": "
              + (to.isBlank() ? "a topic needs a name" : "there is a topic " + to + " already"));
        }
      });
    }
  }

  private static MessageSelection in(Path log, LogChoice choice) throws IOException {
    try (McapFile open = Logs.open(log)) {
      return choice.selection().in(open);
    }
  }

  /** Keeps some of the time. */
  @Command(
      name = "cut",
      description = "A new log with the messages between two times.",
      mixinStandardHelpOptions = true)
  static final class Cut extends Copying {
    @Parameters(paramLabel = "LOG", description = "file or run folder")
    private Path log = Path.of("");

    @Mixin
    private LogChoice choice = new LogChoice();

    @Mixin
    private Beginning beginning = new Beginning();

    @Override
    public Integer call() throws IOException {
      if (!choice.hasTimes()) {
        throw new InputException("say when: --from S, --to S or both");
      }
      return report(
          copy(List.of(Logs.resolve(log)), in(log, choice), Map.of(), beginning.isLatched(choice)));
    }
  }

  /** Joins logs. */
  @Command(
      name = "merge",
      description =
          "One log of several, by time. Parts of a split recording, or recordings of several hosts.",
      mixinStandardHelpOptions = true)
  static final class Merge extends Copying {
    @Parameters(paramLabel = "LOG", arity = "2..*", description = "files or run folders")
    private List<Path> logs = new ArrayList<>();

    @Override
    public Integer call() throws IOException {
      List<Path> files = logs.stream().map(Logs::resolve).toList();
      for (int i = 0; i < files.size(); i++) {
        for (int j = 0; j < i; j++) {
          if (OutputFile.isSame(files.get(j), files.get(i))) {
            throw new InputException(files.get(i) + ": is named twice"
                + (files.get(j).equals(files.get(i)) ? "" : ", also as " + files.get(j))
                + "; each of its messages would be there twice");
          }
        }
      }
      return report(copy(files, MessageSelection.ALL, Map.of()));
    }
  }

  /** Packs anew. */
  @Command(
      name = "convert",
      description = {
        "The same log with other compression or chunk size, and with an index if it had none; or with what other viewers can",
        "draw beside it."
      },
      mixinStandardHelpOptions = true)
  static final class Convert extends Copying {
    @Parameters(paramLabel = "LOG", description = "file or run folder")
    private Path log = Path.of("");

    @Option(
        names = "--foxglove",
        description =
            "adds /viz/** and /tf/** in the schemas that Foxglove and Lichtblick draw without configuration")
    private boolean foxglove;

    @Override
    public Integer call() throws IOException {
      Path source = Logs.resolve(log);
      return report(
          foxglove ? withFoxglove(source) : copy(List.of(source), MessageSelection.ALL, Map.of()));
    }

    private McapCopy.Result withFoxglove(Path source) throws IOException {
      target().check(List.of(source));
      try (LoggedDrive drive = LoggedDrive.open(source);
          WholeFile drawn = WholeFile.scratch(target().file())) {
        FoxgloveLog.write(drive, drawn.place(), McapConfig.indexed(Compression.LZ4));
        return copy(List.of(source, drawn.place()), MessageSelection.ALL, Map.of());
      } catch (IOException e) {
        throw OutputFile.whileMaking(target().file(), e);
      }
    }
  }

  /** Saves what can be saved. */
  @Command(
      name = "recover",
      description = {
        "Everything that can be read for certain of a damaged, cut or unindexed log, as a complete one. Exit 0 when nothing",
        "was lost, 3 when something was, 1 when nothing is left."
      },
      mixinStandardHelpOptions = true)
  static final class Recover extends Copying {
    @Parameters(paramLabel = "LOG", description = "file or run folder")
    private Path log = Path.of("");

    @Override
    public Integer call() throws IOException {
      McapCopy.Result result = copy(List.of(Logs.resolve(log)), MessageSelection.ALL, Map.of());
      int code = report(result);
      return code == ExitCode.LOST && result.messages() == 0 ? ExitCode.ERROR : code;
    }
  }
}
