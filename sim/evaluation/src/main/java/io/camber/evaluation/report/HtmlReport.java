package io.camber.evaluation.report;

import io.camber.evaluation.judgement.Judgement;
import io.camber.evaluation.judgement.Metric;
import io.camber.evaluation.latency.LatencyMeasure;
import io.camber.evaluation.report.drawing.Markup;
import io.camber.evaluation.report.drawing.Png;
import io.camber.evaluation.report.drawing.RecallPlot;
import io.camber.evaluation.report.drawing.Waterfall;
import io.camber.map.RoadMap;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** {@code report.html}: one page that needs nothing but itself; light, dark and printable. */
public final class HtmlReport {
  private static final List<String> HEADLINE_METRICS = List.of(
      "engagement.time",
      "progress.distance",
      "progress.routeCompletion",
      "collision.atFault",
      "ttc.min",
      "offRoad.count",
      "redLight.count",
      "comfort.score",
      "localization.lateral.p95",
      "perception.recall",
      "latency.lidar.top.sweep.p99");

  private final RunFacts facts;
  private final Judgement judgement;
  private final RoadMap map;
  private final DriveAlbum album;
  private final LatencyMeasure latency;
  private final SortedMap<String, double[]> curves;

  /**
   * A report.
   *
   * @param curves precision of detections at recalls of 0, 10 ... 100 %, by class
   */
  public HtmlReport(
      RunFacts facts,
      Judgement judgement,
      RoadMap map,
      DriveAlbum album,
      LatencyMeasure latency,
      SortedMap<String, double[]> curves) {
    this.facts = facts;
    this.judgement = judgement;
    this.map = map;
    this.album = album;
    this.latency = latency;
    this.curves = new TreeMap<>(curves);
  }

  /** The whole page. */
  public String toHtml() {
    List<Moment> moments = Moment.of(judgement, album);
    BirdsEye birdsEye = new BirdsEye(map, judgement.series());
    String name = facts.scenario().substring(facts.scenario().lastIndexOf('/') + 1);
    return "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>"
        + judgement.outcome() + " – " + Markup.escape(name) + "</title>\n<style>\n" + style()
        + "</style></head>\n<body class=\"" + judgement.outcome().name().toLowerCase(Locale.ROOT)
        + "\">\n" + header(name) + headline()
        + section("The drive", birdsEye.strip(moments))
        + section("Moments", cards(moments, birdsEye))
        + section("Course", "<div class=\"plots\">" + new DrivePlots(judgement).toSvg() + "</div>")
        + section("Latency", latency())
        + section("Metrics", MetricTables.metrics(judgement.metrics()))
        + section("Perception", MetricTables.recall(judgement) + curves())
        + section("By speed and occlusion", MetricTables.parts(judgement))
        + section("Events", MetricTables.events(judgement.events()))
        + footer() + "</body></html>\n";
  }

  private static String section(String title, String content) {
    boolean empty = content.isEmpty() || content.equals("<div class=\"plots\"></div>");
    return empty ? "" : "<section><h2>" + title + "</h2>\n" + content + "</section>\n";
  }

  private String header(String name) {
    String truth = facts.truthPerception()
        ? "<p class=\"note\">The stack was given <b>true objects</b> instead of sensor data"
            + " (<code>--perception truth</code>): this drive says nothing about perception.</p>\n"
        : "";
    return "<header><div class=\"verdict\">" + judgement.outcome() + "</div>\n<div><h1>"
        + Markup.escape(name) + "</h1>\n<p class=\"reason\">" + Markup.escape(judgement.reason())
        + "</p>\n" + truth + "<pre>" + Markup.escape(facts.command()) + "</pre></div></header>\n";
  }

  private String headline() {
    StringBuilder html = new StringBuilder("<div class=\"tiles\">\n");
    tile(html, "seed", String.valueOf(facts.seed()), "");
    tile(html, "simulated", Markup.number(facts.simulatedS()) + " s", "");
    tile(html, "real-time factor", Markup.number(facts.realTimeFactor()), "");
    for (String name : HEADLINE_METRICS) {
      judgement
          .findMetric(name)
          .filter(metric -> metric.value().isPresent())
          .ifPresent(metric -> tile(html, name, value(metric), state(metric)));
    }
    return html.append("</div>\n").toString();
  }

