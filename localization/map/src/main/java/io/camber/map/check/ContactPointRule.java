package io.camber.map.check;

import io.camber.map.geometry.CurvePoint;
import io.camber.map.geometry.ReferenceLine;
import io.camber.map.road.ContactPoint;
import io.camber.map.xml.XmlElement;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Where two roads meet without a junction, the reference line of one begins where that of the other ends. */
final class ContactPointRule implements Rule {
  private static final String ID = "asam.net:xodr:1.7.0:road.geometry.contact_point";
  private static final int SINCE = 7;

  /** Gaps below this are rounding of the file. */
  private static final double TOLERANCE_M = 0.01;

  @Override
  public List<String> ids() {
    return List.of(ID);
  }

  @Override
  public void check(Subject subject, Findings findings) {
    for (CheckedRoad road : subject.roads()) {
      for (ContactPoint end : ContactPoint.values()) {
        Optional<XmlElement> link = road.roadLink(end);
        if (link.isPresent() && !road.inJunction()) {
          check(subject, road, end, link.get(), findings);
        }
      }
    }
  }

  private static void check(
      Subject subject, CheckedRoad road, ContactPoint end, XmlElement link, Findings findings) {
    Optional<CheckedRoad> other = subject.findRoad(link.find("elementId"));
    Optional<ContactPoint> contact = Joints.contact(link);
    Optional<ReferenceLine> line = road.model().map(model -> model.shape().line());
    Optional<ReferenceLine> linked = other
        .filter(o -> !o.inJunction())
        .flatMap(CheckedRoad::model)
        .map(m -> m.shape().line());
    if (line.isEmpty() || linked.isEmpty() || contact.isEmpty()) {
      return;
    }
    double gap = distance(at(line.get(), end), at(linked.get(), contact.get()));
    if (gap > TOLERANCE_M) {
      findings.errorSince(
          SINCE,
          ID,
          link,
          String.format(
              Locale.ROOT,
              "leads from road %s to the %s of road %s, %.3f m away",
              road.id(),
              link.string("contactPoint"),
              link.string("elementId"),
              gap));
    }
  }

  private static CurvePoint at(ReferenceLine line, ContactPoint end) {
    return line.at(end == ContactPoint.START ? 0.0 : line.lengthM());
  }

  private static double distance(CurvePoint a, CurvePoint b) {
    return StrictMath.hypot(a.x() - b.x(), a.y() - b.y());
  }
}
