package io.camber.map.opendrive;

import io.camber.diagnostics.InputException;
import io.camber.geometry.Pose2;
import io.camber.map.road.Junction;
import io.camber.map.road.LaneSection;
import io.camber.map.road.Road;
import io.camber.map.road.RoadFurniture;
import io.camber.map.road.RoadIdentity;
import io.camber.map.road.RoadLink;
import io.camber.map.road.RoadNetwork;
import io.camber.map.road.RoadShape;
import io.camber.map.road.SignalController;
import io.camber.map.road.SpeedLimit;
import io.camber.map.road.VirtualLink;
import io.camber.map.xml.XmlElement;
import io.camber.map.xml.XmlTree;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads OpenDRIVE 1.4 to 1.8 (ASAM). Mistakes in the file end in an {@link InputException} with file and line; oddities
 * become {@link RoadNetwork#warnings()}.
 */
public final class OpenDriveReader {
  private final XmlElement root;
  private final Warnings warnings = new Warnings();
  private final ObjectReader objects = new ObjectReader(warnings);
  private final Map<String, List<Double>> cuts;

  private OpenDriveReader(XmlElement root) {
    this.root = root;
    this.cuts = VirtualCuts.of(root);
  }

  /** Reads the remaining bytes of {@code xml}; {@code fileName} only serves messages. */
  public static RoadNetwork read(String fileName, ByteBuffer xml) {
    return read(XmlTree.read(fileName, xml));
  }

  /** Reads the elements of a file. */
  public static RoadNetwork read(XmlElement root) {
    if (!root.name().equals("OpenDRIVE")) {
      throw root.error("is not the root of an OpenDRIVE file; expected <OpenDRIVE>");
    }
    return new OpenDriveReader(root).read();
  }

  private RoadNetwork read() {
    XmlElement header =
        root.child("header").orElseThrow(() -> root.error("has no header; add one"));
    int major = header.integer("revMajor");
    if (major != 1) {
      throw header.error("revMajor=\"" + major + "\": only OpenDRIVE 1.x can be read");
    }
    List<XmlElement> elements = root.children("road");
    Relocation relocation = Relocation.read(header);
    Map<String, RoadShape> shapes = shapes(elements, relocation);
    List<Road> roads = new ArrayList<>();
    elements.forEach(element -> roads.add(road(element, shapes, relocation)));
    List<Junction> junctions = root.children("junction").stream()
        .map(new JunctionReader(warnings)::read)
        .toList();
    List<SignalController> controllers = controllers();
    Optional<String> geoReference =
        header.child("geoReference").map(XmlElement::text).filter(text -> !text.isEmpty());
    warnings.addUnasked(root);
    return new RoadNetwork(
        header.string("name", ""),
        geoReference,
        relocation.apply(new Pose2(0.0, 0.0, 0.0)),
        roads,
        junctions,
        controllers,
        UserDataReader.read(root),
        warnings.list());
  }

  private Map<String, RoadShape> shapes(List<XmlElement> roads, Relocation relocation) {
    ShapeReader reader = new ShapeReader(warnings, relocation);
    Map<String, RoadShape> shapes = new LinkedHashMap<>();
    for (XmlElement road : roads) {
      if (shapes.put(road.string("id"), reader.read(road)) != null) {
        throw road.error("id=\"" + road.string("id") + "\" is used by another road");
      }
    }
    return shapes;
  }

  private Road road(XmlElement element, Map<String, RoadShape> shapes, Relocation relocation) {
    RoadShape shape = shapes.get(element.string("id"));
    if (shape == null) {
      throw new IllegalStateException("no shape of road " + element.string("id"));
    }
    List<LaneSection> sections = VirtualCuts.apply(
        new LaneReader(warnings).read(element, shape.line().lengthM()),
        cuts.getOrDefault(element.string("id"), List.of()));
    PlausibleRoad.check(element, shape, sections);
    try {
      SignalReader signals = new SignalReader(shapes, relocation);
      RoadFurniture furniture = new RoadFurniture(
          signals.signals(element, shape),
          signals.references(element),
          objects.read(element, shape),
          StructureReader.read(element));
      return new Road(identity(element), shape, sections, speedLimits(element), furniture);
    } catch (IllegalArgumentException e) {
      // A place so far off that its pose overflows; the value classes refuse it.
      throw element.error(
          "id=\"" + element.string("id") + "\" holds a value out of range: " + e.getMessage());
    }
  }

  private RoadIdentity identity(XmlElement road) {
    Optional<XmlElement> link = road.child("link");
    String rule = road.string("rule", "RHT");
    if (!rule.equals("RHT") && !rule.equals("LHT")) {
      throw road.error("rule=\"" + rule + "\" is neither \"RHT\" nor \"LHT\"");
    }
    return new RoadIdentity(
        road.string("id"),
        road.string("name", ""),
        road.find("junction").filter(id -> !id.equals("-1")),
        rule.equals("LHT"),
        link.flatMap(l -> l.child("predecessor")).flatMap(OpenDriveReader::roadLink),
        link.flatMap(l -> l.child("successor")).flatMap(OpenDriveReader::roadLink),
        link.flatMap(l -> l.child("predecessor")).flatMap(OpenDriveReader::virtualLink),
        link.flatMap(l -> l.child("successor")).flatMap(OpenDriveReader::virtualLink));
  }

  private static Optional<RoadLink> roadLink(XmlElement link) {
    if (link.find("elementS").isPresent()) {
      return Optional.empty();
    }
    String type = link.string("elementType", "road");
    return Optional.of(
        new RoadLink(link.string("elementId"), type.equals("junction"), Words.contact(link)));
  }

  private static Optional<VirtualLink> virtualLink(XmlElement link) {
    return link.find("elementS")
        .map(s -> new VirtualLink(link.string("elementId"), link.notNegative("elementS")));
  }

  private List<SpeedLimit> speedLimits(XmlElement road) {
    List<SpeedLimit> limits = new ArrayList<>();
    for (XmlElement type : road.children("type")) {
      double s = type.number("s");
      // A type without a speed ends the limit of the type before it.
      double limit = type.child("speed")
          .flatMap(speed -> LaneReader.speedMps(speed, warnings))
          .orElse(Double.NaN);
      limits.add(new SpeedLimit(s, limit));
    }
    limits.sort(Comparator.comparingDouble(SpeedLimit::s));
    return limits;
  }

  private List<SignalController> controllers() {
    Map<String, List<String>> junctionsOf = new LinkedHashMap<>();
    for (XmlElement junction : root.children("junction")) {
      for (XmlElement controller : junction.children("controller")) {
        junctionsOf
            .computeIfAbsent(controller.string("id"), id -> new ArrayList<>())
            .add(junction.string("id"));
      }
    }
    return root.children("controller").stream()
        .map(controller -> new SignalController(
            controller.string("id"),
            controller.string("name", ""),
            controller.children("control").stream()
                .map(c -> c.string("signalId"))
                .toList(),
            junctionsOf.getOrDefault(controller.string("id"), List.of())))
        .toList();
  }
}
