package io.camber.map.check;

import io.camber.map.road.ContactPoint;
import io.camber.map.road.Road;
import io.camber.map.xml.XmlElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A road element with its lane sections, and its model where the file could be read. */
final class CheckedRoad {
  private final XmlElement element;
  private final Optional<Road> model;
  private final List<CheckedSection> sections = new ArrayList<>();

  CheckedRoad(XmlElement element, Optional<Road> model) {
    this.element = element;
    this.model = model;
    for (XmlElement section : element.all("lanes", "laneSection")) {
      sections.add(new CheckedSection(section, sections.size()));
    }
  }

  XmlElement element() {
    return element;
  }

  String id() {
    return element.string("id", "");
  }

  Optional<Road> model() {
    return model;
  }

  List<CheckedSection> sections() {
    return sections;
  }

  boolean inJunction() {
    return element.find("junction").filter(id -> !id.equals("-1")).isPresent();
  }

  boolean isLeftHandTraffic() {
    return element.string("rule", "RHT").equals("LHT");
  }

  /** The predecessor or successor element. */
  Optional<XmlElement> link(ContactPoint end) {
    String name = end == ContactPoint.START ? "predecessor" : "successor";
    return element.all("link", name).stream().findFirst();
  }

  /** The link to another road, not to a junction. */
  Optional<XmlElement> roadLink(ContactPoint end) {
    return link(end).filter(link -> link.string("elementType", "road").equals("road"));
  }

  Optional<CheckedSection> sectionAt(ContactPoint end) {
    if (sections.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(sections.get(end == ContactPoint.START ? 0 : sections.size() - 1));
  }
}
