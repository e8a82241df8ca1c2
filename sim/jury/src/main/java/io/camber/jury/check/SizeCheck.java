package io.camber.jury.check;

import io.camber.bus.Envelope;
import io.camber.evaluation.judgement.Owner;
import io.camber.scene.Track;
import io.camber.scene.Tracks;
import java.util.Locale;
import java.util.function.Consumer;

/** U1: nothing of that class has that size, by hard limits or by what is likely. A bicycle of fifty metres is a bug. */
final class SizeCheck implements Check {
  private static final double HARD = 1.5;

  /** Farther than any of the 437 bodies that the likely sizes were learned from. */
  private static final double SQUARED_MAX = 45.0;

  /** What is new has not shown its size yet. */
  private static final long SETTLED_NS = 1_000_000_000L;

  @Override
  public void onMessage(Envelope envelope, Object value, Consumer<Alarm> alarms) {
    if (value instanceof Tracks tracks) {
      for (Track track : tracks.tracks()) {
        double over = Math.max(
            track.size().lengthM() / Classes.lengthMMax(track.objectClass()),
            track.size().widthM() / Classes.widthMMax(track.objectClass()));
        if (over > 1.0 || isUnlikely(track)) {
          alarms.accept(new Alarm(
              tracks.timeNs(),
              "U1",
              Owner.PERCEPTION,
              Classes.label(track.objectClass()),
              "track " + track.id(),
              over > HARD ? 1.0 : 0.5,
              String.format(
                  Locale.ROOT,
                  "a %s of %.1f by %.1f m",
                  Classes.label(track.objectClass()),
                  track.size().lengthM(),
                  track.size().widthM())));
        }
      }
    }
  }

  private static boolean isUnlikely(Track track) {
    return track.ageNs() >= SETTLED_NS
        && SizePrior.of(track.objectClass())
            .map(prior -> prior.squared(track.size()) > SQUARED_MAX)
            .orElse(false);
  }
}
