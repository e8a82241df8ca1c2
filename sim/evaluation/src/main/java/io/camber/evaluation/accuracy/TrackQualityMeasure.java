package io.camber.evaluation.accuracy;

import io.camber.evaluation.judgement.Findings;
import io.camber.evaluation.judgement.Metric;
import io.camber.evaluation.judgement.Owner;
import io.camber.evaluation.matching.BoxOverlap;
import io.camber.evaluation.tracks.ClearScore;
import io.camber.evaluation.tracks.HotaScore;
import io.camber.evaluation.tracks.IdentityScore;
import io.camber.evaluation.tracks.TrackLog;
import io.camber.geometry.Angles;
import io.camber.geometry.Box2;
import io.camber.geometry.Vec2;
import io.camber.scene.ObjectClass;
import io.camber.scene.Track;
import io.camber.scene.Tracks;
import io.camber.truth.ActorTruth;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tracks over the whole drive against the actors in sight within 100 m: CLEAR, IDF1, HOTA. Two are alike by the distance of
 * their centres: 1 at none, one half at 2 m, 0 at 4 m; and twice a second by the overlap of their footprints. Tracks of actors out of sight count neither way, nor do tracks of unknown
 * class: poles and walls are rightly tracked.
 */
public final class TrackQualityMeasure {
  private static final double RANGE_M_MAX = 100.0;
  private static final double UNLIKE_M = 4.0;
  private static final double THRESHOLD = 0.5;
  private static final double NS_PER_MINUTE = 60e9;

  private final TrackLog log = new TrackLog();
  private final TrackLog overlaps = new TrackLog();
  private final Keyframes keyframes = new Keyframes();
  private List<Track> last = List.of();
  private int flips;
  private long trackedNs;
  private long lastNs = -1;

  /** Takes in one message; ignored without an ego. */
  public void update(TrackedWorld world) {
    world.eye().ifPresent(eye -> update(world, eye));
  }

  private void update(TrackedWorld world, Vec2 eye) {
    Tracks tracks = world.tracks();
    List<String> names = new ArrayList<>();
    List<Vec2> visible = new ArrayList<>();
    List<Vec2> hidden = new ArrayList<>();
    List<Box2> boxes = new ArrayList<>();
    for (int i = 0; i < world.actors().size(); i++) {
      ActorTruth actor = world.actors().get(i);
      Vec2 center = world.box(i).center().position();
      boolean counts = center.distanceTo(eye) <= RANGE_M_MAX
          && actor.objectClass() != ObjectClass.UNKNOWN
          && world.sight().isVisible(i);
      (counts ? visible : hidden).add(center);
      if (counts) {
        names.add(actor.name());
        boxes.add(world.box(i));
      }
    }
    List<Integer> ids = new ArrayList<>();
    List<Vec2> known = new ArrayList<>();
    List<Track> claims = new ArrayList<>();
    for (Track track : tracks.tracks()) {
      Vec2 center = track.center().position();
      if (track.objectClass() != ObjectClass.UNKNOWN
          && center.distanceTo(eye) <= RANGE_M_MAX
          && !belongsTo(hidden, center, visible)) {
        ids.add(track.id());
        known.add(center);
        claims.add(track);
      }
    }
    log.add(names, ids, (i, j) -> alikeness(visible.get(i), known.get(j)));
    if (keyframes.isNext(tracks.timeNs())) {
      overlaps.add(
          names, ids, (i, j) -> BoxOverlap.share(boxes.get(i), claims.get(j).footprint()));
    }
    countFlips(tracks);
  }

