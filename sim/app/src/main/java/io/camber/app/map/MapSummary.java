package io.camber.app.map;

import io.camber.diagnostics.InputException;
import io.camber.map.LaneSegment;
import io.camber.map.RoadMap;
import io.camber.map.geo.GeoPoint;
import io.camber.map.geo.GeoProjection;
import io.camber.map.road.Extent;
import io.camber.map.road.Road;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What is in a map, as lines for people. */
public final class MapSummary {
  private final RoadMap map;
  private final List<String> lines = new ArrayList<>();

  private MapSummary(RoadMap map) {
    this.map = map;
  }

  public static List<String> of(RoadMap map) {
    MapSummary summary = new MapSummary(map);
    summary.addRoads();
    summary.addFurniture();
    summary.addPlace();
    return summary.lines;
  }

  private void add(String name, String format, Object... values) {
    lines.add(
        String.format(Locale.ROOT, "%-12s", name) + String.format(Locale.ROOT, format, values));
  }

  private void addRoads() {
    double km = map.roads().stream().mapToDouble(Road::lengthM).sum() / 1000.0;
    long connecting =
        map.roads().stream().filter(r -> r.junctionId().isPresent()).count();
    add("roads", "%d, %.2f km, %d of them inside junctions", map.roads().size(), km, connecting);
    List<LaneSegment> drivable =
        map.lanes().stream().filter(LaneSegment::isDrivable).toList();
    double laneKm = drivable.stream().mapToDouble(LaneSegment::lengthM).sum() / 1000.0;
    add("lanes", "%d, %d drivable, %.2f km", map.lanes().size(), drivable.size(), laneKm);
    add("lane types", "%s", counts(map.lanes().stream().map(lane -> lane.type().name())));
    add("junctions", "%s", counts(map.junctions().stream().map(j -> j.kind().name())));
  }

  private void addFurniture() {
    add(
        "signals",
        "%d, %d of them lights, %d controllers",
        map.signals().size(),
        map.signals().stream().filter(signal -> signal.dynamic()).count(),
        map.controllers().size());
    add("objects", "%s", counts(map.objects().stream().map(o -> o.kind().name())));
    add(
        "structures",
        "%s",
        counts(map.roads().stream()
            .flatMap(road -> road.structures().stream())
            .map(structure -> structure.kind().name())));
    add("user data", "%d", map.userData().size());
  }

  private void addPlace() {
    Extent extent = map.extent();
    add(
        "extent",
        "x %.1f to %.1f, y %.1f to %.1f m",
        extent.minX(),
        extent.maxX(),
        extent.minY(),
        extent.maxY());
    add("reference", "%s", map.geoReference().orElse("none: the map frame stands alone"));
    map.geoReference().ifPresent(reference -> {
      try {
        GeoPoint middle = GeoProjection.parse(reference)
            .toWgs84(0.5 * (extent.minX() + extent.maxX()), 0.5 * (extent.minY() + extent.maxY()));
        add("middle", "%.7f, %.7f (WGS84)", middle.latitudeDeg(), middle.longitudeDeg());
      } catch (InputException e) {
        add("middle", "unknown: %s", String.valueOf(e.getMessage()));
      }
    });
  }

  private static String counts(Stream<String> words) {
    Map<String, Integer> counts = new TreeMap<>();
    words.forEach(word -> counts.merge(word.toLowerCase(Locale.ROOT), 1, Integer::sum));
    return counts.isEmpty()
        ? "none"
        : String.join(
            ", ",
            counts.entrySet().stream().map(e -> e.getValue() + " " + e.getKey()).toList());
  }
}
