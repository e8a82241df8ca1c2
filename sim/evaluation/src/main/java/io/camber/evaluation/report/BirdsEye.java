package io.camber.evaluation.report;

import io.camber.evaluation.judgement.TimeSeries;
import io.camber.evaluation.report.drawing.Markup;
import io.camber.evaluation.report.drawing.Sheet;
import io.camber.evaluation.report.drawing.SpeedColor;
import io.camber.geometry.Pose2;
import io.camber.geometry.Vec2;
import io.camber.geometry.Vec3;
import io.camber.map.LaneSegment;
import io.camber.map.RoadMap;
import io.camber.map.road.Marking;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The drive from above: the whole way as a strip, and single moments close up. */
final class BirdsEye {
  private static final double STRIP_UNITS = 1200.0;
  private static final double STRIP_MARGIN_M = 15.0;
  private static final double STRIP_HEIGHT_M_MIN = 45.0;
  private static final double MOMENT_WIDTH_M = 84.0;
  private static final double MOMENT_HEIGHT_M = 44.0;
  private static final double MOMENT_SCALE = 7.0;
  private static final double OUTLINE_STEP_M = 2.0;

  private final RoadMap map;
  private final TimeSeries series;

  BirdsEye(RoadMap map, TimeSeries series) {
    this.map = map;
    this.series = series;
  }

  /** The whole way, turned so that start and end lie side by side; numbers mark the moments. */
  String strip(List<Moment> moments) {
    List<Vec2> path = path();
    if (path.isEmpty()) {
      return "";
    }
    Vec2 span = path.get(path.size() - 1).minus(path.get(0));
    double yaw = span.length() < 1.0 ? 0.0 : StrictMath.atan2(span.y(), span.x());
    Pose2 turned = new Pose2(0.0, 0.0, yaw);
    double minX = Double.POSITIVE_INFINITY;
    double maxX = Double.NEGATIVE_INFINITY;
    double minY = Double.POSITIVE_INFINITY;
    double maxY = Double.NEGATIVE_INFINITY;
    for (Vec2 point : path) {
      Vec2 local = turned.applyInverse(point);
      minX = Math.min(minX, local.x());
      maxX = Math.max(maxX, local.x());
      minY = Math.min(minY, local.y());
      maxY = Math.max(maxY, local.y());
    }
    double width = Math.max(80.0, maxX - minX + 2.0 * STRIP_MARGIN_M);
    double height =
        Math.max(Math.max(STRIP_HEIGHT_M_MIN, width / 14.0), maxY - minY + 2.0 * STRIP_MARGIN_M);
    Vec2 middle = turned.apply(new Vec2((minX + maxX) / 2.0, (minY + maxY) / 2.0));
    Sheet sheet =
        new Sheet(new Pose2(middle.x(), middle.y(), yaw), width, height, STRIP_UNITS / width);
    drawRoads(sheet, sheet.scale() > 3.0);
    drawPath(sheet, path);
    for (Moment moment : moments) {
      moment.snapshot().ifPresent(snapshot -> drawActors(sheet, snapshot, false));
    }
    for (Moment moment : moments) {
      int row = rowAt(moment.timeNs());
      sheet.dot(path.get(row), 9.0, "moment " + moment.style(), moment.title());
      sheet.label(path.get(row), "number", String.valueOf(moment.number()));
    }
    return sheet.toSvg("the drive from above", round(width / 6.0)) + legend();
  }

  /** One moment, ego pointing right. */
  String closeUp(Snapshot snapshot) {
    Pose2 ego = snapshot.actors().stream()
        .filter(ActorShape::isEgo)
        .map(shape -> shape.footprint().center())
        .findFirst()
        .orElse(Pose2.IDENTITY);
    Vec2 middle = ego.apply(new Vec2(MOMENT_WIDTH_M * 0.18, 0.0));
    Sheet sheet = new Sheet(
        new Pose2(middle.x(), middle.y(), ego.yaw()),
        MOMENT_WIDTH_M,
        MOMENT_HEIGHT_M,
        MOMENT_SCALE);
    drawRoads(sheet, true);
    drawPath(sheet, path());
    drawActors(sheet, snapshot, true);
    return sheet.toSvg("the moment from above", 10.0);
  }

