package io.camber.app.command;

import io.camber.app.input.SensorRigs;
import io.camber.app.input.Vehicles;
import io.camber.app.render.ContactSheet;
import io.camber.app.render.FaultSeries;
import io.camber.app.render.FaultSheet;
import io.camber.app.render.GroundSheet;
import io.camber.app.render.SensorSeries;
import io.camber.app.sensors.SensorRig;
import io.camber.diagnostics.InputException;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Pictures of what sensors deliver. */
@Command(
    name = "render",
    description =
        "Shows what every sensor of a rig delivers at one moment, one row for each weather.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footer = {
      "",
      "Examples:",
      "  camber render pedestrian-crossing --rig surround --out sheet.png",
      "  camber render pedestrian-crossing --faults --out faults.jpg",
      "  camber render pedestrian-crossing --ground --height 700 --out ground.png",
      "  camber render signal-junction --sensor-series --out series.svg",
      "  camber render highway-cut-in --time 5 --weather clear --weather fog:visibility=80,night"
    })
final class RenderCommand implements Callable<Integer> {
  private static final String SERIES_VEHICLE = "bmw-320i";

  @Parameters(
      paramLabel = "SCENARIO",
      description = "OpenSCENARIO file, or the name of a bundled scenario")
  private String scenario = "";

  @Option(
      names = "--rig",
      paramLabel = "RIG",
      description = "sensors of the car, as for camber run")
  private String rig = "";

  @Option(
      names = "--weather",
      paramLabel = "WEATHER",
      description = "a row of the sheet; may be repeated (default: day, night, rain, fog and more)")
  private List<String> weathers = List.of();

  @Option(names = "--faults", description = "every fault of camera and lidar instead of weathers")
  private boolean faults;

  @Option(
      names = "--ground",
      description =
          "what perception takes for ground and for free in a sweep, beside the truth, one picture for each weather")
  private boolean ground;

  @Option(
      names = "--fault-series",
      description =
          "every fault of streams and actuators as series instead, as .svg; the scenario does not matter")
  private boolean faultSeries;

  @Option(
      names = "--sensor-series",
      description =
          "satellites, wheels, inertial unit, ultrasonic sensors and the radio of the scenario's traffic lights as series beside the truth, as .svg")
  private boolean sensorSeries;

  @Option(
      names = "--time",
      paramLabel = "S",
      description =
          "moment of the scenario, which drives the ego by itself (default: ${DEFAULT-VALUE})")
  private double timeS = 2.0;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "of scene and noise (default: ${DEFAULT-VALUE})")
  private long seed = 1;

  @Option(
      names = "--height",
      paramLabel = "PX",
      description = "height of one picture (default: ${DEFAULT-VALUE})")
  private int heightPx = 216;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description =
          "NAME.png or NAME.jpg, NAME.svg for series (default: sensors.png or sensors.svg)")
  private @Nullable Path out;

  @Spec
  private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException {
    if (heightPx < 32 || heightPx > 2160) {
      throw new InputException("--height " + heightPx + ": is outside [32, 2160]");
    }
    if (ground && faults) {
      throw new InputException("--faults: does not go with --ground; leave one of them out");
    }
    if (faultSeries || sensorSeries) {
      requireSeriesAlone();
      return series(out == null ? Path.of("sensors.svg") : out);
    }
    return sheet(out == null ? Path.of("sensors.png") : out);
  }

  private void requireSeriesAlone() {
    String series = faultSeries ? "--fault-series" : "--sensor-series";
    for (String other :
        List.of("--sensor-series", "--faults", "--ground", "--rig", "--weather", "--time")) {
      if (!other.equals(series) && spec.commandLine().getParseResult().hasMatchedOption(other)) {
        throw new InputException(
            other + ": does not go with " + series + "; leave one of them out");
      }
    }
  }

  private int sheet(Path file) throws IOException {
    String name = file.toString();
    String format = name.endsWith(".png") ? "png" : name.endsWith(".jpg") ? "jpg" : "";
    if (format.isEmpty()) {
      throw new InputException("--out " + file + ": the name must end in .png or .jpg");
    }
    OutputFile.requireWritable(file);
    BufferedImage picture = draw();
    OutputFile.write(file, picture, format);
    spec.commandLine().getOut().println("wrote " + file);
    spec.commandLine().getOut().flush();
    return ExitCode.OK;
  }

  private int series(Path file) throws IOException {
    if (!file.toString().endsWith(".svg")) {
      throw new InputException("--out " + file + ": the name must end in .svg with series");
    }
    OutputFile.requireWritable(file);
    OutputFile.write(
        file,
        faultSeries
            ? FaultSeries.toSvg(seed)
            : SensorSeries.toSvg(
                ScenarioChoice.existing(scenario), Vehicles.named(SERIES_VEHICLE), seed));
    spec.commandLine().getOut().println("wrote " + file);
    spec.commandLine().getOut().flush();
    return ExitCode.OK;
  }

  private BufferedImage draw() {
    Path file = ScenarioChoice.existing(scenario);
    SensorRig sensors = SensorRigs.named(rig);
    if (ground) {
      return new GroundSheet(file, sensors, seed, timeS, heightPx)
          .draw(weathers.isEmpty() ? GroundSheet.CONDITIONS : weathers);
    }
    return faults
        ? new FaultSheet(file, sensors, seed, timeS, heightPx).draw()
        : new ContactSheet(file, sensors, seed, timeS, heightPx)
            .draw(weathers.isEmpty() ? ContactSheet.CONDITIONS : weathers);
  }
}
