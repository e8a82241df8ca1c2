package io.camber.map.check;

import io.camber.map.road.Road;
import io.camber.map.road.RoadNetwork;
import io.camber.map.xml.XmlElement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The file under judgement: its elements, and the road model where the file could be read. */
final class Subject {
  private final XmlElement root;
  private final Map<String, CheckedRoad> roads = new LinkedHashMap<>();
  private final List<XmlElement> junctions;

  Subject(XmlElement root, Optional<RoadNetwork> network) {
    this.root = root;
    this.junctions = root.all("junction");
    Map<String, Road> models = new LinkedHashMap<>();
    network.ifPresent(read -> read.roads().forEach(road -> models.put(road.id(), road)));
    for (XmlElement element : root.all("road")) {
      String id = element.string("id", "");
      roads.putIfAbsent(id, new CheckedRoad(element, Optional.ofNullable(models.get(id))));
    }
  }

  XmlElement root() {
    return root;
  }

  List<CheckedRoad> roads() {
    return List.copyOf(roads.values());
  }

  Optional<CheckedRoad> findRoad(Optional<String> id) {
    return id.map(roads::get);
  }

  List<XmlElement> junctions() {
    return junctions;
  }
}
