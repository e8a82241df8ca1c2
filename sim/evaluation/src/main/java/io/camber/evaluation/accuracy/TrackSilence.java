package io.camber.evaluation.accuracy;

import io.camber.scene.Tracks;
import io.camber.truth.TruthFrame;
import java.util.List;
import java.util.function.Consumer;

/**
 * Tells the measures of tracks that nothing was said: once tracks were silent for half a second while the stack drives, the truth
 * stands ten times a second against no tracks at all, from the last message on, and what comes later for that time counts no more.
 */
public final class TrackSilence {
  private final Silence silence = new Silence();

  /** Takes in one instant of the truth. */
  public void update(TruthFrame frame, TruthHistory truth, Consumer<TrackedWorld> sink) {
    if (!frame.egoEngaged() || !silence.wasHeard()) {
      silence.heard(frame.timeNs());
      return;
    }
    for (long tick = silence.due(frame.timeNs());
        tick != Silence.NONE;
        tick = silence.due(frame.timeNs())) {
      TrackedWorld.of(new Tracks(tick, List.of()), truth).ifPresent(sink);
    }
  }

  /** Takes in one message; false when silence was counted for its time already. */
  public boolean isHeard(Tracks tracks) {
    silence.heard(tracks.timeNs());
    return !silence.isLate(tracks.timeNs());
  }
}
