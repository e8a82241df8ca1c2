package io.camber.importing.commonroad;

import io.camber.geometry.Vec2;
import io.camber.importing.lanelet.Lanelet;
import io.camber.sim.scenario.xml.XmlElement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** Reads lanelets, with speed limits of their own (2018b) or of signs (2020a). */
final class LaneletReader {
  private final XmlElement root;
  private final Map<String, Double> limits = new HashMap<>();

  LaneletReader(XmlElement root) {
    this.root = root;
  }

  List<Lanelet> read() {
    Fields.children(root, "trafficSign").forEach(this::readLimit);
    List<Lanelet> lanelets =
        Fields.children(root, "lanelet").stream().map(this::lanelet).toList();
    if (lanelets.isEmpty()) {
      throw root.error("holds no lanelet");
    }
    return lanelets;
  }

  /** Signs that limit the speed carry the limit in m/s as their only value. */
  private void readLimit(XmlElement sign) {
    for (XmlElement element : Fields.children(sign, "trafficSignElement")) {
      Optional<XmlElement> value = Fields.find(element, "additionalValue");
      String kind = Fields.child(element, "trafficSignID").text();
      boolean isLimit = kind.equals("274") || kind.equals("R2-1");
      if (isLimit && value.isPresent()) {
        limits.put(Fields.attribute(sign, "id"), Fields.number(value.get()));
      }
    }
  }

  private Lanelet lanelet(XmlElement element) {
    String id = Fields.attribute(element, "id");
    try {
      return new Lanelet(
          id,
          line(element, "leftBound"),
          line(element, "rightBound"),
          references(element, "successor"),
          neighbour(element, "adjacentLeft"),
          neighbour(element, "adjacentRight"),
          limit(element),
          references(element, "trafficLightRef"));
    } catch (IllegalArgumentException e) {
      throw element.error(String.valueOf(e.getMessage()));
    }
  }

  private static List<Vec2> line(XmlElement lanelet, String bound) {
    List<Vec2> points = new ArrayList<>();
    for (XmlElement point : Fields.children(Fields.child(lanelet, bound), "point")) {
      points.add(Fields.point(point));
    }
    return points;
  }

  private static List<String> references(XmlElement lanelet, String name) {
    return Fields.children(lanelet, name).stream()
        .map(reference -> Fields.attribute(reference, "ref"))
        .toList();
  }

  private static Optional<String> neighbour(XmlElement lanelet, String name) {
    return Fields.find(lanelet, name)
        .filter(reference -> Fields.attribute(reference, "drivingDir").equals("same"))
        .map(reference -> Fields.attribute(reference, "ref"));
  }

  private OptionalDouble limit(XmlElement lanelet) {
    Optional<XmlElement> own = Fields.find(lanelet, "speedLimit");
    if (own.isPresent()) {
      return OptionalDouble.of(Fields.number(own.get()));
    }
    return references(lanelet, "trafficSignRef").stream()
        .filter(limits::containsKey)
        .mapToDouble(sign -> limits.getOrDefault(sign, 0.0))
        .findFirst();
  }
}
