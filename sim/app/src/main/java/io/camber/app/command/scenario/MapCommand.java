package io.camber.app.command.scenario;

import io.camber.app.command.option.CommandFamily;
import io.camber.app.command.option.OutputFile;
import io.camber.app.command.option.Replacement;
import io.camber.app.input.InputFiles;
import io.camber.app.map.MapSummary;
import io.camber.diagnostics.InputException;
import io.camber.map.RoadMap;
import io.camber.map.drawing.MapDrawing;
import io.camber.map.export.GeoJson;
import io.camber.map.export.LaneGraphDot;
import io.camber.map.export.LaneGraphJson;
import java.awt.image.BufferedImage;
import java.io.PrintWriter;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What is in maps, whether they obey the rules, pictures of them, and exports. */
@Command(
    name = "map",
    description = "Road networks (OpenDRIVE, and Lanelet2 in .osm).",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND")
public final class MapCommand extends CommandFamily {
  private static final int WIDTH_PX_MIN = 16;
  private static final int WIDTH_PX_MAX = 16_384;

  @Command(name = "info", description = "Tells what is in a map.", mixinStandardHelpOptions = true)
  int info(@Parameters(paramLabel = "FILE.xodr", description = "the map") Path file) {
    RoadMap map = InputFiles.readMap(file);
    PrintWriter out = out();
    out.println(file + (map.name().isEmpty() ? "" : " \"" + map.name() + "\""));
    MapSummary.of(map).forEach(out::println);
    printWarnings(map, out);
    return done();
  }

  @Command(
      name = "check",
      description = {
        "Judges maps by the rules of OpenDRIVE and names rule, element and line of every mistake.",
        "Ends with exit code 2 when there is an error. The rules: docs/map-rules.md."
      },
      mixinStandardHelpOptions = true)
  int check(
      @Parameters(paramLabel = "FILE.xodr", arity = "1..*", description = "maps") List<Path> files,
      @Option(names = "--all", description = "every warning, not only the first ones of each rule")
          boolean all,
      @Option(
              names = "--rule",
              paramLabel = "RULE",
              description =
                  "only this rule: its id, or the last part of it. Who asks for a rule wants it kept: exit 2 also when it only warns")
          @Nullable
          String named,
      @Option(names = "--strict", description = "warnings count as errors") boolean strict) {
    return new MapChecking(out(), Optional.ofNullable(named), all, strict).run(files);
  }

  @Command(
      name = "export",
      description = {
        "Writes a map for other tools, by the ending of the file:",
        ".geojson lanes, crosswalks, signals and objects (WGS84 where the map has a geoReference);",
        ".json the lane graph; .dot the lane graph for Graphviz; .svg and .png pictures; .xodr OpenDRIVE."
      },
      mixinStandardHelpOptions = true)
  int export(
      @Parameters(paramLabel = "FILE.xodr", description = "the map") Path file,
      @Option(
              names = {"-o", "--out"},
              paramLabel = "FILE",
              required = true,
              description = "where to")
          Path out,
      @Option(
              names = "--width",
              paramLabel = "PX",
              defaultValue = "1600",
              description = "width of a PNG")
          int widthPx,
      @Mixin Replacement replacement) {
    requireEnding(out, List.of("xodr", "svg", "png", "geojson", "json", "dot"));
    requireWidth(widthPx);
    OutputFile.requireFree(out, replacement, List.of(file));
    if (ending(out).equals("xodr")) {
      byte[] openDrive = InputFiles.readOpenDrive(file);
      RoadMap.parse(file.toString(), ByteBuffer.wrap(openDrive));
      OutputFile.write(out, place -> Files.write(place, openDrive));
      out().println("wrote " + out);
      return done();
    }
    RoadMap map = InputFiles.readMap(file);
    write(map, out, widthPx);
    PrintWriter print = out();
    if (map.geoReference().isEmpty() && ending(out).equals("geojson")) {
      print.println("note: the map has no geoReference, coordinates are metres of its own frame");
    }
    print.println("wrote " + out);
    return done();
  }

  private static String ending(Path file) {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    return name.substring(name.lastIndexOf('.') + 1);
  }

  private static void requireEnding(Path out, List<String> endings) {
    if (!endings.contains(ending(out))) {
      int last = endings.size() - 1;
      throw new InputException("--out " + out + " must end in ."
          + String.join(", .", endings.subList(0, last)) + " or ." + endings.get(last));
    }
  }

  /** Refuses widths that no picture has. */
  static void requireWidth(int widthPx) {
    if (widthPx < WIDTH_PX_MIN || widthPx > WIDTH_PX_MAX) {
      throw new InputException(
          "--width " + widthPx + " is outside [" + WIDTH_PX_MIN + ", " + WIDTH_PX_MAX + "]");
    }
  }

  private static void write(RoadMap map, Path out, int widthPx) {
    if (ending(out).equals("png")) {
      BufferedImage image = new MapDrawing(map).toImage(widthPx);
      OutputFile.write(out, image, "png");
      return;
    }
    OutputFile.write(
        out,
        switch (ending(out)) {
          case "svg" -> new MapDrawing(map).toSvg();
          case "geojson" -> GeoJson.of(map);
          case "json" -> LaneGraphJson.of(map);
          default -> LaneGraphDot.of(map);
        });
  }

  private static void printWarnings(RoadMap map, PrintWriter out) {
    map.warnings().forEach(warning -> out.println("  warning: " + warning));
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
          int widthPx) {
    Path target = out == null ? Path.of(InputFiles.stem(file) + ".svg") : out;
    requireEnding(target, List.of("svg", "png"));
    requireWidth(widthPx);
    OutputFile.requireWritable(target, file);
    RoadMap map = InputFiles.readMap(file);
    write(map, target, widthPx);
    PrintWriter print = out();
    print.println(InputFiles.stem(file) + ": " + map.roads().size() + " roads, "
        + map.lanes().size() + " lanes, " + map.signals().size() + " signals");
    printWarnings(map, print);
    print.println("wrote " + target);
    return done();
  }
}
