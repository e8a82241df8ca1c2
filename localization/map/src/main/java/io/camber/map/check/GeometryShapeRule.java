package io.camber.map.check;

import io.camber.map.xml.XmlElement;
import java.util.List;

/** A geometry has exactly one shape. */
final class GeometryShapeRule implements Rule {
  private static final String ID = "asam.net:xodr:1.7.0:road.geometry.one_geom_elem_per_spec";
  private static final List<String> SHAPES =
      List.of("line", "spiral", "arc", "poly3", "paramPoly3");

  @Override
  public List<String> ids() {
    return List.of(ID);
  }

  @Override
  public void check(Subject subject, Findings findings) {
    for (CheckedRoad road : subject.roads()) {
      for (XmlElement geometry : road.element().all("planView", "geometry")) {
        List<String> shapes = geometry.children().stream()
            .map(XmlElement::name)
            .filter(SHAPES::contains)
            .toList();
        if (shapes.size() != 1) {
          findings.error(
              ID,
              geometry,
              shapes.isEmpty()
                  ? "has no shape; give it one of " + String.join(", ", SHAPES)
                  : "has " + shapes.size() + " shapes (" + String.join(", ", shapes)
                      + "); keep one");
        }
      }
    }
  }
}
