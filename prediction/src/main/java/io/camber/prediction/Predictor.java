package io.camber.prediction;

import io.camber.map.RoadMap;
import io.camber.scene.Futures;
import io.camber.scene.SignalStates;
import io.camber.scene.Tracks;
import java.util.Optional;

/** Foresees what tracks may do. May keep state between calls that changes cost, never the answer. One owner thread. */
public interface Predictor {
  /** The futures of all tracks, ordered by track id, counted from the time of the tracks. */
  Futures predict(Tracks tracks, Optional<SignalStates> signals, RoadMap map);
}
