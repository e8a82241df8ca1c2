package io.camber.app.command.tune;

import io.camber.app.command.option.CommandFamily;
import io.camber.app.command.option.ExitCode;
import io.camber.app.command.option.OutputFile;
import io.camber.app.control.Course;
import io.camber.app.control.CourseSheet;
import io.camber.app.control.MarginSheet;
import io.camber.diagnostics.InputException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The stack's controller alone, on simulated cars. */
@Command(
    name = "control",
    description = "The controller alone: courses, robustness, margins of its loops.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND")
public final class ControlFamilyCommand extends CommandFamily {
  @Command(
      name = "course",
      description = {
        "Drives fixed courses with the stack's controller and tells how far the car is from where it should be.",
        "Ends with exit code 4 when the car as described is lost on one. docs/control.md"
      },
      mixinStandardHelpOptions = true)
  int course(
      @Parameters(
              paramLabel = "COURSE",
              arity = "0..*",
              defaultValue = "all",
              description =
                  "all (default), or of: straight-100, circle-15, slalom, lane-change-60, lane-change-80, lane-change-100, s-curve, stop-line, launch")
          List<String> names,
      @Option(
              names = "--grid",
              description =
                  "drives each course under each perturbation too: delay, lag, steering gain and bias, mass, friction")
          boolean grid,
      @Mixin CarChoice car,
      @Option(names = "--json", description = "print the figures as JSON and nothing else")
          boolean json,
      @Option(
              names = "--out",
              paramLabel = "FILE",
              description = "plots of the lateral errors: .svg, or .html with the tables")
          @Nullable
          Path file) {
    OutputFile.requireWritable(file);
    requireEnding(file, ".html");
    List<Course> courses = names.equals(List.of("all"))
        ? List.of(Course.values())
        : names.stream().map(Course::named).distinct().toList();
    CourseSheet sheet = CourseSheet.drive(car.car(), courses, grid);
    if (file != null) {
      OutputFile.write(file, isSvg(file) ? sheet.toSvg() : sheet.toHtml());
    }
    print(json ? sheet.toJson() : text(sheet.car(), sheet.lines(), file));
    return sheet.holds() ? ExitCode.OK : ExitCode.FAILED;
  }

  @Command(
      name = "margins",
      description = {
        "Measures the open loops of steering and acceleration while they are closed, and tells gain, phase and delay margins.",
        "Ends with exit code 4 when a loop is not stable. docs/control.md"
      },
      mixinStandardHelpOptions = true)
  int margins(
      @Option(
              names = "--speed",
              paramLabel = "KMPH",
              split = ",",
              defaultValue = "20,50,80,100,130",
              description = "speeds, km/h (default: ${DEFAULT-VALUE})")
          List<Double> speeds,
      @Mixin CarChoice car,
      @Option(names = "--json", description = "print the margins as JSON and nothing else")
          boolean json,
      @Option(
              names = "--out",
              paramLabel = "FILE",
              description = "frequency responses: .svg, or .csv")
          @Nullable
          Path file) {
    OutputFile.requireWritable(file);
    requireEnding(file, ".csv");
    speeds.forEach(ControlFamilyCommand::requireInRange);
    MarginSheet sheet =
        MarginSheet.measure(car.car(), speeds.stream().distinct().toList());
    if (file != null) {
      OutputFile.write(file, isSvg(file) ? sheet.toSvg() : sheet.toCsv());
    }
    print(json ? sheet.toJson() : text(sheet.car(), sheet.lines(), file));
    return sheet.holds() ? ExitCode.OK : ExitCode.FAILED;
  }

  private static void requireInRange(double speedKmph) {
    if (!(speedKmph >= MarginSheet.SPEED_KMPH_MIN && speedKmph <= MarginSheet.SPEED_KMPH_MAX)) {
      throw new InputException("--speed " + speedKmph + ": is outside ["
          + MarginSheet.SPEED_KMPH_MIN + ", " + MarginSheet.SPEED_KMPH_MAX + "] km/h");
    }
  }

  private static String text(String car, List<String> lines, @Nullable Path file) {
    String plots = file == null ? "" : "plots in " + file + "\n";
    return car + "\n" + String.join("\n", lines) + "\n" + plots;
  }

  private void print(String text) {
    PrintWriter out = out();
    out.print(text);
    out.flush();
  }

  private static boolean isSvg(Path file) {
    return file.toString().endsWith(".svg");
  }

  private static void requireEnding(@Nullable Path file, String other) {
    if (file != null && !isSvg(file) && !file.toString().endsWith(other)) {
      throw new InputException("--out " + file + ": ends neither in .svg nor in " + other);
    }
  }
}
