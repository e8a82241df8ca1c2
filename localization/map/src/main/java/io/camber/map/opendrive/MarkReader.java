package io.camber.map.opendrive;

import io.camber.map.road.LaneChange;
import io.camber.map.road.MarkStripe;
import io.camber.map.road.MarkType;
import io.camber.map.road.RoadMark;
import io.camber.map.xml.XmlElement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Reads the road marks of a lane. */
final class MarkReader {
  /** Common stripe widths, used where the file gives none. */
  private static final double STANDARD_WIDTH_M = 0.12;

  private static final double BOLD_WIDTH_M = 0.25;

  private final Warnings warnings;

  MarkReader(Warnings warnings) {
    this.warnings = warnings;
  }

  List<RoadMark> read(XmlElement lane, int laneNumber, double sectionS) {
    List<RoadMark> marks = new ArrayList<>();
    for (XmlElement element : lane.children("roadMark")) {
      marks.add(mark(element, laneNumber, sectionS + element.number("sOffset")));
    }
    marks.sort(Comparator.comparingDouble(RoadMark::s));
    return marks;
  }

  private RoadMark mark(XmlElement element, int laneNumber, double s) {
    String word = element.string("type", "none");
    Optional<MarkType> known = Words.markType(word);
    if (known.isEmpty()) {
      warnings.add(element, "road mark type \"" + word + "\" is unknown, taken as none");
    }
    MarkType type = known.orElse(MarkType.NONE);
    boolean bold = element.string("weight", "standard").equals("bold");
    double usual = bold ? BOLD_WIDTH_M : STANDARD_WIDTH_M;
    double given = element.number("width", 0.0);
    double width = given > 0.0 ? given : usual;
    LaneChange change = Words.laneChange(element.find("laneChange"), type, laneNumber);
    List<MarkStripe> explicit = stripes(element, "explicit", width);
    List<MarkStripe> stripes = explicit.isEmpty() ? stripes(element, "type", width) : explicit;
    return new RoadMark(
        s,
        type,
        Words.markColor(element.string("color", "standard")),
        bold,
        width,
        change,
        stripes,
        !explicit.isEmpty());
  }

  private static List<MarkStripe> stripes(XmlElement mark, String container, double width) {
    return mark.children(container, "line").stream()
        .map(line -> new MarkStripe(
            line.number("sOffset", 0.0),
            line.number("tOffset", 0.0),
            Math.max(0.0, line.number("length", 0.0)),
            Math.max(0.0, line.number("space", 0.0)),
            line.number("width", 0.0) > 0.0 ? line.number("width") : width))
        .toList();
  }
}