  private void drawRoads(Sheet sheet, boolean withMarkings) {
    for (LaneSegment lane : map.lanes()) {
      List<Vec2> outline =
          lane.outline(OUTLINE_STEP_M).stream().map(Vec3::toVec2).toList();
      if (outline.stream().anyMatch(point -> sheet.shows(point, 10.0))) {
        String kind = lane.isDrivable() ? "drivable" : "beside";
        sheet.area(outline, "lane " + kind, "");
      }
    }
    if (withMarkings) {
      for (Marking marking : map.markings(OUTLINE_STEP_M)) {
        List<Vec2> points = marking.points().stream().map(Vec3::toVec2).toList();
        if (points.stream().anyMatch(point -> sheet.shows(point, 2.0))) {
          sheet.line(points, "marking", "");
        }
      }
    }
  }

  private void drawPath(Sheet sheet, List<Vec2> path) {
    double[] speeds = series.column("speed");
    double fastest = Math.max(1.0, fastest());
    for (int i = 1; i < path.size(); i++) {
      if (sheet.shows(path.get(i), 5.0)) {
        sheet.line(
            List.of(path.get(i - 1), path.get(i)), "path", SpeedColor.of(speeds[i] / fastest));
      }
    }
  }

  private static void drawActors(Sheet sheet, Snapshot snapshot, boolean withNames) {
    for (ActorShape actor : snapshot.actors()) {
      Vec2 center = actor.footprint().center().position();
      if (!sheet.shows(center, 5.0)) {
        continue;
      }
      String style = actor.isEgo()
          ? "actor ego"
          : "actor " + actor.objectClass().name().toLowerCase(Locale.ROOT);
      sheet.area(actor.footprint().corners(), style, actor.name());
      if (withNames) {
        sheet.line(nose(actor), "nose", "");
        sheet.labelAbove(center, 12.0, "actor-name", actor.name());
      }
    }
  }

  /** A tip that shows which way an actor looks. */
  private static List<Vec2> nose(ActorShape actor) {
    double front = actor.footprint().lengthM() / 2.0;
    double side = actor.footprint().widthM() / 2.0;
    Pose2 center = actor.footprint().center();
    return List.of(
        center.apply(new Vec2(front - side, side)),
        center.apply(new Vec2(front, 0.0)),
        center.apply(new Vec2(front - side, -side)));
  }

  private List<Vec2> path() {
    double[] x = series.column("x");
    double[] y = series.column("y");
    List<Vec2> path = new ArrayList<>();
    for (int i = 0; i < series.size(); i++) {
      path.add(new Vec2(x[i], y[i]));
    }
    return path;
  }

  private int rowAt(long timeNs) {
    int row = 0;
    while (row + 1 < series.size() && series.timeNs(row + 1) <= timeNs) {
      row++;
    }
    return row;
  }

  private double fastest() {
    double fastest = 0.0;
    for (double speed : series.column("speed")) {
      fastest = Math.max(fastest, speed);
    }
    return fastest;
  }

  private String legend() {
    StringBuilder legend = new StringBuilder("<p class=\"speeds\">speed ");
    double fastest = Math.max(1.0, fastest());
    for (int i = 0; i <= 4; i++) {
      legend
          .append("<span><i style=\"background:")
          .append(SpeedColor.of(i / 4.0))
          .append("\"></i>")
          .append(Markup.number(Math.rint(fastest * i / 4.0 * 10.0) / 10.0))
          .append("</span> ");
    }
    return legend.append("m/s</p>\n").toString();
  }

  /** The next smaller 1, 2 or 5 times a power of ten. */
  private static double round(double value) {
    double power = StrictMath.pow(10.0, Math.floor(StrictMath.log10(value)));
    double share = value / power;
    return power * (share >= 5.0 ? 5.0 : share >= 2.0 ? 2.0 : 1.0);
  }
}
