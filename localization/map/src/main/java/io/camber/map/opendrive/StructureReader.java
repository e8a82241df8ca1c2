package io.camber.map.opendrive;

import io.camber.map.road.LaneRange;
import io.camber.map.road.RoadStructure;
import io.camber.map.xml.XmlElement;
import java.util.ArrayList;
import java.util.List;

/** Reads tunnels and bridges of a road. */
final class StructureReader {
  private StructureReader() {}

  static List<RoadStructure> read(XmlElement road) {
    List<RoadStructure> structures = new ArrayList<>();
    for (RoadStructure.Kind kind : RoadStructure.Kind.values()) {
      String name = kind == RoadStructure.Kind.TUNNEL ? "tunnel" : "bridge";
      for (XmlElement element : road.children("objects", name)) {
        structures.add(structure(element, kind));
      }
    }
    return structures;
  }

  private static RoadStructure structure(XmlElement element, RoadStructure.Kind kind) {
    List<LaneRange> lanes = new ArrayList<>(SignalReader.validity(element, "validity"));
    lanes.addAll(SignalReader.validity(element, "laneValidity"));
    return new RoadStructure(
        kind,
        element.string("id", ""),
        element.string("name", ""),
        element.notNegative("s"),
        element.notNegative("length"),
        element.string("type", ""),
        lanes);
  }
}
