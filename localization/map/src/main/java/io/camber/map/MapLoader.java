package io.camber.map;

import io.camber.scene.MapFile;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns map files into road maps and keeps the result, so that nodes sharing a loader parse a file once. Thread safe. */
public final class MapLoader {
  private final Map<ByteBuffer, RoadMap> maps = new HashMap<>();
  private volatile @Nullable Loaded newest;

  private record Loaded(MapFile file, RoadMap map) {}

  /** The road map of the file; the same content gives the same instance. Asking for the newest file again costs nothing. */
  public RoadMap load(MapFile file) {
    Loaded known = newest;
    if (known == null || known.file() != file) {
      known = new Loaded(file, byContent(file));
      newest = known;
    }
    return known.map();
  }

  private synchronized RoadMap byContent(MapFile file) {
    RoadMap known = maps.get(file.content());
    if (known != null) {
      return known;
    }
    RoadMap map = RoadMap.parse(file.name(), file.content());
    maps.put(file.content(), map);
    return map;
  }
}
