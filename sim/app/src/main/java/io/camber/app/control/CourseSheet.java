package io.camber.app.control;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.camber.app.chart.LineChart;
import io.camber.geometry.Vec2;
import io.camber.sim.dynamics.manoeuvre.Curve;
import io.camber.sim.dynamics.manoeuvre.Plot;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Courses driven with the nominal car and, where there is a grid, with each perturbation: tables, plots, JSON. */
public record CourseSheet(String car, List<CourseRun> runs) {
  /** Curves of perturbations in a plot; more could not be told apart. */
  private static final int WORST_SHOWN = 3;

  private static final int POINT_STEPS = 5;

  public CourseSheet {
    runs = List.copyOf(runs);
  }

  /** Drives the courses, under each perturbation too if there shall be a grid. */
  public static CourseSheet drive(TestCar car, List<Course> courses, boolean hasGrid) {
    List<CourseRun> runs = new ArrayList<>();
    for (Course course : courses) {
      runs.add(CourseRun.drive(course, car, Perturbation.NONE));
      if (hasGrid) {
        Perturbation.grid().forEach(each -> runs.add(CourseRun.drive(course, car, each)));
      }
    }
    return new CourseSheet(car.description().name(), runs);
  }

  /** True when the nominal car was lost on no course. */
  public boolean holds() {
    return nominal().stream().noneMatch(run -> run.figures().hasDiverged());
  }

  /** Runs of the car as described, one a course. */
  List<CourseRun> nominal() {
    return runs.stream().filter(CourseRun::isNominal).toList();
  }

  /** Runs of a course with something changed. */
  List<CourseRun> perturbed(Course course) {
    return runs.stream()
        .filter(run -> run.course() == course && !run.isNominal())
        .toList();
  }

  public List<String> lines() {
    return CourseTable.of(this);
  }

  public String toSvg() {
    return LineChart.toSvg(nominal().stream().map(this::plot).toList(), 3);
  }

  public String toHtml() {
    String table = String.join("\n", lines()).replace("&", "&amp;").replace("<", "&lt;");
    return String.join(
        "\n",
        "<!doctype html>",
        "<meta charset=\"utf-8\">",
        "<title>Courses of control</title>",
        "<pre>" + table,
        "</pre>",
        toSvg());
  }

  private Plot plot(CourseRun nominal) {
    List<Curve> curves = new ArrayList<>();
    curves.add(curve(nominal));
    perturbed(nominal.course()).stream()
        .sorted(Comparator.comparingDouble(run -> -run.figures().lateral().max()))
        .limit(WORST_SHOWN)
        .forEach(run -> curves.add(curve(run)));
    String title = nominal.course().title() + ": " + nominal.course().description();
    return new Plot(title, "s", "lateral error, m", curves);
  }

  /** A point every 50 ms, which is finer than the print. */
  private static Curve curve(CourseRun run) {
    List<Vec2> points = new ArrayList<>();
    for (int i = 0; i < run.lateral().size(); i += POINT_STEPS) {
      points.add(run.lateral().get(i));
    }
    return Curve.driven(run.perturbation().name(), points);
  }

  public String toJson() {
    JsonArray all = new JsonArray();
    runs.forEach(run -> all.add(json(run)));
    JsonObject json = new JsonObject();
    json.addProperty("car", car);
    json.add("runs", all);
    return new GsonBuilder().setPrettyPrinting().create().toJson(json) + "\n";
  }

  private static JsonObject json(CourseRun run) {
    CourseFigures figures = run.figures();
    JsonObject json = new JsonObject();
    json.addProperty("course", run.course().title());
    json.addProperty("perturbation", run.perturbation().name());
    json.addProperty("diverged", figures.hasDiverged());
    json.addProperty("lateral_accel_asked_mps2", run.course().lateralMps2());
    json.add("lateral_m", json(figures.lateral()));
    json.add("heading_rad", json(figures.heading()));
    json.add("position_m", json(figures.position()));
    json.add("speed_mps", json(figures.speed()));
    json.addProperty("steering_rate_rms_radps", figures.steeringRateRadps());
    json.addProperty("chatter_hz", figures.chatterHz());
    json.addProperty("limited_s", figures.limitedS());
    if (Double.isFinite(figures.stopM())) {
      json.addProperty("stop_deviation_m", figures.stopM());
    }
    return json;
  }

  private static JsonObject json(CourseFigures.Spread spread) {
    JsonObject json = new JsonObject();
    json.addProperty("rms", spread.rms());
    json.addProperty("p95", spread.p95());
    json.addProperty("max", spread.max());
    return json;
  }
}
