package io.camber.map.check;

import io.camber.map.xml.XmlElement;
import java.util.List;

/** A road whose lanes are given by borders has no lane offset. */
final class BorderOffsetRule implements Rule {
  private static final String ID =
      "asam.net:xodr:1.4.0:road.lanes.lane_offset.no_offset_if_border_defined";

  @Override
  public List<String> ids() {
    return List.of(ID);
  }

  @Override
  public void check(Subject subject, Findings findings) {
    for (CheckedRoad road : subject.roads()) {
      boolean borders = road.sections().stream()
          .flatMap(section -> section.lanes().stream())
          .anyMatch(lane -> !lane.all("border").isEmpty());
      List<XmlElement> offsets = road.element().all("lanes", "laneOffset");
      if (borders && !offsets.isEmpty()) {
        findings.error(
            ID, offsets.get(0), "stands in road " + road.id() + ", whose lanes have borders");
      }
    }
  }
}
