package io.camber.map.check;

import io.camber.map.xml.XmlElement;
import java.util.ArrayList;
import java.util.List;

/** At one place of a lane, access is either a list of those allowed or a list of those denied. */
final class AccessRule implements Rule {
  private static final String ID = "asam.net:xodr:1.7.0:road.lane.access.no_mix_of_deny_or_allow";
  private static final double SAME_PLACE_M = 1e-6;

  @Override
  public List<String> ids() {
    return List.of(ID);
  }

  @Override
  public void check(Subject subject, Findings findings) {
    for (CheckedRoad road : subject.roads()) {
      for (CheckedSection section : road.sections()) {
        section.lanes().forEach(lane -> check(lane, findings));
      }
    }
  }

  private static void check(XmlElement lane, Findings findings) {
    List<XmlElement> before = new ArrayList<>();
    for (XmlElement access : lane.all("access")) {
      double s = access.numberOrNan("sOffset");
      String rule = access.string("rule", "");
      boolean mixed = before.stream()
          .anyMatch(other -> Math.abs(other.numberOrNan("sOffset") - s) <= SAME_PLACE_M
              && !other.string("rule", "").equals(rule)
              && !rule.isEmpty()
              && other.has("rule"));
      if (mixed) {
        findings.error(
            ID,
            access,
            "rule=\"" + rule + "\" stands beside the opposite at sOffset=" + s
                + "; keep one of the two");
      }
      before.add(access);
    }
  }
}
