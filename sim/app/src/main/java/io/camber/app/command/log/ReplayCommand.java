package io.camber.app.command.log;

import io.camber.app.command.option.ConsoleProgress;
import io.camber.app.command.option.ExitCode;
import io.camber.app.command.option.OutputFile;
import io.camber.app.command.option.Replacement;
import io.camber.app.command.option.ThreadChoice;
import io.camber.app.drive.DriveReview;
import io.camber.app.log.Logs;
import io.camber.app.replay.Replay;
import io.camber.app.replay.ReplayOptions;
import io.camber.app.replay.ReplayResult;
import io.camber.diagnostics.InputException;
import io.camber.mcap.tool.WholeFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Feeds a log to nodes. */
@Command(
    name = "replay",
    description = {
      "Runs nodes on the inputs that a log holds, on the logical clock. On logs of the same build every message comes out as it",
      "was, bit by bit; with another parameter or other code --diff shows what became of it."
    },
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Examples:",
      "  camber replay runs/A --node detection,tracking --diff      the same nodes: nothing may change",
      "  camber replay runs/A --node planning --param planning.time_gap_s=2.5 --diff",
      "  camber replay drive.mcap --node detection --remap /velodyne=/sensor/lidar/top/sweep --rate 1",
      "  camber replay kitti.mcap --node localization,detection,tracking -o seen.mcap",
      "",
      "Groups: perception is detection, tracking, signals and camera_detection; stack is every node of the car.",
      "Exit codes with --diff: 0 nothing changed, 5 something did."
    })
public final class ReplayCommand implements Callable<Integer> {
  private static final List<String> PERCEPTION =
      List.of("detection", "tracking", "signals", "camera_detection");

  private static final int THREADS_MAX = 64;

  @Parameters(paramLabel = "LOG", description = "file or run folder")
  private Path log = Path.of("");

  @Option(
      names = "--node",
      paramLabel = "NODE",
      split = ",",
      description = "nodes to run anew; the rest says what it said (default: stack)")
  private List<String> nodes = new ArrayList<>(List.of("stack"));

  @Option(names = "--diff", description = "shows what changed, message by message")
  private boolean diff;

  @Option(
      names = "--changes",
      paramLabel = "N",
      defaultValue = "5",
      description = "changes to show of each topic (default: ${DEFAULT-VALUE})")
  private int changes = 5;

  @Option(
      names = "--param",
      paramLabel = "NODE.NAME=VALUE",
      description = "another parameter than in the recorded run; may be repeated")
  private Map<String, String> parameters = new LinkedHashMap<>();

  @Option(
      names = "--remap",
      paramLabel = "TOPIC=TOPIC",
      description = "feeds a topic of the log under another name; may be repeated")
  private Map<String, String> remap = new LinkedHashMap<>();

  @Option(
      names = "--from",
      paramLabel = "S",
      defaultValue = "0",
      description = "begin here; the nodes start cold, maps and the like are given to them")
  private double fromS;

  @Option(names = "--to", paramLabel = "S", description = "end here")
  private @Nullable Double toS;

  @Option(
      names = "--rate",
      paramLabel = "X",
      description = "1 is real time (default: as fast as possible)")
  private @Nullable Double rate;

  @Option(names = "--loop", paramLabel = "N", defaultValue = "1", description = "times to repeat")
  private int loop = 1;

  @Mixin
  private ThreadChoice threads = new ThreadChoice();

  @Option(
      names = {"-o", "--out"},
      paramLabel = "FILE.mcap",
      description = {
        "a log of everything that was said; tracks and poses in it are held against labels and reference poses, where the",
        "log has them"
      })
  private @Nullable Path out;

  @Mixin
  private Replacement replacement = new Replacement();

  @Option(names = "--quiet", description = "no progress")
  private boolean quiet;

  @Spec
  private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException {
    check();
    ReplayOptions options;
    try {
      options = new ReplayOptions(
          log,
          wanted(),
          remap,
          parameters,
          fromS,
          toS == null ? Double.MAX_VALUE : toS,
          Optional.ofNullable(rate),
          threads.count(),
          Optional.ofNullable(out));
    } catch (IllegalArgumentException e) {
      throw new InputException(String.valueOf(e.getMessage()), e);
    }
    Replay replay = Replay.prepare(options, diff ? changes : 0);
    int code = ExitCode.OK;
    for (int i = 0; i < loop; i++) {
      ConsoleProgress progress = new ConsoleProgress(spec.commandLine().getErr(), !quiet);
      ReplayResult result = replay.run(progress);
      progress.end();
      spec.commandLine()
          .getOut()
          .print(ReplayText.of(result, isWhole() ? Optional.of(log) : Optional.empty()));
      spec.commandLine().getOut().flush();
      code = diff && !result.isSame() ? ExitCode.DIFFERENT : ExitCode.OK;
    }
    if (out != null) {
      LogPerceiving.print(out, DriveReview.recorded(out), spec.commandLine().getOut());
    }
    return code;
  }

  private void check() {
    if (loop < 1) {
      throw new InputException("--loop " + loop + " is not at least 1");
    }
    if (threads.count() < 1 || threads.count() > THREADS_MAX) {
      throw new InputException(
          "--threads " + threads.count() + " is outside [1, " + THREADS_MAX + "]");
    }
    if (changes < 0) {
      throw new InputException(
          "--changes " + changes + " is negative; 0 counts without showing any");
    }
    if (rate != null && !(rate > 0.0 && Double.isFinite(rate))) {
      throw new InputException(
          "--rate " + rate + " is not above 0; leave it out for as fast as possible");
    }
    if (!(fromS >= 0.0) || (toS != null && !(toS > fromS))) {
      throw new InputException("--from " + fromS + (toS == null ? "" : " --to " + toS)
          + " is no stretch of time; both are seconds after the first message");
    }
    Path source = Logs.resolve(log);
    if (out != null) {
      if (WholeFile.isStream(out)) {
        throw new InputException(
            out + ": is a pipe or a device; a replay is recorded into a file, which is read again");
      }
      OutputFile.requireFree(out, replacement, List.of(source));
    }
  }

  private List<String> wanted() {
    List<String> names = new ArrayList<>();
    for (String node : nodes) {
      names.addAll(node.equals("perception") ? PERCEPTION : List.of(node));
    }
    return names;
  }

  private boolean isWhole() {
    return fromS == 0.0 && toS == null;
  }
}
