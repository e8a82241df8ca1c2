package io.camber.map.export;

import io.camber.map.LaneSegment;
import io.camber.map.RoadMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The lane graph as JSON: every lane with its successors, predecessors and neighbours by id, seen in driving direction. */
public final class LaneGraphJson {
  private LaneGraphJson() {}

  public static String of(RoadMap map) {
    List<String> lanes = map.lanes().stream().map(LaneGraphJson::lane).toList();
    return "{\"name\":" + JsonText.quoted(map.name()) + ",\n\"lanes\":[\n"
        + String.join(",\n", lanes) + "\n]}\n";
  }

  private static String lane(LaneSegment lane) {
    return "{\"id\":" + JsonText.quoted(lane.id()) + ",\"road\":" + JsonText.quoted(lane.roadId())
        + ",\"section\":" + lane.sectionIndex() + ",\"lane\":" + lane.number()
        + ",\"type\":" + JsonText.quoted(lane.type().name().toLowerCase(Locale.ROOT))
        + ",\"drivable\":" + lane.isDrivable() + ",\"alongRoad\":" + lane.isAlongRoad()
        + ",\"lengthM\":" + JsonText.number(lane.lengthM(), 3)
        + ",\"speedLimitMps\":" + JsonText.number(lane.speedLimitMps(), 3)
        + ",\"junction\":" + id(lane.junctionId())
        + ",\"successors\":" + ids(lane.successors())
        + ",\"predecessors\":" + ids(lane.predecessors())
        + ",\"left\":" + id(lane.leftNeighbour())
        + ",\"right\":" + id(lane.rightNeighbour()) + "}";
  }

  private static String id(Optional<String> id) {
    return id.map(JsonText::quoted).orElse("null");
  }

  private static String ids(List<String> ids) {
    return "[" + String.join(",", ids.stream().map(JsonText::quoted).toList()) + "]";
  }
}
