package io.camber.map.check;

import io.camber.map.xml.XmlElement;
import java.util.List;
import java.util.Map;

/**
 * Which parts an object of a type may not have, of the standard's table of combinations. Only combinations that make no sense
 * are listed: a parking space's access on a tree, a skeleton in a patch of road.
 */
final class ObjectPartsRule implements Rule {
  private static final String ID = "asam.net:xodr:1.8.0:road.object.attributes";

  private static final Map<String, List<String>> EXCLUDED = Map.ofEntries(
      Map.entry("barrier", List.of("parkingSpace")),
      Map.entry("building", List.of("markings", "parkingSpace", "skeleton")),
      Map.entry("crosswalk", List.of("parkingSpace", "skeleton")),
      Map.entry("gantry", List.of("markings", "borders", "surface", "parkingSpace")),
      Map.entry("obstacle", List.of("parkingSpace")),
      Map.entry("parkingSpace", List.of("skeleton")),
      Map.entry("pole", List.of("markings", "borders", "surface", "parkingSpace")),
      Map.entry("roadMark", List.of("parkingSpace", "skeleton", "borders")),
      Map.entry("roadSurface", List.of("skeleton", "borders", "parkingSpace")),
      Map.entry("trafficIsland", List.of("parkingSpace", "skeleton")),
      Map.entry("tree", List.of("markings", "borders", "surface", "parkingSpace")),
      Map.entry("vegetation", List.of("markings", "borders", "surface", "parkingSpace")));

  @Override
  public List<String> ids() {
    return List.of(ID);
  }

  @Override
  public void check(Subject subject, Findings findings) {
    for (CheckedRoad road : subject.roads()) {
      for (XmlElement object : road.element().all("objects", "object")) {
        String type = object.string("type", "");
        for (String part : EXCLUDED.getOrDefault(type, List.of())) {
          object.all(part).stream()
              .findFirst()
              .ifPresent(element -> findings.errorOnlySince(
                  8, ID, element, "has no place in an object of type \"" + type + "\""));
        }
      }
    }
  }
}
