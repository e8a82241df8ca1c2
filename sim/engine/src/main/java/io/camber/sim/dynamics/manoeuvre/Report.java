package io.camber.sim.dynamics.manoeuvre;

import java.util.List;

/** What came of a manoeuvre. */
public record Report(String title, List<Plot> plots, List<Figure> figures) {
  public Report {
    plots = List.copyOf(plots);
    figures = List.copyOf(figures);
  }
}
