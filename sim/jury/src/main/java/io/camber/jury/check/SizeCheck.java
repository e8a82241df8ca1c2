package io.camber.jury.check;

import io.camber.bus.Envelope;
import io.camber.evaluation.judgement.Owner;
import io.camber.scene.Track;
import io.camber.scene.Tracks;
import java.util.Locale;
import java.util.function.Consumer;

/** U1: nothing of that class has that size. A bicycle of fifty metres is a bug. */
final class SizeCheck implements Check {
  private static final double HARD = 1.5;

  @Override
  public void onMessage(Envelope envelope, Object value, Consumer<Alarm> alarms) {
    if (value instanceof Tracks tracks) {
      for (Track track : tracks.tracks()) {
        double over = Math.max(
            track.size().lengthM() / Classes.lengthMMax(track.objectClass()),
            track.size().widthM() / Classes.widthMMax(track.objectClass()));
        if (over > 1.0) {
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
}
