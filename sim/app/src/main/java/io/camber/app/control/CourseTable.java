package io.camber.app.control;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** Courses as text: a line each for the nominal car, then the grid and its worst cases. */
final class CourseTable {
  private CourseTable() {}

  static List<String> of(CourseSheet sheet) {
    List<String> lines = new ArrayList<>();
    lines.add(String.format(
        "%-16s %5s   %-20s %-12s   %-14s   %-12s   %s",
        "", "a_y", "lateral m", "heading deg", "position m", "speed m/s", "steering"));
    lines.add(String.format(
        "%-16s %5s   %6s %6s %6s %5s %6s   %6s %7s   %5s %6s   %5s %7s %7s %7s",
        "course", "m/s2", "rms", "95 %", "max", "rms", "max", "rms", "max", "rms", "max", "deg/s",
        "turns/s", "cut s", "stop m"));
    List<CourseRun> nominal = sheet.nominal();
    nominal.forEach(run -> lines.add(line(run)));
    if (nominal.stream().anyMatch(run -> !sheet.perturbed(run.course()).isEmpty())) {
      lines.add("");
      lines.add("largest lateral error, m; * the car was lost (2 m or 30 degrees off)");
      lines.addAll(grid(sheet, run -> run.figures().lateral().max()));
      lines.add("");
      lines.add("largest position error, m");
      lines.addAll(grid(sheet, run -> run.figures().position().max()));
      lines.add("");
      lines.addAll(worst(sheet));
    }
    return lines;
  }

  private static String line(CourseRun run) {
    CourseFigures figures = run.figures();
    return String.format(
        Locale.ROOT,
        "%-16s %5.2f   %6.3f %6.3f %6.3f %5.2f %6.2f   %6.3f %7.3f   %5.2f %6.2f   %5.2f %7.2f %7.2f %7s%s",
        run.course().title(),
        run.course().lateralMps2(),
        figures.lateral().rms(),
        figures.lateral().p95(),
        figures.lateral().max(),
        Math.toDegrees(figures.heading().rms()),
        Math.toDegrees(figures.heading().max()),
        figures.position().rms(),
        figures.position().max(),
        figures.speed().rms(),
        figures.speed().max(),
        Math.toDegrees(figures.steeringRateRadps()),
        figures.chatterHz(),
        figures.limitedS(),
        stop(run),
        figures.hasDiverged() ? "  LOST" : "");
  }

  private static String stop(CourseRun run) {
    if (!run.course().hasStop()) {
      return "";
    }
    double stop = run.figures().stopM();
    return Double.isFinite(stop) ? String.format(Locale.ROOT, "%.3f", stop) : "drives";
  }

  /** Perturbations down, courses across. */
  private static List<String> grid(CourseSheet sheet, ToDoubleFunction<CourseRun> value) {
    List<CourseRun> nominal = sheet.nominal();
    StringBuilder head = new StringBuilder(String.format("%-20s", ""));
    StringBuilder first = new StringBuilder(String.format("%-20s", "nominal"));
    for (CourseRun run : nominal) {
      head.append(String.format(" %15s", run.course().title()));
      first.append(cell(run, value));
    }
    List<String> lines = new ArrayList<>(List.of(head.toString(), first.toString()));
    for (Perturbation perturbation : Perturbation.grid()) {
      StringBuilder line = new StringBuilder(String.format("%-20s", perturbation.name()));
      for (CourseRun run : nominal) {
        sheet.perturbed(run.course()).stream()
            .filter(each -> each.perturbation().equals(perturbation))
            .forEach(each -> line.append(cell(each, value)));
      }
      lines.add(line.toString());
    }
    return lines;
  }

  private static String cell(CourseRun run, ToDoubleFunction<CourseRun> value) {
    return String.format(
        Locale.ROOT,
        " %14.3f%s",
        value.applyAsDouble(run),
        run.figures().hasDiverged() ? "*" : " ");
  }

  private static List<String> worst(CourseSheet sheet) {
    List<String> lines = new ArrayList<>();
    lines.add(String.format(
        "%-16s %8s %7s   %-20s %9s %7s   %-20s %s",
        "worst case", "lateral", "ratio", "under", "position", "ratio", "under", "lost under"));
    for (CourseRun nominal : sheet.nominal()) {
      List<CourseRun> perturbed = sheet.perturbed(nominal.course());
      CourseRun aside = largest(perturbed, run -> run.figures().lateral().max());
      CourseRun along = largest(perturbed, run -> run.figures().position().max());
      List<String> lost = perturbed.stream()
          .filter(run -> run.figures().hasDiverged())
          .map(run -> run.perturbation().name())
          .toList();
      lines.add(String.format(
          Locale.ROOT,
          "%-16s %8.3f %7s   %-20s %9.3f %7s   %-20s %s",
          nominal.course().title(),
          aside.figures().lateral().max(),
          ratio(aside.figures().lateral(), nominal.figures().lateral()),
          aside.perturbation().name(),
          along.figures().position().max(),
          ratio(along.figures().position(), nominal.figures().position()),
          along.perturbation().name(),
          lost.isEmpty() ? "none" : String.join(", ", lost)));
    }
    return lines;
  }

  private static CourseRun largest(List<CourseRun> runs, ToDoubleFunction<CourseRun> value) {
    return runs.stream().max(Comparator.comparingDouble(value)).orElseThrow();
  }

  /** Over the nominal one, where that is more than a millimetre. */
  private static String ratio(CourseFigures.Spread worst, CourseFigures.Spread nominal) {
    return nominal.max() > 1e-3
        ? String.format(Locale.ROOT, "%.1f", worst.max() / nominal.max())
        : "-";
  }
}
