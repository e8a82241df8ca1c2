package io.camber.app.command.jury;

import io.camber.app.command.option.CommandFamily;
import io.camber.app.command.option.DamageText;
import io.camber.app.command.option.ExitCode;
import io.camber.app.command.option.OutputFile;
import io.camber.app.command.option.Replacement;
import io.camber.app.data.DriveIndex;
import io.camber.app.data.IndexQuery;
import io.camber.app.recorded.Clip;
import io.camber.app.simulation.RunFolder;
import io.camber.diagnostics.InputException;
import io.camber.mcap.tool.McapCopy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Finds seconds of drives. */
@Command(
    name = "data",
    description =
        "Finds the right seconds of many drives: an index, asked in SQL or in a few words.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Examples:",
      "  camber data index runs",
      "  camber data find \"bicycle within 20 m and ego turning left\" --clips clips",
      "  camber data sql \"SELECT scenario, min(ttc_min) FROM seconds GROUP BY scenario\""
    })
public final class DataCommand extends CommandFamily {
  private static final long SECOND_NS = 1_000_000_000L;

  @Command(
      description =
          "Makes the index of all runs and logs below a folder: a row a second and drive.")
  int index(
      @Parameters(paramLabel = "RUNS", description = "folder of runs") Path runs,
      @Option(
              names = "--out",
              paramLabel = "FILE.parquet",
              description = "default: RUNS/index.parquet")
          @Nullable
          Path target) {
    Path file = target == null ? runs.resolve(DriveIndex.FILE) : target;
    if (!String.valueOf(file.getFileName()).endsWith(".parquet")) {
      throw new InputException("--out " + file + " must end in .parquet");
    }
    if (Files.isDirectory(runs)) {
      OutputFile.requireWritable(file);
    }
    DriveIndex.Made made = DriveIndex.make(runs, file);
    made.leftOut().forEach(reason -> err().println("left out: " + reason));
    err().flush();
    out().println(made.rows() + " seconds in " + file);
    out().flush();
    return made.leftOut().isEmpty() ? ExitCode.OK : ExitCode.LOST;
  }

  @Command(description = "Finds stretches of drives by a few words.")
  int find(
      @Parameters(
              paramLabel = "WORDS",
              description = "such as \"bicycle within 20 m and ego turning left\"")
          String words,
      @Option(names = "--index", paramLabel = "FILE", description = "default: runs/index.parquet")
          @Nullable
          Path index,
      @Option(
              names = "--clips",
              paramLabel = "DIR",
              description = "cut what is found into logs of their own")
          @Nullable
          Path clips,
      @Mixin Replacement replacement) {
    if (clips != null) {
      OutputFile.requireFreeFolder(clips, replacement);
    }
    List<IndexQuery.Stretch> found = new IndexQuery(indexOr(index)).find(words);
    int code = ExitCode.OK;
    for (int i = 0; i < found.size(); i++) {
      IndexQuery.Stretch one = found.get(i);
      out()
          .println(
              String.format(Locale.ROOT, "%s  %d to %d s", one.run(), one.fromS(), one.toS() + 1));
      if (clips != null) {
        code = Math.max(code, cut(one, clips, i + 1));
      }
    }
    out().println(found.size() + " stretches");
    out().flush();
    return code;
  }

  private int cut(IndexQuery.Stretch one, Path clips, int number) {
    Path run = Path.of(one.run());
    Path drive = Files.isRegularFile(run) ? run : run.resolve(RunFolder.DRIVE);
    if (!Files.exists(drive)) {
      out().println("  no clip: " + drive + " is not there");
      return ExitCode.OK;
    }
    try {
      Files.createDirectories(clips);
    } catch (IOException e) {
      throw new InputException(clips + ": cannot be made: " + e.getMessage(), e);
    }
    Path target = clips.resolve(String.format(Locale.ROOT, "%03d.mcap", number));
    McapCopy.Result cut = Clip.cut(
        drive, Math.max(0L, (one.fromS() - 1) * SECOND_NS), (one.toS() + 2) * SECOND_NS, target);
    out().println("  " + target);
    return DamageText.tell(cut, err());
  }

  @Command(description = "Asks the index in SQL; the table is called seconds.")
  int sql(
      @Parameters(paramLabel = "QUERY", description = "such as \"SELECT max(speed) FROM seconds\"")
          String query,
      @Option(names = "--index", paramLabel = "FILE", description = "default: runs/index.parquet")
          @Nullable
          Path index) {
    IndexQuery.Answer answer = new IndexQuery(indexOr(index)).sql(query, IndexQuery.ROWS_MAX);
    answer.rows().forEach(row -> out().println(String.join("\t", row)));
    out().flush();
    if (answer.isCut()) {
      err()
          .println("there are more than " + IndexQuery.ROWS_MAX
              + " rows; ask for less, or read the file with other tools");
      err().flush();
    }
    return ExitCode.OK;
  }

  private static Path indexOr(@Nullable Path index) {
    return index == null ? Path.of("runs").resolve(DriveIndex.FILE) : index;
  }
}
