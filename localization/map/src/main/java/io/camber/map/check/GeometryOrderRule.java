package io.camber.map.check;

import io.camber.map.xml.XmlElement;
import java.util.List;

/** Elements along the reference line come in ascending order. */
final class GeometryOrderRule implements Rule {
  private static final String GEOMETRY = "asam.net:xodr:1.4.0:road.geometry.elem_asc_order";
  private static final String LANE_OFFSET =
      "asam.net:xodr:1.4.0:road.lanes.lane_offset.elem_asc_order";
  private static final String ROAD_MARK = "asam.net:xodr:1.4.0:road.lane.road_mark.elem_asc_order";
  private static final String MATERIAL = "asam.net:xodr:1.4.0:road.lane.material.elem_asc_order";

  @Override
  public List<String> ids() {
    return List.of(GEOMETRY, LANE_OFFSET, ROAD_MARK, MATERIAL);
  }

  @Override
  public void check(Subject subject, Findings findings) {
    for (CheckedRoad road : subject.roads()) {
      XmlElement element = road.element();
      check(GEOMETRY, element.all("planView", "geometry"), "s", findings);
      check(LANE_OFFSET, element.all("lanes", "laneOffset"), "s", findings);
      for (CheckedSection section : road.sections()) {
        for (XmlElement lane : section.lanes()) {
          check(ROAD_MARK, lane.all("roadMark"), "sOffset", findings);
          check(MATERIAL, lane.all("material"), "sOffset", findings);
        }
      }
    }
  }

  private static void check(
      String rule, List<XmlElement> elements, String attribute, Findings findings) {
    for (int i = 1; i < elements.size(); i++) {
      double before = elements.get(i - 1).numberOrNan(attribute);
      double here = elements.get(i).numberOrNan(attribute);
      if (here < before) {
        findings.error(
            rule,
            elements.get(i),
            attribute + "=" + here + " comes after " + before + "; sort them");
      }
    }
  }
}
