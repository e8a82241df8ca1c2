package io.camber.scene;

import java.util.List;

/** Possible futures of one track, most likely first; the probabilities sum to 1. */
public record TrackFuture(int trackId, List<PredictedPath> modes) {
  public TrackFuture {
    modes = List.copyOf(modes);
  }
}
