package io.camber.map.drawing;

import io.camber.map.RoadMap;
import java.awt.image.BufferedImage;

/** Draws a road map seen from above, north up. */
@SuppressWarnings("DoNotCallSuggester")
public final class MapDrawing {
  private final RoadMap map;

  public MapDrawing(RoadMap map) {
    this.map = map;
  }

  public String toSvg() {
    throw new UnsupportedOperationException(map.name());
  }

  /** A picture whose longer side has {@code pixels} pixels. */
  public BufferedImage toImage(int pixels) {
    throw new UnsupportedOperationException(" " + pixels);
  }
}
