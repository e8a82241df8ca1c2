package io.camber.importing.commonroad;

import io.camber.geometry.Vec2;
import io.camber.sim.scenario.xml.XmlElement;
import java.util.List;
import java.util.Optional;

/** Values of elements. */
final class Fields {
  private Fields() {}

  static String attribute(XmlElement element, String name) {
    String value = element.attributes().get(name);
    if (value == null) {
      throw element.error("<" + element.name() + "> has no attribute " + name);
    }
    return value;
  }

  static List<XmlElement> children(XmlElement element, String name) {
    return element.children().stream()
        .filter(child -> child.name().equals(name))
        .toList();
  }

  static Optional<XmlElement> find(XmlElement element, String name) {
    return element.children().stream()
        .filter(child -> child.name().equals(name))
        .findFirst();
  }

  static XmlElement child(XmlElement element, String name) {
    return find(element, name)
        .orElseThrow(() -> element.error("<" + element.name() + "> has no <" + name + ">"));
  }

  static double number(XmlElement element) {
    try {
      double value = Double.parseDouble(element.text());
      if (Double.isFinite(value)) {
        return value;
      }
    } catch (NumberFormatException e) {
      throw element.error("<" + element.name() + "> holds '" + element.text() + "', not a number");
    }
    throw element.error("<" + element.name() + "> is not finite");
  }

  static Vec2 point(XmlElement element) {
    return new Vec2(number(child(element, "x")), number(child(element, "y")));
  }

  /** A value that is exact, or the middle of an interval. */
  static double exactOrMiddle(XmlElement element) {
    Optional<XmlElement> exact = find(element, "exact");
    return exact.isPresent()
        ? number(exact.get())
        : 0.5 * (number(child(element, "intervalStart")) + number(child(element, "intervalEnd")));
  }

  /** A place that is a point, or the centre of an area. */
  static Optional<Vec2> place(XmlElement position) {
    Optional<XmlElement> point = find(position, "point");
    if (point.isPresent()) {
      return Optional.of(point(point.get()));
    }
    return find(position, "rectangle")
        .or(() -> find(position, "circle"))
        .map(area -> point(child(area, "center")));
  }
}
