package io.camber.app.command;

import io.camber.app.simulation.InputFiles;
import io.camber.diagnostics.InputException;
import io.camber.map.RoadMap;
import io.camber.map.drawing.MapDrawing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import javax.imageio.ImageIO;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Pictures of maps. */
@Command(
    name = "map",
    description = "Road networks (OpenDRIVE).",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND")
final class MapCommand implements Runnable {
  @Spec
  private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }

  @Command(
      name = "show",
      description = "Draws a map to an SVG or PNG file and prints what is in it.",
      mixinStandardHelpOptions = true)
  int show(
      @Parameters(paramLabel = "FILE.xodr", description = "the map") Path file,
      @Option(
              names = {"-o", "--out"},
              paramLabel = "FILE",
              description =
                  "where to: NAME.svg or NAME.png (default: the map's name with .svg, here)")
          Path out,
      @Option(
              names = "--width",
              paramLabel = "PX",
              defaultValue = "1600",
              description = "width of a PNG")
          int widthPx)
      throws IOException {
    RoadMap map = InputFiles.readMap(file);
    Path target = out == null ? Path.of(InputFiles.stem(file) + ".svg") : out;
    String name = target.getFileName().toString().toLowerCase(Locale.ROOT);
    if (name.endsWith(".svg")) {
      Files.writeString(target, new MapDrawing(map).toSvg());
    } else if (name.endsWith(".png")) {
      ImageIO.write(new MapDrawing(map).toImage(widthPx), "png", target.toFile());
    } else {
      throw new InputException("--out " + target + " is neither .svg nor .png");
    }
    var print = spec.commandLine().getOut();
    print.println(InputFiles.stem(file) + ": " + map.roads().size() + " roads, "
        + map.lanes().size() + " lanes, " + map.signals().size() + " signals");
    map.warnings().forEach(warning -> print.println("  warning: " + warning));
    print.println("wrote " + target);
    print.flush();
    return ExitCode.OK;
  }
}
