package io.camber.importing.osm;

import io.camber.diagnostics.InputException;
import io.camber.geometry.Vec2;
import io.camber.importing.lanelet.Lanelet;
import io.camber.importing.lanelet.LaneletRoads;
import io.camber.map.geo.GeoPoint;
import io.camber.map.geo.GeoProjection;
import io.camber.sim.scenario.xml.XmlElement;
import io.camber.sim.scenario.xml.XmlFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Lanelets that vehicles drive on. Points are taken at {@code local_x} and {@code local_y} where every point has them, else
 * projected around the first one. Which lanelets follow each other or lie side by side follows from the points and ways they
 * share, as in the library.
 */
public final class Lanelet2Map {
  private static final double KMH = 1.0 / 3.6;
  private static final double MPH = 0.44704;

  private final String name;
  private final Map<String, Vec2> points = new HashMap<>();
  private final Map<String, List<String>> ways = new HashMap<>();
  private final Map<String, Bounds> bounds = new LinkedHashMap<>();
  private final SortedMap<String, Integer> leftOut = new TreeMap<>();

  /** A lanelet by the points of its bounds, both in the direction of travel. */
  private record Bounds(
      List<String> left, List<String> right, boolean isOneWay, OptionalDouble speedLimitMps) {}

  private Lanelet2Map(String name) {
    this.name = name;
  }

  /** Whether a file's name is that of this format. */
  public static boolean isNamed(Path file) {
    return file.toString().toLowerCase(Locale.ROOT).endsWith(".osm");
  }

  public static Lanelet2Map read(Path file) {
    String full = String.valueOf(file.getFileName());
    Lanelet2Map map = new Lanelet2Map(full.replaceFirst("\\.[^.]*$", ""));
    XmlElement root = XmlFile.read(file);
    if (!root.name().equals("osm")) {
      throw root.error("is no map in OpenStreetMap's XML: its root is <" + root.name() + ">");
    }
    map.readPoints(root);
    for (XmlElement way : named(root, "way")) {
      List<String> refs = new ArrayList<>();
      named(way, "nd").forEach(nd -> refs.add(attribute(nd, "ref")));
      map.ways.put(attribute(way, "id"), refs);
    }
    for (XmlElement relation : named(root, "relation")) {
      map.take(relation);
    }
    if (map.bounds.isEmpty()) {
      throw root.error("holds no lanelet that vehicles drive on");
    }
    return map;
  }

  private static List<XmlElement> named(XmlElement parent, String name) {
    return parent.children().stream().filter(child -> child.name().equals(name)).toList();
  }

  private static String attribute(XmlElement element, String name) {
    return Optional.ofNullable(element.attributes().get(name))
        .orElseThrow(() -> element.error("<" + element.name() + "> has no attribute " + name));
  }

  private static Map<String, String> tags(XmlElement element) {
    Map<String, String> tags = new HashMap<>();
    named(element, "tag").forEach(tag -> tags.put(attribute(tag, "k"), attribute(tag, "v")));
    return tags;
  }

  private static double number(XmlElement element, String text) {
    try {
      double value = Double.parseDouble(text);
      if (Double.isFinite(value)) {
        return value;
      }
    } catch (NumberFormatException e) {
      throw element.error("'" + text + "' is not a number");
    }
    throw element.error("'" + text + "' is not finite");
  }

  private void readPoints(XmlElement root) {
    List<XmlElement> nodes = named(root, "node");
    boolean isLocal = !nodes.isEmpty()
        && nodes.stream()
            .allMatch(node -> tags(node).keySet().containsAll(List.of("local_x", "local_y")));
    GeoProjection projection = null;
    for (XmlElement node : nodes) {
      Vec2 place;
      if (isLocal) {
        Map<String, String> tags = tags(node);
        place = new Vec2(
            number(node, tags.getOrDefault("local_x", "")),
            number(node, tags.getOrDefault("local_y", "")));
      } else {
        GeoPoint point = point(node);
        if (projection == null) {
          projection = around(point);
        }
        place = projection.toMap(point);
      }
      points.put(attribute(node, "id"), place);
    }
  }

  private static GeoPoint point(XmlElement node) {
    try {
      return new GeoPoint(
          number(node, attribute(node, "lat")), number(node, attribute(node, "lon")));
    } catch (IllegalArgumentException e) {
      throw node.error("is not on the globe: " + e.getMessage());
    }
  }

  private static GeoProjection around(GeoPoint point) {
    return GeoProjection.parse(String.format(
        Locale.ROOT,
        "+proj=tmerc +lat_0=%.9f +lon_0=%.9f +datum=WGS84 +units=m",
        point.latitudeDeg(),
        point.longitudeDeg()));
  }

  private void take(XmlElement relation) {
    Map<String, String> tags = tags(relation);
    String type = tags.getOrDefault("type", "relation");
    String subtype = tags.getOrDefault("subtype", "");
    boolean isRoad = List.of("road", "highway", "play_street", "bus_lane", "emergency_lane", "exit")
        .contains(subtype);
    if (!type.equals("lanelet") || !isRoad) {
      leftOut.merge(subtype.isEmpty() ? type : type + " " + subtype, 1, Integer::sum);
      return;
    }
    String id = attribute(relation, "id");
    List<String> left = way(relation, member(relation, "left"));
    List<String> right = way(relation, member(relation, "right"));
    Aligned aligned = align(left, right);
    bounds.put(
        id,
        new Bounds(
            aligned.left(),
            aligned.right(),
            !tags.getOrDefault("one_way", "yes").equals("no"),
            limit(relation, tags)));
  }

