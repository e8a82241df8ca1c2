package io.camber.app.command.log;

import io.camber.app.command.option.ExitCode;
import io.camber.app.command.option.OutputFile;
import io.camber.app.drive.BirdsEye;
import io.camber.app.drive.DriveReview;
import io.camber.app.drive.PoseScore;
import io.camber.app.drive.TrackScore;
import io.camber.app.log.Logs;
import io.camber.diagnostics.InputException;
import io.camber.geometry.Vec2;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** A log through localization and perception, with figures against the truth in it. */
@Command(
    name = "perceive",
    description = {
      "Runs localization, lidar detection and tracking over a log, also an imported one, and prints tracks against labels and",
      "poses against reference poses, as far as the log has them."
    },
    mixinStandardHelpOptions = true)
final class LogPerceiving implements Callable<Integer> {
  @Spec
  private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "LOG", description = "drive log (MCAP)")
  private Path log = Path.of("drive.mcap");

  @Option(
      names = "--sweeps",
      paramLabel = "N",
      defaultValue = "2147483647",
      description = "stops after N sweeps")
  private int sweeps = Integer.MAX_VALUE;

  @Option(
      names = "--picture",
      paramLabel = "FILE.png",
      description = "draws the last sweep from above with its tracks and labels")
  private @Nullable Path picture;

  private Optional<BufferedImage> drawn = Optional.empty();

  @Override
  public Integer call() throws IOException {
    Path file = Logs.resolve(log);
    if (sweeps < 1) {
      throw new InputException("--sweeps " + sweeps + " is not at least 1");
    }
    Path target = picture;
    if (target != null) {
      OutputFile.requireWritable(target, file);
    }
    DriveReview review = DriveReview.of(file, sweeps, (sweep, lidar, seen, truth) -> {
      if (target != null) {
        drawn = Optional.of(BirdsEye.of(sweep, lidar, seen, truth));
      }
    });
    PrintWriter out = spec.commandLine().getOut();
    print(file, review, out);
    if (target != null && drawn.isPresent()) {
      BufferedImage image = drawn.get();
      OutputFile.write(target, image, "png");
      out.println("  " + target);
    }
    out.flush();
    return ExitCode.OK;
  }

  /** What a review found. */
  static void print(Path log, DriveReview review, PrintWriter out) {
    out.println(log + ": " + review.sweeps() + " sweeps, poses of "
        + (review.isLocalized() ? "localization" : "the log"));
    review.localization().ifPresent(score -> print(score, out));
    review
        .fixes()
        .ifPresent(score -> out.printf(
            Locale.ROOT,
            "  fixes: %d, each against the pose before it: rms %.2f m, max %.2f m; from start to end %.1f m%n",
            score.count(),
            score.positionRmsM(),
            score.positionMaxM(),
            review.way().map(Vec2::length).orElse(0.0)));
    review.tracks().ifPresent(score -> print(score, out));
    out.flush();
  }

  private static void print(PoseScore score, PrintWriter out) {
    out.printf(
        Locale.ROOT,
        "  localization: %d poses over %.1f m; position rms %.3f m, max %.3f m; yaw rms %.4f rad%n",
        score.count(),
        score.distanceM(),
        score.positionRmsM(),
        score.positionMaxM(),
        score.yawRms());
    for (double length : new double[] {5.0, 10.0, 20.0, 50.0, 100.0}) {
      double error = score.segmentError(length);
      if (Double.isFinite(error)) {
        out.printf(Locale.ROOT, "    segments of %.0f m: %.2f %%%n", length, 100.0 * error);
      }
    }
  }

  private static void print(TrackScore score, PrintWriter out) {
    out.printf(
        Locale.ROOT,
        "  %-14s %7s %7s %9s %7s %9s %8s %9s%n",
        "tracks",
        "labels",
        "recall",
        "precision",
        "MOTA",
        "switches",
        "class",
        "error");
    print("all", score.all(), out);
    score.groups().forEach((name, tally) -> print(name.toLowerCase(Locale.ROOT), tally, out));
    if (score.excused() > 0) {
      out.printf(
          Locale.ROOT,
          "  %d tracks without a label lie where the labels leave out or are lower than 25 px: they do not count%n",
          score.excused());
    }
  }

  private static void print(String name, TrackScore.Tally tally, PrintWriter out) {
    out.printf(
        Locale.ROOT,
        "  %-14s %7d %7s %9s %7s %9d %8s %9s%n",
        name,
        tally.labels(),
        share(tally.recall()),
        share(tally.precision()),
        share(tally.mota()),
        tally.switches(),
        share(tally.classAgreement()),
        Double.isNaN(tally.errorM()) ? "-" : String.format(Locale.ROOT, "%.2f m", tally.errorM()));
  }

  /** A dash where nothing of the kind was there. */
  private static String share(double value) {
    return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, "%.3f", value);
  }
}