  private static void tile(StringBuilder html, String name, String value, String state) {
    html.append("<div class=\"tile ")
        .append(state)
        .append("\"><b>")
        .append(Markup.escape(value))
        .append("</b><span>")
        .append(Markup.escape(name))
        .append("</span></div>\n");
  }

  private static String value(Metric metric) {
    double value = metric.value().orElse(Double.NaN);
    return Markup.number(value) + (metric.unit().equals("1") ? "" : " " + metric.unit());
  }

  private static String state(Metric metric) {
    return metric.limit().isEmpty() ? "" : metric.isWithinLimit() ? "ok" : "bad";
  }

  private String cards(List<Moment> moments, BirdsEye birdsEye) {
    StringBuilder html = new StringBuilder();
    for (Moment moment : moments) {
      html.append("<article class=\"")
          .append(moment.style())
          .append("\"><h3><span>")
          .append(moment.number())
          .append("</span> ")
          .append(Markup.escape(moment.title()))
          .append("</h3><p class=\"at\">")
          .append(Moment.mark(moment.timeNs(), "camber view . --at %.2f"))
          .append("</p><div>\n");
      moment.snapshot().ifPresent(snapshot -> html.append(birdsEye.closeUp(snapshot)));
      album
          .image(moment.timeNs())
          .ifPresent(image -> html.append(String.format(
              Locale.ROOT,
              "<figure><img alt=\"camera\" src=\"%s\"><figcaption>camera at %.2f s"
                  + "</figcaption></figure>%n",
              Png.dataUri(image, image.width() > 480 ? 2 : 1),
              image.timeNs() * 1e-9)));
      html.append("</div></article>\n");
    }
    return html.toString();
  }

  private String latency() {
    String plots = waterfalls();
    return plots.isEmpty()
        ? ""
        : "<p class=\"quiet\">" + LatencyMeasure.HOW_TO_READ + "</p>\n<div class=\"plots\">" + plots
            + "</div>";
  }

  private String waterfalls() {
    StringBuilder html = new StringBuilder();
    for (String sensor : latency.sensors()) {
      if (sensor.contains("lidar") || sensor.contains("camera") || sensor.contains("imu")) {
        List<Waterfall.Leg> legs = latency.hops(sensor).stream()
            .map(hop -> new Waterfall.Leg(
                hop.to().equals(sensor) ? "exposure to bus" : hop.to(),
                hop.meanS(),
                hop.computeS()))
            .toList();
        html.append("<figure>")
            .append(Waterfall.toSvg("From " + sensor + " to the actuators, mean", legs))
            .append("</figure>\n");
      }
    }
    return html.toString();
  }

  private String curves() {
    StringBuilder html = new StringBuilder();
    curves.forEach((objectClass, precisions) -> html.append("<figure>")
        .append(RecallPlot.toSvg(
            objectClass + ", detections within 2 m, the surest first",
            Arrays.stream(precisions).boxed().toList()))
        .append("</figure>\n"));
    return html.isEmpty() ? "" : "<div class=\"plots curves\">" + html + "</div>";
  }

  private String footer() {
    StringBuilder html = new StringBuilder("<footer><p>hash <code>")
        .append(Markup.escape(facts.hash()))
        .append("</code></p><p>");
    facts
        .versions()
        .forEach(
            (part, version) -> html.append(Markup.escape(part + " " + version)).append(" · "));
    return html.append("wall time ")
        .append(Markup.number(facts.wallS()))
        .append(" s</p></footer>\n")
        .toString();
  }

  private static String style() {
    try (InputStream css =
        Optional.ofNullable(HtmlReport.class.getResourceAsStream("report.css")).orElseThrow()) {
      return new String(css.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("report.css cannot be read", e);
    }
  }
}
