package io.camber.scene;

import java.util.List;

/** Futures of all tracks as seen from {@code timeNs}, ordered by track id. */
public record Futures(long timeNs, List<TrackFuture> futures) {
  public Futures {
    futures = List.copyOf(futures);
  }
}
