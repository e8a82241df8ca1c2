package io.camber.map.export;

import io.camber.geometry.Vec2;
import io.camber.geometry.Vec3;
import io.camber.map.Crosswalk;
import io.camber.map.LaneSegment;
import io.camber.map.RoadMap;
import io.camber.map.geo.GeoPoint;
import io.camber.map.geo.GeoProjection;
import io.camber.map.road.MapObject;
import io.camber.map.road.Signal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A map as GeoJSON (RFC 7946): lanes as polygons, crosswalks as polygons, signals and objects as points. In WGS84 when the map
 * has a geoReference; else in metres of the map frame, which the file then says in its member {@code note}.
 */
public final class GeoJson {
  private static final double STEP_M = 2.0;

  /** A centimetre: 1e-7 degrees. */
  private static final int DEGREE_DIGITS = 7;

  private static final int METRE_DIGITS = 3;

  private final RoadMap map;
  private final Optional<GeoProjection> projection;
  private final List<String> features = new ArrayList<>();

  private GeoJson(RoadMap map) {
    this.map = map;
    this.projection = map.geoReference().map(GeoProjection::parse);
  }

  /** The whole document; throws {@link io.camber.diagnostics.InputException} for a geoReference that names no projection. */
  public static String of(RoadMap map) {
    return new GeoJson(map).document();
  }

  private String document() {
    map.lanes().forEach(this::addLane);
    map.crosswalks().forEach(this::addCrosswalk);
    map.signals().forEach(this::addSignal);
    map.objects().forEach(this::addObject);
    String note = projection.isPresent()
        ? ""
        : "\"note\":\"coordinates are metres of the map frame: the map has no geoReference\",\n";
    return "{\"type\":\"FeatureCollection\",\n\"name\":" + JsonText.quoted(map.name()) + ",\n"
        + note + "\"features\":[\n" + String.join(",\n", features) + "\n]}\n";
  }

  private void addLane(LaneSegment lane) {
    List<Vec2> outline = lane.outline(STEP_M).stream().map(Vec3::toVec2).toList();
    add(
        polygon(outline),
        "lane",
        lane.id(),
        List.of(
            "\"road\":" + JsonText.quoted(lane.roadId()),
            "\"lane\":" + lane.number(),
            "\"type\":" + JsonText.quoted(lower(lane.type().name())),
            "\"drivable\":" + lane.isDrivable(),
            "\"junction\":" + lane.junctionId().map(JsonText::quoted).orElse("null"),
            "\"lengthM\":" + JsonText.number(lane.lengthM(), METRE_DIGITS),
            "\"speedLimitMps\":" + JsonText.number(lane.speedLimitMps(), METRE_DIGITS)));
  }

  private void addCrosswalk(Crosswalk crosswalk) {
    add(
        polygon(crosswalk.outline()),
        "crosswalk",
        crosswalk.id(),
        List.of("\"road\":" + JsonText.quoted(crosswalk.roadId())));
  }

  private void addSignal(Signal signal) {
    add(
        point(signal.pose().position().toVec2()),
        "signal",
        signal.id(),
        List.of(
            "\"road\":" + JsonText.quoted(signal.roadId()),
            "\"dynamic\":" + signal.dynamic(),
            "\"type\":" + JsonText.quoted(signal.type()),
            "\"subtype\":" + JsonText.quoted(signal.subtype())));
  }

  private void addObject(MapObject object) {
    List<Vec2> outline = object.outline().stream().map(Vec3::toVec2).toList();
    add(
        outline.size() > 2 ? polygon(outline) : point(object.pose().position().toVec2()),
        "object",
        object.id(),
        List.of(
            "\"road\":" + JsonText.quoted(object.roadId()),
            "\"kind\":" + JsonText.quoted(lower(object.kind().name()))));
  }

  private static String lower(String word) {
    return word.toLowerCase(Locale.ROOT);
  }

  private void add(String geometry, String what, String id, List<String> properties) {
    features.add("{\"type\":\"Feature\",\"geometry\":" + geometry + ",\"properties\":{\"what\":\""
        + what + "\",\"id\":" + JsonText.quoted(id) + "," + String.join(",", properties) + "}}");
  }

  private String point(Vec2 point) {
    return "{\"type\":\"Point\",\"coordinates\":" + position(point) + "}";
  }

  /** One ring, counter-clockwise and closed, as the format wants it. */
  private String polygon(List<Vec2> corners) {
    List<Vec2> ring = new ArrayList<>(corners);
    if (area(ring) < 0.0) {
      Collections.reverse(ring);
    }
    if (!ring.get(0).equals(ring.get(ring.size() - 1))) {
      ring.add(ring.get(0));
    }
    return "{\"type\":\"Polygon\",\"coordinates\":[["
        + String.join(",", ring.stream().map(this::position).toList()) + "]]}";
  }

  private static double area(List<Vec2> corners) {
    double sum = 0.0;
    for (int i = 0; i < corners.size(); i++) {
      sum += corners.get(i).cross(corners.get((i + 1) % corners.size()));
    }
    return sum;
  }

  private String position(Vec2 point) {
    if (projection.isEmpty()) {
      return "[" + JsonText.number(point.x(), METRE_DIGITS) + ","
          + JsonText.number(point.y(), METRE_DIGITS) + "]";
    }
    GeoPoint place = projection.get().toWgs84(point.x(), point.y());
    return "[" + JsonText.number(place.longitudeDeg(), DEGREE_DIGITS) + ","
        + JsonText.number(place.latitudeDeg(), DEGREE_DIGITS) + "]";
  }
}
