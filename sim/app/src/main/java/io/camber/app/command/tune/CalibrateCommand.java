package io.camber.app.command.tune;

import io.camber.app.calibration.CalibrationJson;
import io.camber.app.calibration.CalibrationText;
import io.camber.app.calibration.DriveCalibration;
import io.camber.app.calibration.DriveCalibration.Detail;
import io.camber.app.command.option.ExitCode;
import io.camber.app.command.option.OutputFile;
import io.camber.app.command.option.Replacement;
import io.camber.app.log.Logs;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** How the sensors of a drive sit, tick and scale. */
@Command(
    name = "calibrate",
    description =
        "Finds from what the sensors of a drive published how they sit, tick and scale: mounting and clock of the lidar, scale of the wheels, bias of the gyro, zero and ratio of the steering.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footer = {
      "",
      "Examples:",
      "  camber calibrate runs/20261127-1200-calibration-course",
      "  camber calibrate drive.mcap --out calibration.json",
      "",
      "Of several lidars the first one is calibrated.",
      "Exit codes: 0 calibrated, 2 bad input, 6 when the drive tells nothing. docs/calibration.md says what a drive must show."
    })
public final class CalibrateCommand implements Callable<Integer> {
  @Parameters(paramLabel = "RUN|LOG", description = "run folder or MCAP file")
  private Path log = Path.of("");

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "write it for programs too, as JSON in SI units")
  private @Nullable Path out;

  @Mixin
  private Replacement replacement = new Replacement();

  @Spec
  private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    Path file = out;
    if (file != null) {
      OutputFile.requireFree(file, replacement, List.of(Logs.resolve(log)));
    }
    DriveCalibration drive =
        DriveCalibration.of(log, file == null ? Detail.GROWTH_WITH_TRUTH : Detail.GROWTH);
    if (file != null) {
      OutputFile.write(file, CalibrationJson.of(drive));
    }
    var print = spec.commandLine().getOut();
    print.print(CalibrationText.of(drive));
    print.flush();
    return drive.isAnythingKnown() ? ExitCode.OK : ExitCode.INCONCLUSIVE;
  }
}
