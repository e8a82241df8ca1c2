package io.camber.map.opendrive;

import io.camber.map.geometry.Profile;
import io.camber.map.road.Lane;
import io.camber.map.road.LaneAccess;
import io.camber.map.road.LaneHeight;
import io.camber.map.road.LaneMaterial;
import io.camber.map.road.LaneSection;
import io.camber.map.road.LaneType;
import io.camber.map.road.SpeedLimit;
import io.camber.map.xml.XmlElement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Reads the lane sections of a road. */
final class LaneReader {
  private static final int LANES_MAX = 500;

  private final Warnings warnings;
  private final MarkReader marks;

  LaneReader(Warnings warnings) {
    this.warnings = warnings;
    this.marks = new MarkReader(warnings);
  }

  List<LaneSection> read(XmlElement road, double roadLengthM) {
    XmlElement lanes = road.child("lanes")
        .orElseThrow(() -> road.error("id=\"" + road.string("id") + "\" has no lanes"));
    Profile laneOffset = ShapeReader.profile(lanes.children("laneOffset"), "s", 0.0);
    List<XmlElement> elements = lanes.children("laneSection");
    if (elements.isEmpty()) {
      throw lanes.error("has no laneSection");
    }
    List<LaneSection> sections = new ArrayList<>();
    for (int i = 0; i < elements.size(); i++) {
      XmlElement element = elements.get(i);
      double s = element.notNegative("s");
      double end = i + 1 < elements.size() ? elements.get(i + 1).number("s") : roadLengthM;
      if (end <= s) {
        throw element.error(
            "s=\"" + element.string("s") + "\" leaves the section no length: it ends at " + end
                + "; remove it or sort the sections");
      }
      sections.add(section(element, s, end, laneOffset));
    }
    return sections;
  }

  private LaneSection section(XmlElement element, double s, double end, Profile laneOffset) {
    List<Lane> left = side(element, "left", s);
    List<Lane> right = side(element, "right", s);
    Lane center = element.children("center", "lane").stream()
        .findFirst()
        .map(lane -> lane(lane, 0, s))
        .orElseGet(LaneReader::bareCenter);
    return new LaneSection(s, end, laneOffset, center, left, right);
  }

  private List<Lane> side(XmlElement section, String name, double s) {
    int sign = name.equals("left") ? 1 : -1;
    List<XmlElement> elements = new ArrayList<>(section.children(name, "lane"));
    if (elements.size() > LANES_MAX) {
      throw section.error("has " + elements.size() + " lanes on the " + name + "; " + LANES_MAX
          + " are the most a side may have");
    }
    elements.sort(Comparator.comparingInt(lane -> Math.abs(lane.integer("id"))));
    List<Lane> lanes = new ArrayList<>();
    for (XmlElement element : elements) {
      int number = element.integer("id");
      int expected = sign * (lanes.size() + 1);
      if (number != expected) {
        throw element.error("id=\"" + number + "\" on the " + name + ": expected " + expected
            + "; number lanes from the centre outwards without gaps");
      }
      lanes.add(lane(element, number, s));
    }
    return lanes;
  }

  private static Lane bareCenter() {
    return new Lane(
        0,
        LaneType.NONE,
        false,
        false,
        Profile.ZERO,
        false,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  private Lane lane(XmlElement element, int number, double s) {
    List<XmlElement> widths = element.children("width");
    List<XmlElement> borders = element.children("border");
    boolean border = widths.isEmpty() && !borders.isEmpty();
    if (number != 0 && widths.isEmpty() && borders.isEmpty()) {
      warnings.add(element, "<lane> without width or border has width 0");
    }
    return new Lane(
        number,
        type(element, number),
        element.string("level", "false").equals("true"),
        element.string("direction", "standard").equals("reversed"),
        ShapeReader.profile(border ? borders : widths, "sOffset", s),
        border,
        heights(element, s),
        marks.read(element, number, s),
        speedLimits(element, s),
        materials(element, s),
        accesses(element, s),
        links(element, "predecessor"),
        links(element, "successor"));
  }

  private LaneType type(XmlElement element, int number) {
    String word = element.string("type", "none");
    Optional<LaneType> type = Words.laneType(word);
    if (type.isEmpty() && number != 0) {
      warnings.add(element, "lane type \"" + word + "\" is unknown, taken as none");
    }
    return type.orElse(LaneType.NONE);
  }

  private static List<LaneHeight> heights(XmlElement element, double s) {
    return element.children("height").stream()
        .map(h -> new LaneHeight(s + h.number("sOffset"), h.number("inner"), h.number("outer")))
        .sorted(Comparator.comparingDouble(LaneHeight::s))
        .toList();
  }

  private static List<LaneMaterial> materials(XmlElement element, double s) {
    return element.children("material").stream()
        .map(m -> new LaneMaterial(
            s + m.number("sOffset", 0.0),
            m.string("surface", ""),
            m.number("friction"),
            m.number("roughness", 0.0)))
        .sorted(Comparator.comparingDouble(LaneMaterial::s))
        .toList();
  }

  /** Up to 1.7 a record names one user in an attribute, from 1.8 on several in children; without a rule it permits. */
  private static List<LaneAccess> accesses(XmlElement element, double s) {
    List<LaneAccess> accesses = new ArrayList<>();
    for (XmlElement access : element.children("access")) {
      List<String> users = new ArrayList<>();
      access.find("restriction").ifPresent(users::add);
      access.children("restriction").forEach(user -> user.find("type").ifPresent(users::add));
      boolean allow = access.string("rule", "allow").equals("allow");
      accesses.add(new LaneAccess(s + access.number("sOffset", 0.0), allow, users));
    }
    return accesses;
  }

  private List<SpeedLimit> speedLimits(XmlElement element, double s) {
    List<SpeedLimit> limits = new ArrayList<>();
    for (XmlElement speed : element.children("speed")) {
      double start = s + speed.number("sOffset", 0.0);
      speedMps(speed, warnings).ifPresent(limit -> limits.add(new SpeedLimit(start, limit)));
    }
    limits.sort(Comparator.comparingDouble(SpeedLimit::s));
    return limits;
  }

  /** The limit; empty when the element states none (0, negative or "undefined"). */
  static Optional<Double> speedMps(XmlElement speed, Warnings warnings) {
    String max = speed.string("max");
    if (max.equals("no limit")) {
      return Optional.of(Double.POSITIVE_INFINITY);
    }
    if (max.equals("undefined")) {
      return Optional.empty();
    }
    String unit = speed.string("unit", "m/s");
    Optional<Double> factor = Words.speedUnit(unit);
    if (factor.isEmpty()) {
      warnings.add(speed, "speed unit \"" + unit + "\" is unknown, limit left out");
    }
    double value = speed.number("max");
    return factor.filter(f -> value > 0.0).map(f -> f * value);
  }

  private static List<Integer> links(XmlElement lane, String name) {
    return lane.children("link", name).stream().map(link -> link.integer("id")).toList();
  }
}
