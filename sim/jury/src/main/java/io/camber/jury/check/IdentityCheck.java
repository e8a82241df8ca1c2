package io.camber.jury.check;

import io.camber.bus.Envelope;
import io.camber.evaluation.judgement.Owner;
import io.camber.geometry.Angles;
import io.camber.scene.ObjectClass;
import io.camber.scene.Track;
import io.camber.scene.Tracks;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** U5: a track changes what it is between two messages: class, heading by more than 90 degrees, size by more than a quarter. */
final class IdentityCheck implements Check {
  private static final double SIZE_SHARE_MAX = 0.25;

  /** Longer boxes are judged by share, shorter ones by this. */
  private static final double SIZE_M_MIN = 1.0;

  private final Map<Integer, Track> before = new LinkedHashMap<>();

  @Override
  public void onMessage(Envelope envelope, Object value, Consumer<Alarm> alarms) {
    if (value instanceof Tracks tracks) {
      for (Track track : tracks.tracks()) {
        Optional.ofNullable(before.get(track.id()))
            .flatMap(old -> change(old, track))
            .ifPresent(what -> alarms.accept(new Alarm(
                tracks.timeNs(),
                "U5",
                Owner.PERCEPTION,
                Classes.label(track.objectClass()),
                "track " + track.id(),
                0.5,
                what)));
      }
      before.clear();
      tracks.tracks().forEach(track -> before.put(track.id(), track));
    }
  }

  private static Optional<String> change(Track old, Track now) {
    boolean known =
        old.objectClass() != ObjectClass.UNKNOWN && now.objectClass() != ObjectClass.UNKNOWN;
    if (known && old.objectClass() != now.objectClass()) {
      return Optional.of("a " + Classes.label(old.objectClass()) + " becomes a "
          + Classes.label(now.objectClass()));
    }
    double turn = Math.abs(Angles.difference(now.center().yaw(), old.center().yaw()));
    if (turn > Math.PI / 2.0 && now.objectClass() != ObjectClass.PEDESTRIAN) {
      return Optional.of(String.format(
          Locale.ROOT, "its heading turns by %.0f degrees at once", Math.toDegrees(turn)));
    }
    double before = old.size().lengthM();
    double grown = Math.abs(now.size().lengthM() - before);
    return grown > SIZE_SHARE_MAX * before && grown > SIZE_M_MIN
        ? Optional.of(String.format(
            Locale.ROOT,
            "its length goes from %.1f to %.1f m",
            before,
            now.size().lengthM()))
        : Optional.empty();
  }
}
