package io.camber.evaluation.report;

import io.camber.evaluation.judgement.Judgement;
import io.camber.evaluation.judgement.KeyEvent;
import io.camber.evaluation.judgement.TimeSeries;
import io.camber.evaluation.report.drawing.Curve;
import io.camber.evaluation.report.drawing.TimeMark;
import io.camber.evaluation.report.drawing.TimePlot;
import io.camber.evaluation.report.drawing.ValueRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The plots of a report. */
final class DrivePlots {
  private final TimeSeries series;
  private final double[] timesS;
  private final List<TimeMark> marks = new ArrayList<>();

  DrivePlots(Judgement judgement) {
    series = judgement.series();
    timesS = new double[series.size()];
    for (int i = 0; i < timesS.length; i++) {
      timesS[i] = series.timeNs(i) * 1e-9;
    }
    for (KeyEvent event : judgement.events()) {
      if (event.severity() != KeyEvent.Severity.INFO) {
        String style = event.severity().name().toLowerCase(Locale.ROOT);
        marks.add(new TimeMark(event.timeNs() * 1e-9, style));
      }
    }
  }

  /** All plots that have something to show, as SVG. */
  String toSvg() {
    StringBuilder svg = new StringBuilder();
    for (TimePlot plot : plots()) {
      if (!plot.isEmpty()) {
        svg.append("<figure>").append(plot.toSvg()).append("</figure>\n");
      }
    }
    return svg.toString();
  }

  private List<TimePlot> plots() {
    return List.of(
        plot(
            "Speed, m/s",
            ValueRange.ANY,
            new ValueRange(0.0, 1.0),
            Curve.dashed("limit", series.column("speedLimit"), 4),
            Curve.dashed("plan", series.column("planSpeed"), 2),
            Curve.solid("car", series.column("speed"), 1)),
        plot(
            "Acceleration, m/s²",
            new ValueRange(-4.05, 4.89),
            new ValueRange(-2.0, 2.0),
            Curve.solid("across", series.column("lateralAccel"), 2),
            Curve.solid("along", series.column("accel"), 1)),
        plot(
            "Jerk along, m/s³",
            new ValueRange(-4.13, 4.13),
            new ValueRange(-2.0, 2.0),
            Curve.solid("smoothed", series.column("jerk"), 1)),
        plot(
            "Offset to the left, m",
            ValueRange.ANY,
            new ValueRange(-0.3, 0.3),
            Curve.solid("pose error", series.column("poseErrorLateral"), 3),
            Curve.solid("from plan", series.column("trackingLateral"), 2),
            Curve.solid("from lane centre", series.column("laneOffset"), 1)),
        plot(
            "Time to collision and time gap, s",
            new ValueRange(0.95, Double.POSITIVE_INFINITY),
            new ValueRange(0.0, 3.0),
            Curve.solid("time gap", clipped("timeGap", 6.0), 2),
            Curve.solid("time to collision", series.column("ttc"), 1)),
        plot(
            "Age of sensor data at the actuators, ms",
            ValueRange.ANY,
            new ValueRange(0.0, 50.0),
            Curve.solid("camera", milliseconds("age/sensor/camera/front/image"), 2),
            Curve.solid("lidar", milliseconds("age/sensor/lidar/top/sweep"), 1)));
  }

  private TimePlot plot(String title, ValueRange allowed, ValueRange shown, Curve... curves) {
    return new TimePlot(title, timesS, List.of(curves), allowed, shown, marks);
  }

  private double[] clipped(String column, double max) {
    double[] values = series.column(column);
    for (int i = 0; i < values.length; i++) {
      values[i] = values[i] > max ? Double.NaN : values[i];
    }
    return values;
  }

  private double[] milliseconds(String column) {
    double[] values = series.column(column);
    for (int i = 0; i < values.length; i++) {
      values[i] *= 1e3;
    }
    return values;
  }
}
