package io.camber.app.command.scenario;

import io.camber.app.command.option.ExitCode;
import io.camber.app.command.option.OutputFile;
import io.camber.app.input.InputFiles;
import io.camber.app.traffic.StateLog;
import io.camber.app.traffic.TrafficDrive;
import io.camber.app.traffic.TrafficPicture;
import io.camber.app.traffic.TrafficReport;
import io.camber.diagnostics.InputException;
import io.camber.map.RoadMap;
import io.camber.mcap.tool.WholeFile;
import io.camber.sim.traffic.ThreadCrew;
import io.camber.sim.traffic.TrafficConfig;
import io.camber.sim.traffic.driver.Population;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Traffic on a map, without a scenario. */
@Command(
    name = "traffic",
    description =
        "Drives traffic on a map and says how it went: collisions, red lights, gridlock, speeds, headways.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footer = {
      "",
      "Examples:",
      "  camber traffic town.xodr --vehicles 200 --duration 600 --out town.png",
      "  camber run cut-in.xosc --traffic 50     traffic around a scenario"
    })
public final class TrafficCommand implements Callable<Integer> {
  /** Places on lanes that people on foot may close at the same time. */
  private static final int CLOSED_LANES_MAX = 4_096;

  @Parameters(paramLabel = "MAP.xodr", description = "the map")
  private Path file = Path.of("");

  @Option(
      names = "--vehicles",
      paramLabel = "N",
      description = "kept on the road as far as there is room (default: ${DEFAULT-VALUE})")
  private int vehicles = 200;

  @Option(
      names = "--duration",
      paramLabel = "S",
      description = "simulated seconds (default: ${DEFAULT-VALUE})")
  private double durationS = 600.0;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "of drivers, places and routes (default: ${DEFAULT-VALUE})")
  private long seed = 1;

  @Option(
      names = "--bicycles",
      paramLabel = "SHARE",
      description = "of the vehicles that are bicycles (default: ${DEFAULT-VALUE})")
  private double bicycles = 0.0;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "changes no byte (default: ${DEFAULT-VALUE})")
  private int threads = 1;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "picture at the end: NAME.svg or NAME.png")
  private @Nullable Path out;

  @Option(
      names = "--width",
      paramLabel = "PX",
      description = "width of a PNG (default: ${DEFAULT-VALUE})")
  private int widthPx = 1600;

  @Option(names = "--csv", paramLabel = "FILE", description = "every vehicle's state once a second")
  private @Nullable Path csv;

  @Option(names = "--json", description = "print the report as JSON and nothing else")
  private boolean json;

  @Spec
  private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException {
    OutputFile.requireWritable(csv, file);
    OutputFile.requireWritable(out, file);
    MapCommand.requireWidth(widthPx);
    if (out != null) {
      TrafficPicture.requireKind(out);
    }
    RoadMap map = InputFiles.readMap(file);
    String name = InputFiles.stem(file);
    try (ThreadCrew crew = new ThreadCrew(threads)) {
      TrafficDrive drive = new TrafficDrive(map, config(), crew);
      TrafficReport report = drive(drive, name);
      var print = spec.commandLine().getOut();
      print.println(json ? report.json() : report.text());
      if (out != null) {
        drive.picture().write(out, widthPx);
        if (!json) {
          print.println("wrote " + out);
        }
      }
      print.flush();
      return report.isSound() ? ExitCode.OK : ExitCode.FAILED;
    } catch (IllegalArgumentException e) {
      throw new InputException("the command line asks for the impossible: " + e.getMessage(), e);
    }
  }

  private TrafficReport drive(TrafficDrive drive, String name) throws IOException {
    Path states = csv;
    if (states == null) {
      return drive.drive(name, durationS, seed, (traffic, timeS) -> {});
    }
    try (WholeFile whole = WholeFile.of(states)) {
      TrafficReport report;
      try (StateLog log = new StateLog(whole.place())) {
        report = drive.drive(name, durationS, seed, log);
      }
      whole.finish();
      return report;
    } catch (IOException e) {
      throw OutputFile.whileMaking(states, e);
    }
  }

  private TrafficConfig config() {
    if (!(durationS > 0.0 && durationS <= 86_400.0)) {
      throw new IllegalArgumentException("durationS=" + durationS + " is outside (0, 86400]");
    }
    return new TrafficConfig(
        vehicles,
        CLOSED_LANES_MAX,
        seed,
        TrafficConfig.STEP_S,
        Population.urban().withBicycles(bicycles));
  }
}
