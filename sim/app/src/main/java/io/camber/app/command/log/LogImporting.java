package io.camber.app.command.log;

import io.camber.app.command.option.ExitCode;
import io.camber.app.command.option.OutputFile;
import io.camber.app.command.option.Replacement;
import io.camber.diagnostics.InputException;
import io.camber.drives.DriveFormat;
import io.camber.drives.DriveImport;
import io.camber.drives.ImportChoice;
import io.camber.drives.ImportReport;
import io.camber.drives.log.TopicCount;
import io.camber.geometry.Pose3;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Drives that other people recorded become logs that our nodes and viewers read. */
@Command(
    name = "import",
    description = {
      "Makes a drive log of somebody else's recording: a folder or a file. What the source does not have and what was left out",
      "is said. The log is there when the import succeeded, or not at all. docs/drives.md names the layouts."
    },
    mixinStandardHelpOptions = true)
final class LogImporting implements Callable<Integer> {
  @Spec
  private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "SOURCE", description = "folder or file of the recording")
  private Path source = Path.of(".");

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = ImportChoice.AUTO,
      completionCandidates = Formats.class,
      description = "${COMPLETION-CANDIDATES}; auto looks into the source (default: auto)")
  private String format = ImportChoice.AUTO;

  @Option(
      names = "--part",
      paramLabel = "NAME",
      description = "which drive, where the source holds several")
  private @Nullable String part;

  @Option(
      names = "--mount",
      paramLabel = "FRAME=x,y,z,yaw,pitch,roll",
      description =
          "where a frame of a bag sits on the car, metres and radians, if no message says so")
  private Map<String, String> mounts = Map.of();

  @Option(
      names = {"-o", "--out"},
      paramLabel = "FILE",
      required = true,
      description = "the log to write, such as drive.mcap")
  private Path out = Path.of("drive.mcap");

  @Mixin
  private Replacement replacement = new Replacement();

  /** What may be typed. */
  static final class Formats implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      List<String> names = new ArrayList<>(List.of(ImportChoice.AUTO));
      names.addAll(DriveFormat.labels());
      return names.iterator();
    }
  }

  @Override
  public Integer call() throws IOException {
    OutputFile.requireCreatable(out, source);
    OutputFile.requireUnused(out, replacement);
    OutputFile.requireOutside(out, source);
    ImportChoice choice = new ImportChoice(format, Optional.ofNullable(part), poses());
    try {
      ImportReport report =
          DriveImport.run(source, choice, out, new ImportLine(spec.commandLine().getErr()));
      print(report, spec.commandLine().getOut());
    } catch (IOException e) {
      throw OutputFile.whileMaking(out, e);
    }
    return ExitCode.OK;
  }

  private Map<String, Pose3> poses() {
    Map<String, Pose3> poses = new TreeMap<>();
    mounts.forEach((frame, text) -> {
      String[] words = text.split(",", -1);
      try {
        double[] v = Arrays.stream(words).mapToDouble(Double::parseDouble).toArray();
        if (v.length == 6) {
          poses.put(frame, new Pose3(v[0], v[1], v[2], v[3], v[4], v[5]));
          return;
        }
      } catch (IllegalArgumentException e) {
        throw new InputException("--mount " + frame + "=" + text + ": " + e.getMessage(), e);
      }
      throw new InputException("--mount " + frame + "=" + text + " has " + words.length
          + " numbers; it needs x,y,z,yaw,pitch,roll");
    });
    return poses;
  }

  private static void print(ImportReport report, PrintWriter to) {
    to.println(report.file() + ": " + report.format() + ", " + report.about());
    to.printf(Locale.ROOT, "  %d messages over %.3f s%n", report.messages(), report.spanS());
    for (TopicCount topic : report.topics()) {
      double span = (topic.lastNs() - topic.firstNs()) * 1e-9;
      String rate = topic.count() > 1 && span > 0.0
          ? String.format(Locale.ROOT, "%7.2f Hz", (topic.count() - 1) / span)
          : "   once   ";
      to.printf(Locale.ROOT, "  %-40s %7d  %s%n", topic.topic(), topic.count(), rate);
    }
    report.skipped().forEach((what, count) -> to.println("  left out: " + count + " x " + what));
    report.remarks().forEach(remark -> to.println("  note: " + remark));
    report.missing().forEach(what -> to.println("  missing: " + what));
    to.flush();
  }
}