  /** Adds metrics. */
  public void report(Findings findings) {
    String none = log.isEmpty() ? "no tracks were published" : "no actor was in sight within 100 m";
    ClearScore clear = ClearScore.of(log, THRESHOLD);
    IdentityScore identity = IdentityScore.of(log, THRESHOLD);
    HotaScore hota = HotaScore.of(log);
    boolean any = clear.objects() > 0;
    higher(findings, "tracks.mota", clear.mota(), none);
    higher(findings, "tracks.motp", clear.motp(), none);
    higher(findings, "tracks.idf1", any ? identity.f1() : Double.NaN, none);
    higher(findings, "tracks.hota", hota.hota(), none);
    higher(findings, "tracks.hota.detection", hota.detection(), none);
    higher(findings, "tracks.hota.association", hota.association(), none);
    higher(findings, "tracks.hota.localization", hota.localization(), none);
    higher(findings, "tracks.hota.detectionRecall", hota.detectionRecall(), none);
    higher(findings, "tracks.hota.detectionPrecision", hota.detectionPrecision(), none);
    higher(findings, "tracks.hota.associationRecall", hota.associationRecall(), none);
    higher(findings, "tracks.hota.associationPrecision", hota.associationPrecision(), none);
    higher(findings, "tracks.moda", clear.moda(), none);
    lower(findings, "tracks.identitySwitches", any ? clear.identitySwitches() : Double.NaN, none);
    lower(findings, "tracks.fragments", any ? clear.fragments() : Double.NaN, none);
    double objects = clear.objects();
    higher(findings, "tracks.mostlyTracked", clear.mostlyTracked() / objects, none);
    lower(findings, "tracks.mostlyLost", clear.mostlyLost() / objects, none);
    double minutes = trackedNs / NS_PER_MINUTE;
    lower(findings, "tracks.headingFlipsPerMinute", flips / minutes, "no track was seen twice");
    reportOverlaps(findings, none);
  }

  /** The same scores where two are alike by the overlap of their footprints. */
  private void reportOverlaps(Findings findings, String none) {
    ClearScore clear = ClearScore.of(overlaps, THRESHOLD);
    HotaScore hota = HotaScore.of(overlaps);
    double f1 = IdentityScore.of(overlaps, THRESHOLD).f1();
    higher(findings, "tracks.overlap.mota", clear.mota(), none);
    higher(findings, "tracks.overlap.motp", clear.motp(), none);
    higher(findings, "tracks.overlap.idf1", clear.objects() > 0 ? f1 : Double.NaN, none);
    higher(findings, "tracks.overlap.hota", hota.hota(), none);
  }

  private void countFlips(Tracks tracks) {
    trackedNs += lastNs >= 0 && !tracks.tracks().isEmpty() ? tracks.timeNs() - lastNs : 0;
    lastNs = tracks.timeNs();
    for (int i = 0; i < tracks.tracks().size(); i++) {
      Track track = tracks.tracks().get(i);
      Track old = before(track.id(), i);
      flips += old != null && isTurned(track, old) ? 1 : 0;
    }
    last = tracks.tracks();
  }

  private static boolean isTurned(Track track, Track old) {
    return Math.abs(Angles.difference(track.center().yaw(), old.center().yaw())) > Math.PI / 2.0;
  }

  /** The track of that id in the last message, most often at the place that is guessed. */
  private @Nullable Track before(int id, int guess) {
    if (guess < last.size() && last.get(guess).id() == id) {
      return last.get(guess);
    }
    for (int i = 0; i < last.size(); i++) {
      if (last.get(i).id() == id) {
        return last.get(i);
      }
    }
    return null;
  }

  private static boolean belongsTo(List<Vec2> hidden, Vec2 track, List<Vec2> visible) {
    double nearest = nearest(hidden, track);
    return nearest < UNLIKE_M / 2.0 && nearest < nearest(visible, track);
  }

  /** Infinite for those who are alike to nobody. */
  private static double nearest(List<Vec2> actors, Vec2 track) {
    double nearest = Double.POSITIVE_INFINITY;
    for (int i = 0; i < actors.size(); i++) {
      if (mayBeAlike(actors.get(i), track)) {
        nearest = Math.min(nearest, actors.get(i).distanceTo(track));
      }
    }
    return nearest;
  }

  private static boolean mayBeAlike(Vec2 actor, Vec2 track) {
    return Math.abs(actor.x() - track.x()) < UNLIKE_M && Math.abs(actor.y() - track.y()) < UNLIKE_M;
  }

  private static double alikeness(Vec2 actor, Vec2 track) {
    return mayBeAlike(actor, track) ? Math.max(0.0, 1.0 - actor.distanceTo(track) / UNLIKE_M) : 0.0;
  }

  private static void higher(Findings findings, String name, double value, String none) {
    findings.add(
        Metric.free(name, value, "1", Owner.PERCEPTION, Metric.Better.HIGHER).because(none));
  }

  private static void lower(Findings findings, String name, double value, String none) {
    findings.add(
        Metric.free(name, value, "1", Owner.PERCEPTION, Metric.Better.LOWER).because(none));
  }
}
