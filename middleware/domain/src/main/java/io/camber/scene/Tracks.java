package io.camber.scene;

import java.util.List;

/** All confirmed tracks at {@code timeNs}, map frame, ordered by id. */
public record Tracks(long timeNs, List<Track> tracks) {
  public Tracks {
    tracks = List.copyOf(tracks);
  }
}
