package io.camber.map.road;

import io.camber.geometry.Vec3;
import java.util.ArrayList;
import java.util.List;

/** Paints the road marks of a road: every stripe and dash as a polyline on the surface. */
public final class Markings {
  /** Dashes for marks that name only their type: common urban pattern. */
  private static final double DASH_M = 3.0;

  private static final double GAP_M = 6.0;

  private final Road road;
  private final double stepM;
  private final List<Marking> markings = new ArrayList<>();

  private Markings(Road road, double stepM) {
    this.road = road;
    this.stepM = stepM;
  }

  /** The stripes of the road as polylines whose chords are at most {@code stepM} long. */
  public static List<Marking> of(Road road, double stepM) {
    Markings painter = new Markings(road, stepM);
    for (LaneSection section : road.sections()) {
      painter.paint(section, section.center());
      section.lanes().forEach(lane -> painter.paint(section, lane));
    }
    return List.copyOf(painter.markings);
  }

  private void paint(LaneSection section, Lane lane) {
    List<RoadMark> marks = lane.marks();
    for (int i = 0; i < marks.size(); i++) {
      RoadMark mark = marks.get(i);
      double end = i + 1 < marks.size() ? marks.get(i + 1).s() : section.sEnd();
      for (MarkStripe stripe : stripes(mark, lane.number())) {
        paint(section, lane, mark, stripe, Math.min(end, section.sEnd()));
      }
    }
  }

  private static List<MarkStripe> stripes(RoadMark mark, int laneNumber) {
    if (!mark.stripes().isEmpty()) {
      return mark.stripes();
    }
    double w = mark.widthM();
    // Two stripes lie one width apart; the inner one is nearer to the reference line.
    double outwards = laneNumber > 0 ? w : -w;
    return switch (mark.type()) {
      case NONE, GRASS, EDGE, CURB, CUSTOM -> List.of();
      case SOLID -> List.of(solid(0.0, w));
      case BROKEN, BOTTS_DOTS -> List.of(broken(0.0, w));
      case SOLID_SOLID -> List.of(solid(-outwards, w), solid(outwards, w));
      case SOLID_BROKEN -> List.of(solid(-outwards, w), broken(outwards, w));
      case BROKEN_SOLID -> List.of(broken(-outwards, w), solid(outwards, w));
      case BROKEN_BROKEN -> List.of(broken(-outwards, w), broken(outwards, w));
    };
  }

  private static MarkStripe solid(double t, double width) {
    return new MarkStripe(0.0, t, 0.0, 0.0, width);
  }

  private static MarkStripe broken(double t, double width) {
    return new MarkStripe(0.0, t, DASH_M, GAP_M, width);
  }

  private void paint(LaneSection section, Lane lane, RoadMark mark, MarkStripe stripe, double end) {
    double from = mark.s() + stripe.s();
    if (mark.explicit()) {
      line(section, lane, mark, stripe, from, Math.min(end, from + stripe.lengthM()));
      return;
    }
    if (stripe.spaceM() <= 0.0 || stripe.lengthM() <= 0.0) {
      line(section, lane, mark, stripe, from, end);
      return;
    }
    double period = stripe.lengthM() + stripe.spaceM();
    for (int i = 0; from + i * period < end; i++) {
      double dash = from + i * period;
      line(section, lane, mark, stripe, dash, Math.min(end, dash + stripe.lengthM()));
    }
  }

  private void line(
      LaneSection section, Lane lane, RoadMark mark, MarkStripe stripe, double start, double to) {
    // Where a virtual junction cuts a section in two, marks of the second part begin before it.
    double from = Math.max(start, Math.min(section.cutS(), to));
    if (to - from < 1e-3) {
      return;
    }
    int steps = (int) Math.max(1.0, Math.ceil((to - from) / stepM));
    List<Vec3> points = new ArrayList<>(steps + 1);
    for (int i = 0; i <= steps; i++) {
      double s = from + i * (to - from) / steps;
      double t = section.outerT(lane.number(), s) + stripe.t();
      double height = section.heightAt(s, t);
      points.add(road.shape().poseAt(s, t, height).position());
    }
    markings.add(new Marking(road.id(), mark.type(), mark.color(), stripe.widthM(), points));
  }
}
