package io.camber.app.vehicle;

import io.camber.app.chart.LineChart;
import io.camber.sim.dynamics.Ground;
import io.camber.sim.dynamics.doubletrack.DoubleTrackConfig;
import io.camber.sim.dynamics.manoeuvre.Figure;
import io.camber.sim.dynamics.manoeuvre.Manoeuvre;
import io.camber.sim.dynamics.manoeuvre.Plot;
import io.camber.sim.dynamics.manoeuvre.Report;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Manoeuvres of one vehicle: a table for the console, plots as one picture. */
public record ManoeuvreSheet(List<Report> reports) {
  public ManoeuvreSheet {
    reports = List.copyOf(reports);
  }

  /** Drives all of them that suit the vehicle. */
  public static ManoeuvreSheet drive(
      DoubleTrackConfig vehicle, List<Manoeuvre> manoeuvres, double frictionScale) {
    Ground ground = new Ground(0.0, frictionScale);
    return new ManoeuvreSheet(manoeuvres.stream()
        .filter(each -> each.suits(vehicle))
        .map(each -> each.run(vehicle, ground))
        .toList());
  }

  public String toSvg() {
    List<Plot> plots = new ArrayList<>();
    reports.forEach(report -> plots.addAll(report.plots()));
    return LineChart.toSvg(plots, 3);
  }

  /** One line a figure. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    for (Report report : reports) {
      lines.add(report.title());
      for (Figure figure : report.figures()) {
        lines.add(String.format(
            Locale.ROOT,
            "  %-48s %10.4g %-6s %2s %10.4g  %-4s %s",
            figure.name(),
            figure.value(),
            figure.unit(),
            figure.rule().sign(),
            figure.expected(),
            verdict(figure),
            figure.source()));
      }
    }
    return lines;
  }

  private static String verdict(Figure figure) {
    if (figure.rule() == Figure.Rule.NEAR) {
      return "";
    }
    return figure.holds() ? "ok" : "NO";
  }

  /** True when every figure stands to its expectation as it should. */
  public boolean holds() {
    return reports.stream().allMatch(report -> report.figures().stream().allMatch(Figure::holds));
  }
}
