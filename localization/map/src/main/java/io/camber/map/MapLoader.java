package io.camber.map;

import io.camber.scene.MapFile;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;

/** Turns map files into road maps and keeps the result, so that nodes sharing a loader parse a file once. Thread safe. */
public final class MapLoader {
  private final Map<ByteBuffer, RoadMap> maps = new HashMap<>();

  /** The road map of the file; the same content gives the same instance. */
  public synchronized RoadMap load(MapFile file) {
    RoadMap known = maps.get(file.content());
    if (known != null) {
      return known;
    }
    RoadMap map = RoadMap.parse(file.name(), file.content());
    maps.put(file.content(), map);
    return map;
  }
}
