package io.camber.map.check;

import io.camber.map.xml.XmlElement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** A lane section element with its lanes. */
final class CheckedSection {
  private final int index;
  private final List<XmlElement> left;
  private final List<XmlElement> right;

  CheckedSection(XmlElement element, int index) {
    this.index = index;
    this.left = side(element, "left");
    this.right = side(element, "right");
  }

  private static List<XmlElement> side(XmlElement section, String name) {
    return section.all(name, "lane").stream()
        .filter(lane -> !Double.isNaN(lane.numberOrNan("id")))
        .sorted(Comparator.comparingInt(lane -> Math.abs(number(lane))))
        .toList();
  }

  static int number(XmlElement lane) {
    return (int) lane.numberOrNan("id");
  }

  int index() {
    return index;
  }

  /** Lanes of the left and of the right side, each from the centre outwards. */
  List<List<XmlElement>> sides() {
    return List.of(left, right);
  }

  /** All lanes but the centre one. */
  List<XmlElement> lanes() {
    List<XmlElement> lanes = new ArrayList<>(left);
    lanes.addAll(right);
    return lanes;
  }

  Optional<XmlElement> findLane(int number) {
    return lanes().stream().filter(lane -> number(lane) == number).findFirst();
  }
}
