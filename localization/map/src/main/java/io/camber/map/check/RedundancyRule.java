package io.camber.map.check;

import io.camber.map.geometry.Cubic;
import io.camber.map.xml.XmlElement;
import java.util.List;

/** Elements that say what the one before says already only cost time and room. */
final class RedundancyRule implements Rule {
  private static final String ID = "asam.net:xodr:1.7.0:performance.avoid_redundant_info";

  /** Values that agree within this over the piece are the same: a micrometre, a microradian. */
  private static final double SAME = 1e-6;

  @Override
  public List<String> ids() {
    return List.of(ID);
  }

  @Override
  public void check(Subject subject, Findings findings) {
    for (CheckedRoad road : subject.roads()) {
      XmlElement element = road.element();
      checkProfile(element.all("elevationProfile", "elevation"), "s", findings);
      checkProfile(element.all("lateralProfile", "superelevation"), "s", findings);
      checkProfile(element.all("lanes", "laneOffset"), "s", findings);
      for (CheckedSection section : road.sections()) {
        for (XmlElement lane : section.lanes()) {
          checkProfile(lane.all("width"), "sOffset", findings);
          checkProfile(lane.all("border"), "sOffset", findings);
        }
      }
      checkLines(element.all("planView", "geometry"), findings);
    }
  }

  private static void checkProfile(List<XmlElement> pieces, String start, Findings findings) {
    for (int i = 1; i < pieces.size(); i++) {
      XmlElement before = pieces.get(i - 1);
      XmlElement here = pieces.get(i);
      double step = here.numberOrNan(start) - before.numberOrNan(start);
      Cubic a = cubic(before);
      Cubic b = cubic(here);
      // The piece before, written from the start of this one.
      boolean same = Math.abs(a.at(step) - b.a()) <= SAME
          && Math.abs(a.slopeAt(step) - b.b()) <= SAME
          && Math.abs(0.5 * a.bendAt(step) - b.c()) <= SAME
          && Math.abs(a.d() - b.d()) <= SAME;
      if (same && step >= 0.0) {
        findings.warning(ID, here, "goes on as the one before; remove it");
      }
    }
  }

  private static Cubic cubic(XmlElement element) {
    return new Cubic(
        element.numberOrNan("a"),
        element.numberOrNan("b"),
        element.numberOrNan("c"),
        element.numberOrNan("d"));
  }

  private static void checkLines(List<XmlElement> geometries, Findings findings) {
    for (int i = 1; i < geometries.size(); i++) {
      XmlElement before = geometries.get(i - 1);
      XmlElement here = geometries.get(i);
      if (before.all("line").isEmpty() || here.all("line").isEmpty()) {
        continue;
      }
      double heading = before.numberOrNan("hdg");
      double length = before.numberOrNan("length");
      double dx = here.numberOrNan("x") - before.numberOrNan("x");
      double dy = here.numberOrNan("y") - before.numberOrNan("y");
      double off = StrictMath.hypot(
          dx - length * StrictMath.cos(heading), dy - length * StrictMath.sin(heading));
      double turn = StrictMath.IEEEremainder(here.numberOrNan("hdg") - heading, 2.0 * Math.PI);
      if (Math.abs(turn) <= SAME && off <= 1e-3) {
        findings.warning(ID, here, "goes straight on from the line before; make them one");
      }
    }
  }
}
