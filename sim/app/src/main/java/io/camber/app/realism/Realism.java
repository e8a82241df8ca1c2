package io.camber.app.realism;

import io.camber.app.chart.LineChart;
import io.camber.app.render.SimulatedSweeps;
import io.camber.geometry.Vec2;
import io.camber.sim.dynamics.manoeuvre.Curve;
import io.camber.sim.dynamics.manoeuvre.Plot;
import io.camber.sim.sensor.lidar.LidarConfig;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** One device, simulated in a few scenes, beside recordings of it. */
public final class Realism {
  private record Column(String name, boolean isRecorded, SweepTally tally) {}

  private final List<Column> columns = new ArrayList<>();

  /** Simulates the device at moments of scenarios that are two seconds apart. */
  public void simulate(LidarConfig lidar, List<Path> scenarios, int moments) {
    SweepTally tally = new SweepTally();
    for (Path scenario : scenarios) {
      SimulatedSweeps.forEach(lidar, scenario, moments, tally::add);
    }
    columns.add(new Column("simulated", false, tally));
  }

  /** Reads a recording. */
  public void record(Path file, int sweepsMax) throws IOException {
    columns.add(
        new Column("recorded " + file.getFileName(), true, RecordedSweeps.read(file, sweepsMax)));
  }

  /** A table, one line a figure. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    StringBuilder head = new StringBuilder(String.format("%-44s", ""));
    columns.forEach(column -> head.append(String.format("%24s", shortened(column.name()))));
    lines.add(head.toString());
    line(lines, "sweeps", "%.0f", SweepTally::sweeps);
    line(lines, "points a sweep", "%.0f", SweepTally::pointsASweep);
    line(lines, "rows with points", "%.0f", tally -> tally.pointsByElevation().size());
    line(lines, "points of the fullest row", "%.0f", SweepTally::fullestRow);
    line(lines, "share of points beyond 40 m", "%.3f", SweepTally::farShare);
    line(lines, "no return, rows 4 to 15 deg down", "%.3f", SweepTally::dropoutShare);
    line(lines, "intensity, tenth percentile", "%.0f", tally -> tally.intensityQuantile(0.1));
    line(lines, "intensity, median", "%.0f", tally -> tally.intensityQuantile(0.5));
    line(lines, "intensity, 99th percentile", "%.0f", tally -> tally.intensityQuantile(0.99));
    line(lines, "scatter of the ground, mm", "%.1f", tally -> 1e3 * tally.groundStdM());
    line(lines, "cars with points", "%.0f", SweepTally::carCount);
    for (double range : new double[] {7.5, 12.5, 17.5, 22.5, 32.5, 42.5, 52.5}) {
      line(
          lines,
          String.format(
              Locale.ROOT, "points on a car %.0f to %.0f m away, median", range - 2.5, range + 2.5),
          "%.0f",
          tally -> at(tally.pointsOnCars(), range));
    }
    for (double range : new double[] {7.5, 12.5, 17.5, 22.5, 32.5, 42.5, 52.5}) {
      line(
          lines,
          String.format(
              Locale.ROOT, "over the shots into its box, %.0f to %.0f m", range - 2.5, range + 2.5),
          "%.2f",
          tally -> at(tally.sharesOfCars(), range));
    }
    return lines;
  }

  private static String shortened(String name) {
    return name.length() > 22 ? name.substring(0, 22) : name;
  }

  private void line(
      List<String> lines, String name, String format, ToDoubleFunction<SweepTally> value) {
    StringBuilder line = new StringBuilder(String.format("%-44s", name));
    for (Column column : columns) {
      double number = value.applyAsDouble(column.tally());
      line.append(String.format(
          "%24s", Double.isNaN(number) ? "-" : String.format(Locale.ROOT, format, number)));
    }
    lines.add(line.toString());
  }

  private static double at(List<Vec2> points, double x) {
    return points.stream()
        .filter(point -> Math.abs(point.x() - x) < 1e-9)
        .mapToDouble(Vec2::y)
        .findFirst()
        .orElse(Double.NaN);
  }

  /** Points by row, intensities, points on cars. */
  public String toSvg() {
    List<Curve> rows = new ArrayList<>();
    List<Curve> intensities = new ArrayList<>();
    List<Curve> cars = new ArrayList<>();
    for (Column column : columns) {
      rows.add(curve(column, column.tally().pointsByElevation()));
      intensities.add(curve(
          column,
          column.tally().intensityShares().stream()
              .map(bin -> new Vec2(bin.x(), 100.0 * bin.y()))
              .toList()));
      cars.add(curve(
          column,
          column.tally().pointsOnCars().stream()
              .map(bin -> new Vec2(bin.x(), StrictMath.log10(Math.max(1.0, bin.y()))))
              .toList()));
    }
    return LineChart.toSvg(
        List.of(
            new Plot("points of each row", "elevation, deg", "points a sweep", rows),
            new Plot("intensity", "intensity, 0 to 255", "share of the points, %", intensities),
            new Plot("points on a car", "range, m", "log10 of the median", cars)),
        3);
  }

  private static Curve curve(Column column, List<Vec2> points) {
    return new Curve(shortened(column.name()), column.isRecorded(), points);
  }
}
