package io.camber.map.opendrive;

import io.camber.map.road.ContactPoint;
import io.camber.map.road.CrossPath;
import io.camber.map.road.Junction;
import io.camber.map.road.Junction.Connection;
import io.camber.map.road.Junction.LaneLink;
import io.camber.map.road.JunctionKind;
import io.camber.map.road.JunctionPriority;
import io.camber.map.road.VirtualSpan;
import io.camber.map.xml.XmlElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads junctions of all kinds. */
final class JunctionReader {
  private final Warnings warnings;

  JunctionReader(Warnings warnings) {
    this.warnings = warnings;
  }

  Junction read(XmlElement element) {
    JunctionKind kind = kind(element);
    return new Junction(
        element.string("id"),
        element.string("name", ""),
        kind,
        connections(element),
        element.children("priority").stream()
            .map(p -> new JunctionPriority(p.find("high"), p.find("low")))
            .toList(),
        element.children("crossPath").stream().map(JunctionReader::crossPath).toList(),
        kind == JunctionKind.VIRTUAL ? span(element) : Optional.empty());
  }

  private JunctionKind kind(XmlElement element) {
    String word = element.string("type", "default");
    return switch (word) {
      case "direct" -> JunctionKind.DIRECT;
      case "virtual" -> JunctionKind.VIRTUAL;
      case "crossing" -> JunctionKind.CROSSING;
      case "default", "common" -> JunctionKind.DEFAULT;
      default -> {
        warnings.add(element, "junction type \"" + word + "\" is unknown, taken as default");
        yield JunctionKind.DEFAULT;
      }
    };
  }

  private static Optional<VirtualSpan> span(XmlElement element) {
    return element
        .find("mainRoad")
        .map(road -> new VirtualSpan(
            road,
            element.number("sStart", 0.0),
            element.number("sEnd", element.number("sStart", 0.0)),
            Words.orientation(element.string("orientation", "none"))));
  }

  private List<Connection> connections(XmlElement element) {
    List<Connection> connections = new ArrayList<>();
    for (XmlElement connection : element.children("connection")) {
      Optional<String> through =
          connection.find("connectingRoad").or(() -> connection.find("linkedRoad"));
      Optional<String> incoming = connection
          .find("incomingRoad")
          .or(() -> connection.child("predecessor").flatMap(link -> link.find("elementId")));
      if (through.isEmpty() || incoming.isEmpty()) {
        warnings.add(
            connection,
            "<connection> of a " + element.string("type", "default")
                + " junction without roads is left out");
        continue;
      }
      List<LaneLink> links = connection.children("laneLink").stream()
          .map(link -> new LaneLink(link.integer("from"), link.integer("to")))
          .toList();
      ContactPoint contact = Words.contact(connection).orElse(ContactPoint.START);
      connections.add(new Connection(incoming.get(), through.get(), contact, links));
    }
    return connections;
  }

  private static CrossPath crossPath(XmlElement element) {
    List<CrossPath.End> ends = new ArrayList<>();
    end(element, "startLaneLink", "roadAtStart").ifPresent(ends::add);
    end(element, "endLaneLink", "roadAtEnd").ifPresent(ends::add);
    return new CrossPath(element.string("id", ""), element.string("crossingRoad", ""), ends);
  }

  private static Optional<CrossPath.End> end(XmlElement element, String name, String road) {
    Optional<XmlElement> link = element.child(name);
    return link.map(l ->
        new CrossPath.End(element.string(road), l.number("s"), l.integer("from"), l.integer("to")));
  }
}
