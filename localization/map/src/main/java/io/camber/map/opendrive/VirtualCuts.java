package io.camber.map.opendrive;

import io.camber.map.road.LaneSection;
import io.camber.map.xml.XmlElement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Where roads meet the middle of another road, by a virtual junction, that road's lane sections are cut: its lanes then have an
 * end there, at which the lane graph can join them.
 */
final class VirtualCuts {
  /** A cut nearer than this to the end of a section is that end. */
  private static final double APART_M = 0.1;

  private VirtualCuts() {}

  /** Stations to cut at, by road. */
  static Map<String, List<Double>> of(XmlElement root) {
    Map<String, List<Double>> cuts = new LinkedHashMap<>();
    for (XmlElement road : root.all("road")) {
      for (String name : List.of("predecessor", "successor")) {
        for (XmlElement link : road.all("link", name)) {
          double s = link.numberOrNan("elementS");
          if (!Double.isNaN(s)) {
            cuts.computeIfAbsent(link.string("elementId", ""), id -> new ArrayList<>())
                .add(s);
          }
        }
      }
    }
    return cuts;
  }

  static List<LaneSection> apply(List<LaneSection> sections, List<Double> stations) {
    if (stations.isEmpty()) {
      return sections;
    }
    List<LaneSection> parts = new ArrayList<>();
    for (LaneSection section : sections) {
      LaneSection rest = section;
      for (double s : stations.stream().sorted().toList()) {
        if (s > rest.s() + APART_M && s < rest.sEnd() - APART_M) {
          List<LaneSection> two = rest.cutAt(s);
          parts.add(two.get(0));
          rest = two.get(1);
        }
      }
      parts.add(rest);
    }
    return parts;
  }
}
