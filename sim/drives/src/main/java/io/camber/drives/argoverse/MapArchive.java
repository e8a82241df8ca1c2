package io.camber.drives.argoverse;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import io.camber.diagnostics.InputException;
import io.camber.geometry.Vec2;
import io.camber.importing.lanelet.Lanelet;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;

/** The vector map of a log: lane segments as pairs of lines, heights those of the left ones. */
final class MapArchive {
  private static final long BYTES_MAX = 256L << 20;

  private final String file;
  private final List<Lanelet> lanes = new ArrayList<>();
  private final Map<String, Integer> leftOut = new TreeMap<>();

  private MapArchive(String file) {
    this.file = file;
  }

  public static MapArchive read(Path path) throws IOException {
    MapArchive archive = new MapArchive(path.toString());
    if (Files.size(path) > BYTES_MAX) {
      throw new InputException(path + ": is larger than " + BYTES_MAX + " bytes");
    }
    try {
      String text = new String(Files.readAllBytes(path), StandardCharsets.UTF_8);
      archive.take(JsonParser.parseString(text).getAsJsonObject());
    } catch (JsonParseException
        | IllegalStateException
        | UnsupportedOperationException
        | NumberFormatException e) {
      throw new InputException(path + ": is no map archive: " + e.getMessage(), e);
    }
    return archive;
  }

  /** Lanes for vehicles, buses and bicycles, in the city's frame. */
  public List<Lanelet> lanes() {
    return List.copyOf(lanes);
  }

  /** What the archive has beside lanes, by name and number. */
  public Map<String, Integer> leftOut() {
    return new TreeMap<>(leftOut);
  }

  private void take(JsonObject root) {
    for (Map.Entry<String, JsonElement> part : root.entrySet()) {
      if (part.getKey().equals("lane_segments")) {
        for (JsonElement lane : part.getValue().getAsJsonObject().asMap().values()) {
          lanes.add(lane(lane.getAsJsonObject()));
        }
      } else {
        leftOut.put(part.getKey(), part.getValue().getAsJsonObject().size());
      }
    }
  }

  private Lanelet lane(JsonObject lane) {
    String id = required(lane, "id").getAsString();
    try {
      return new Lanelet(
          id,
          line(required(lane, "left_lane_boundary")),
          line(required(lane, "right_lane_boundary")),
          ids(required(lane, "successors")),
          neighbour(lane, "left_neighbor_id"),
          neighbour(lane, "right_neighbor_id"),
          OptionalDouble.empty(),
          List.of(),
          heights(required(lane, "left_lane_boundary")));
    } catch (IllegalArgumentException e) {
      throw new InputException(file + ": lane " + id + ": " + e.getMessage(), e);
    }
  }

  private JsonElement required(JsonObject lane, String key) {
    return Optional.ofNullable(lane.get(key))
        .orElseThrow(() -> new InputException(file + ": a lane segment has no " + key));
  }

  private static List<Vec2> line(JsonElement points) {
    List<Vec2> line = new ArrayList<>();
    for (JsonElement point : points.getAsJsonArray()) {
      JsonObject place = point.getAsJsonObject();
      double x = place.get("x").getAsDouble();
      double y = place.get("y").getAsDouble();
      if (!Double.isFinite(x) || !Double.isFinite(y)) {
        throw new IllegalArgumentException("a point is not finite");
      }
      line.add(new Vec2(x, y));
    }
    return line;
  }

  /** Of each point; empty when the archive tells none. */
  private static List<Double> heights(JsonElement points) {
    List<Double> heights = new ArrayList<>();
    for (JsonElement point : points.getAsJsonArray()) {
      JsonElement z = point.getAsJsonObject().get("z");
      if (z == null) {
        return List.of();
      }
      if (!Double.isFinite(z.getAsDouble())) {
        throw new IllegalArgumentException("a height is not finite");
      }
      heights.add(z.getAsDouble());
    }
    return heights;
  }

  private static List<String> ids(JsonElement array) {
    List<String> ids = new ArrayList<>();
    JsonArray all = array.getAsJsonArray();
    all.forEach(id -> ids.add(id.getAsString()));
    return ids;
  }

  private static Optional<String> neighbour(JsonObject lane, String key) {
    return Optional.ofNullable(lane.get(key))
        .filter(id -> !id.isJsonNull())
        .map(JsonElement::getAsString);
  }
}
