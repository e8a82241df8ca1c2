package io.camber.evaluation.responsibility;

import io.camber.evaluation.judgement.Findings;
import io.camber.evaluation.judgement.Metric;
import io.camber.evaluation.judgement.Owner;
import io.camber.evaluation.judgement.TimeSeries;
import io.camber.evaluation.situation.Measure;
import io.camber.evaluation.situation.Neighbour;
import io.camber.evaluation.situation.RoadView;
import io.camber.evaluation.situation.Situation;
import io.camber.evaluation.statistics.Samples;
import io.camber.map.RoadMap;
import io.camber.scene.ObjectClass;
import java.util.Set;

/**
 * Responsibility-Sensitive Safety with vehicles beside the ego, ahead and behind in either direction, and where ways cross. A
 * situation is dangerous when it is unsafe along the lane and across it, or when two are about to be on the same ground and
 * neither can stop before. Whether somebody is beside or crosses is told by the lane it follows. Who follows or leads the ego in its line is dangerous without distance, too, but is no sample of the room
 * across. Whose doing a danger is {@link Danger} tells. People on foot and things have no rules of this kind; who is
 * behind the start of the ego's lane is not looked at.
 */
public final class ResponsibilityMeasure implements Measure {
  private final LaneCourse course;
  private final Set<String> excluded;
  private final Blame blame = new Blame();
  private final Samples besideM = new Samples();
  private final Samples crossingM = new Samples();
  private int instants;
  private int dangerous;

  /** @param excluded names of actors already hit; a live view */
  public ResponsibilityMeasure(RoadMap map, Set<String> excluded) {
    this.course = new LaneCourse(map);
    this.excluded = excluded;
  }

  @Override
  public void update(Situation situation, TimeSeries series) {
    if (situation.view().isEmpty()) {
      return;
    }
    RoadView view = situation.view().get();
    double limitMps = situation.lane().speedLimitMps();
    double beside = Double.POSITIVE_INFINITY;
    double inLine = Double.POSITIVE_INFINITY;
    double crossing = Double.POSITIVE_INFINITY;
    blame.begin(situation.timeNs(), situation.lane());
    for (Neighbour other : view.neighbours()) {
      if (view.isAlong(other)
          && isVehicle(other.actor().objectClass())
          && !excluded.contains(other.actor().name())) {
        Standing standing = Standing.of(view.ego(), other, course.crosses(other), limitMps);
        blame.add(standing);
        if (standing.crossing() != null) {
          crossing = Math.min(crossing, standing.crossingMarginM());
        } else if (standing.isInLine()) {
          inLine = Math.min(inLine, standing.besideMarginM());
        } else {
          beside = Math.min(beside, standing.besideMarginM());
        }
      }
    }
    note(besideM, beside, series, "rssLateralMargin");
    note(crossingM, crossing, series, "rssCrossingMargin");
    blame.end(series);
    instants++;
    dangerous += Math.min(Math.min(beside, inLine), crossing) < 0.0 ? 1 : 0;
  }

  @Override
  public void report(Findings findings) {
    add(
        findings,
        "rss.lateralMarginMin",
        besideM.min(),
        "m",
        Metric.Better.HIGHER,
        "no vehicle out of the ego's line was nearer along the lane than is safe");
    add(
        findings,
        "rss.crossingMarginMin",
        crossingM.min(),
        "m",
        Metric.Better.HIGHER,
        "no vehicle was about to cross the ego's way at its time");
    add(
        findings,
        "rss.dangerousShare",
        instants == 0 ? Double.NaN : (double) dangerous / instants,
        "1",
        Metric.Better.LOWER,
        "the stack never drove on a lane");
    blame.report(findings, instants);
  }

  private static void note(Samples samples, double margin, TimeSeries series, String column) {
    if (margin < Double.POSITIVE_INFINITY) {
      samples.add(margin);
      series.put(column, margin);
    }
  }

  private static boolean isVehicle(ObjectClass objectClass) {
    return switch (objectClass) {
      case CAR, TRUCK, BUS, MOTORCYCLE, BICYCLE -> true;
      case PEDESTRIAN, UNKNOWN -> false;
    };
  }

  private static void add(
      Findings findings,
      String name,
      double value,
      String unit,
      Metric.Better better,
      String none) {
    findings.add(Metric.free(name, value, unit, Owner.PLANNING, better).because(none));
  }
}
