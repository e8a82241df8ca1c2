package io.camber.importing.commonroad;

import io.camber.sim.scenario.xml.XmlElement;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/** What an import leaves out, by name and number, so that nobody takes it for imported. */
final class Skipped {
  private static final Set<String> READ = Set.of(
      "lanelet",
      "obstacle",
      "staticObstacle",
      "dynamicObstacle",
      "trafficSign",
      "trafficLight",
      "planningProblem",
      "scenarioTags",
      "location");

  private Skipped() {}

  static List<String> in(XmlElement root) {
    TreeMap<String, Integer> counts = new TreeMap<>();
    int problems = 0;
    for (XmlElement element : root.children()) {
      if (!READ.contains(element.name())) {
        counts.merge(element.name(), 1, Integer::sum);
      }
      problems += element.name().equals("planningProblem") ? 1 : 0;
    }
    if (problems > 1) {
      counts.put("planningProblem", problems - 1);
    }
    return counts.entrySet().stream()
        .map(entry -> entry.getKey() + " x " + entry.getValue())
        .toList();
  }
}
