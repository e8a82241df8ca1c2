package io.camber.jury.check;

import io.camber.bus.Envelope;
import io.camber.evaluation.judgement.Owner;
import io.camber.evaluation.matching.BoxOverlap;
import io.camber.scene.ObjectClass;
import io.camber.scene.Track;
import io.camber.scene.Tracks;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** U6: two tracks in one place. */
final class OverlapCheck implements Check {
  private static final double SHARE_MAX = 0.3;
  private static final double HARD = 0.6;

  @Override
  public void onMessage(Envelope envelope, Object value, Consumer<Alarm> alarms) {
    if (value instanceof Tracks tracks) {
      List<Track> all = tracks.tracks();
      for (int i = 0; i < all.size(); i++) {
        for (int j = i + 1; j < all.size(); j++) {
          look(tracks.timeNs(), all.get(i), all.get(j), alarms);
        }
      }
    }
  }

  private static void look(long timeNs, Track a, Track b, Consumer<Alarm> alarms) {
    boolean known =
        a.objectClass() != ObjectClass.UNKNOWN && b.objectClass() != ObjectClass.UNKNOWN;
    if (!known || !a.footprint().intersects(b.footprint())) {
      return;
    }
    double share = BoxOverlap.share(a.footprint(), b.footprint());
    if (share > SHARE_MAX) {
      alarms.accept(new Alarm(
          timeNs,
          "U6",
          Owner.PERCEPTION,
          Classes.label(a.objectClass()),
          "tracks " + a.id() + " and " + b.id(),
          share > HARD ? 1.0 : 0.5,
          String.format(
              Locale.ROOT,
              "a %s and a %s share %.0f %% of their place",
              Classes.label(a.objectClass()),
              Classes.label(b.objectClass()),
              100.0 * share)));
    }
  }
}
