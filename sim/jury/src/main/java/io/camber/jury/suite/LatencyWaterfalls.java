package io.camber.jury.suite;

import io.camber.evaluation.latency.LatencyMeasure;
import io.camber.evaluation.report.drawing.Waterfall;
import io.camber.jury.result.RunRecord;
import io.camber.jury.result.RunSet;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** Where the age of a sensor's samples comes from, leg by leg, as means over the runs that used the sensor. */
final class LatencyWaterfalls {
  private static final String HOP = "latency.hop.";
  private static final String EXPOSURE = ".exposure";

  private LatencyWaterfalls() {}

  /** A drawing a sensor; empty when no run tells. */
  static String of(RunSet runs) {
    StringBuilder html = new StringBuilder();
    for (String sensor : sensors(runs)) {
      List<RunRecord> some = runs.runs().values().stream()
          .filter(run -> run.metrics().containsKey(HOP + sensor + EXPOSURE))
          .toList();
      html.append("<figure>")
          .append(Waterfall.toSvg(
              "From " + sensor + " to the actuators, mean of " + some.size()
                  + (some.size() == 1 ? " run" : " runs"),
              legs(some, sensor)))
          .append("</figure>\n");
    }
    return html.isEmpty()
        ? ""
        : "<p class=\"quiet\">" + LatencyMeasure.HOW_TO_READ + "</p>\n<div class=\"figures\">"
            + html + "</div>\n";
  }

  private static SortedSet<String> sensors(RunSet runs) {
    SortedSet<String> sensors = new TreeSet<>();
    for (RunRecord run : runs.runs().values()) {
      for (String name : run.metrics().keySet()) {
        if (name.startsWith(HOP) && name.endsWith(EXPOSURE)) {
          sensors.add(name.substring(HOP.length(), name.length() - EXPOSURE.length()));
        }
      }
    }
    return sensors;
  }

  static List<Waterfall.Leg> legs(List<RunRecord> runs, String sensor) {
    List<Waterfall.Leg> legs = new ArrayList<>();
    legs.add(new Waterfall.Leg("exposure to bus", mean(runs, HOP + sensor + EXPOSURE)));
    for (String topic : LatencyMeasure.STACK) {
      String name = HOP + sensor + "." + LatencyMeasure.label(topic);
      double whole = mean(runs, name + ".whole");
      double wait = mean(runs, name + ".wait");
      double compute = mean(runs, name + ".compute");
      // where some run was on the wall clock no part of the mean leg can be told
      legs.add(
          new Waterfall.Leg(topic, whole + wait + compute, whole > 0.0 ? Double.NaN : compute));
    }
    return legs;
  }

  /** A leg that a run did not have took it no time. */
  private static double mean(List<RunRecord> runs, String metric) {
    return runs.stream()
        .mapToDouble(run -> run.metrics().getOrDefault(metric, 0.0))
        .average()
        .orElse(0.0);
  }
}
