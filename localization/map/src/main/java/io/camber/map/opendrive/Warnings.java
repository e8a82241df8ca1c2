package io.camber.map.opendrive;

import io.camber.map.xml.XmlElement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Oddities that do not stop the reader. Repeats of the same oddity are counted, not listed. */
final class Warnings {
  private final Map<String, Integer> counts = new LinkedHashMap<>();
  private final Map<String, String> firstPlaces = new LinkedHashMap<>();

  void add(XmlElement element, String problem) {
    firstPlaces.putIfAbsent(problem, element.place());
    counts.merge(problem, 1, Integer::sum);
  }

  /** Reports every element nobody asked for, containers of other tools excepted. */
  void addUnasked(XmlElement element) {
    for (XmlElement child : element.children()) {
      if (child.name().equals("userData") || child.name().equals("dataQuality")) {
        continue;
      }
      if (child.isAsked()) {
        addUnasked(child);
      } else {
        add(child, "<" + child.name() + "> in <" + element.name() + "> is not used");
      }
    }
  }

  List<String> list() {
    List<String> all = new ArrayList<>();
    counts.forEach((problem, count) -> all.add(firstPlaces.get(problem) + ": " + problem
        + (count > 1 ? " (and " + (count - 1) + " more)" : "")));
    return all;
  }
}