  private static String member(XmlElement relation, String role) {
    List<String> found = named(relation, "member").stream()
        .filter(member -> role.equals(member.attributes().get("role")))
        .map(member -> attribute(member, "ref"))
        .toList();
    if (found.size() != 1) {
      throw relation.error("a lanelet has " + found.size() + " " + role + " bounds; it needs one");
    }
    return found.get(0);
  }

  private List<String> way(XmlElement relation, String ref) {
    List<String> way = ways.get(ref);
    if (way == null || way.size() < 2) {
      throw relation.error("way " + ref + " is not there or has fewer than two points");
    }
    for (String point : way) {
      if (!points.containsKey(point)) {
        throw relation.error("point " + point + " of way " + ref + " is not there");
      }
    }
    return way;
  }

  private record Aligned(List<String> left, List<String> right) {}

  /** Turns the bounds so that they run the same way and the left one lies on the left. */
  private Aligned align(List<String> left, List<String> right) {
    List<String> turned = reversed(right);
    double straight = apart(left, right);
    double crossed = apart(left, turned);
    List<String> beside = straight <= crossed ? right : turned;
    double area = 0.0;
    List<Vec2> ring = new ArrayList<>(line(left));
    List<Vec2> back = new ArrayList<>(line(beside));
    Collections.reverse(back);
    ring.addAll(back);
    for (int i = 0; i < ring.size(); i++) {
      area += ring.get(i).cross(ring.get((i + 1) % ring.size()));
    }
    // there on the left and back on the right is clockwise
    return area <= 0.0 ? new Aligned(left, beside) : new Aligned(reversed(left), reversed(beside));
  }

  private double apart(List<String> a, List<String> b) {
    return place(a.get(0)).distanceTo(place(b.get(0)))
        + place(a.get(a.size() - 1)).distanceTo(place(b.get(b.size() - 1)));
  }

  private static List<String> reversed(List<String> list) {
    List<String> reversed = new ArrayList<>(list);
    Collections.reverse(reversed);
    return reversed;
  }

  private Vec2 place(String point) {
    return Optional.ofNullable(points.get(point)).orElseThrow();
  }

  private List<Vec2> line(List<String> refs) {
    return refs.stream().map(this::place).toList();
  }

  private static OptionalDouble limit(XmlElement relation, Map<String, String> tags) {
    String text = tags.getOrDefault("speed_limit", "").trim();
    String[] words = text.split("\\s+", -1);
    if (text.isEmpty() || !words[0].matches("[0-9.]+")) {
      return OptionalDouble.empty();
    }
    String unit = words.length > 1 ? words[1] : "km/h";
    double factor = unit.equals("mph") ? MPH : unit.equals("m/s") ? 1.0 : KMH;
    return OptionalDouble.of(number(relation, words[0]) * factor);
  }

  /** The lanelets; those for both directions come once for each. */
  public List<Lanelet> lanelets() {
    Map<String, Bounds> all = new LinkedHashMap<>(bounds);
    bounds.forEach((id, one) -> {
      if (!one.isOneWay()) {
        all.put(
            id + "-back",
            new Bounds(reversed(one.right()), reversed(one.left()), true, one.speedLimitMps()));
      }
    });
    Map<String, List<String>> byStart = new HashMap<>();
    all.forEach((id, one) -> byStart
        .computeIfAbsent(one.left().get(0) + " " + one.right().get(0), unused -> new ArrayList<>())
        .add(id));
    List<Lanelet> lanelets = new ArrayList<>();
    all.forEach((id, one) -> lanelets.add(new Lanelet(
        id,
        line(one.left()),
        line(one.right()),
        byStart.getOrDefault(last(one.left()) + " " + last(one.right()), List.of()),
        neighbour(all, id, one, true),
        neighbour(all, id, one, false),
        one.speedLimitMps(),
        List.of())));
    return lanelets;
  }

  private static String last(List<String> list) {
    return list.get(list.size() - 1);
  }

  private static Optional<String> neighbour(
      Map<String, Bounds> all, String id, Bounds of, boolean isLeft) {
    List<String> shared = isLeft ? of.left() : of.right();
    for (Map.Entry<String, Bounds> other : all.entrySet()) {
      List<String> theirs = isLeft ? other.getValue().right() : other.getValue().left();
      if (!other.getKey().equals(id) && theirs.equals(shared)) {
        return Optional.of(other.getKey());
      }
    }
    return Optional.empty();
  }

  /** Relations that are no lanes of vehicles, by kind and number. */
  public SortedMap<String, Integer> leftOut() {
    return new TreeMap<>(leftOut);
  }

  /** The same network as OpenDRIVE. */
  public String openDrive() {
    try {
      return LaneletRoads.of(lanelets()).openDrive(name);
    } catch (IllegalArgumentException e) {
      throw new InputException(name + ".osm: cannot become roads: " + e.getMessage(), e);
    }
  }
}
