package io.camber.map.opendrive;

import io.camber.map.geometry.CurvePoint;
import io.camber.map.road.LaneSection;
import io.camber.map.road.RoadShape;
import io.camber.map.xml.XmlElement;
import java.util.List;

/** Refuses roads no earth could hold: one wrong exponent would otherwise exhaust memory or overflow far from its cause. */
final class PlausibleRoad {
  private static final double COORDINATE_MAX_M = 1e8;
  private static final double LENGTH_MAX_M = 1e6;
  private static final double OFFSET_MAX_M = 1e3;
  private static final double HEIGHT_MAX_M = 1e5;
  private static final int SAMPLES = 8;

  private PlausibleRoad() {}

  static void check(XmlElement road, RoadShape shape, List<LaneSection> sections) {
    if (shape.line().lengthM() > LENGTH_MAX_M) {
      throw road.error("id=\"" + road.string("id") + "\" is longer than 1000 km");
    }
    for (LaneSection section : sections) {
      for (int i = 0; i <= SAMPLES; i++) {
        double s = section.s() + i * (section.sEnd() - section.s()) / SAMPLES;
        CurvePoint point = shape.line().at(s);
        boolean near = Math.abs(point.x()) <= COORDINATE_MAX_M
            && Math.abs(point.y()) <= COORDINATE_MAX_M
            && Double.isFinite(point.cos() + point.sin() + point.curvature());
        require(road, near, "leaves the map", s, "; check its geometry");
        require(
            road,
            Math.abs(shape.elevation().at(s)) <= HEIGHT_MAX_M,
            "has an elevation beyond 100 km",
            s,
            "");
        for (double t : section.bordersAt(s)) {
          require(road, Math.abs(t) <= OFFSET_MAX_M, "has a lane border beyond 1 km", s, "");
        }
      }
    }
  }

  private static void require(
      XmlElement road, boolean plausible, String problem, double s, String advice) {
    if (!plausible) {
      throw road.error("id=\"" + road.string("id") + "\" " + problem + " near s=" + s + advice);
    }
  }
}
