package io.camber.map.check;

import io.camber.map.xml.XmlElement;
import java.util.List;

/** A cross section surface stands alone: no superelevation, no shape beside it. */
final class CrossSectionRule implements Rule {
  private static final String ID =
      "asam.net:xodr:1.8.0:road.cross_section_surface.no_shape_superelevation";

  @Override
  public List<String> ids() {
    return List.of(ID);
  }

  @Override
  public void check(Subject subject, Findings findings) {
    for (CheckedRoad road : subject.roads()) {
      for (XmlElement lateral : road.element().all("lateralProfile")) {
        if (!lateral.all("crossSectionSurface").isEmpty()) {
          for (String other : List.of("superelevation", "shape")) {
            lateral.all(other).stream()
                .findFirst()
                .ifPresent(element -> findings.error(
                    ID, element, "stands beside a crossSectionSurface; keep one of the two"));
          }
        }
      }
    }
  }
}
