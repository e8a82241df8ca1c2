package io.camber.evaluation.accuracy;

import io.camber.evaluation.judgement.Findings;
import io.camber.evaluation.judgement.Metric;
import io.camber.evaluation.judgement.Owner;
import io.camber.evaluation.tracks.ClearScore;
import io.camber.evaluation.tracks.HotaScore;
import io.camber.evaluation.tracks.IdentityScore;
import io.camber.evaluation.tracks.TrackLog;
import io.camber.geometry.Angles;
import io.camber.geometry.Vec2;
import io.camber.scene.ObjectClass;
import io.camber.scene.Track;
import io.camber.scene.Tracks;
import io.camber.truth.ActorTruth;
import io.camber.truth.TruthFrame;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Tracks over the whole drive against the actors in sight within 100 m: CLEAR, IDF1, HOTA. Two are alike by the distance of
 * their centres: 1 at none, one half at 2 m, 0 at 4 m. Tracks of actors out of sight count neither way, nor do tracks of unknown
 * class: poles and walls are rightly tracked.
 */
public final class TrackQualityMeasure {
  private static final double RANGE_M_MAX = 100.0;
  private static final double UNLIKE_M = 4.0;
  private static final double THRESHOLD = 0.5;
  private static final double NS_PER_MINUTE = 60e9;

  private final TrackLog log = new TrackLog();
  private final Map<Integer, Double> yawById = new TreeMap<>();
  private int flips;
  private long trackedNs;
  private long lastNs = -1;

  /** Takes in one message; ignored when truth of its time is not at hand. */
  public void update(Tracks tracks, TruthHistory truth) {
    Optional<TruthFrame> frame = truth.at(tracks.timeNs());
    Optional<ActorTruth> ego = frame.flatMap(TruthFrame::ego);
    if (frame.isEmpty() || ego.isEmpty()) {
      return;
    }
    Vec2 eye = ego.get().footprint().center().position();
    List<ActorTruth> others = frame.get().actors().stream()
        .filter(actor -> !actor.name().equals(ego.get().name()))
        .toList();
    List<ActorTruth> visible = new ArrayList<>();
    List<ActorTruth> hidden = new ArrayList<>();
    for (ActorTruth actor : others) {
      boolean near = centerOf(actor).distanceTo(eye) <= RANGE_M_MAX;
      boolean counts = near
          && actor.objectClass() != ObjectClass.UNKNOWN
          && LineOfSight.isVisible(eye, actor, others);
      (counts ? visible : hidden).add(actor);
    }
    List<Track> known = tracks.tracks().stream()
        .filter(track -> track.objectClass() != ObjectClass.UNKNOWN)
        .filter(track -> track.center().position().distanceTo(eye) <= RANGE_M_MAX)
        .filter(track -> !belongsTo(hidden, track, visible))
        .toList();
    log.add(
        visible.stream().map(ActorTruth::name).toList(),
        known.stream().map(Track::id).toList(),
        similarity(visible, known));
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
    lower(findings, "tracks.identitySwitches", any ? clear.identitySwitches() : Double.NaN, none);
    lower(findings, "tracks.fragments", any ? clear.fragments() : Double.NaN, none);
    double objects = clear.objects();
    higher(findings, "tracks.mostlyTracked", clear.mostlyTracked() / objects, none);
    lower(findings, "tracks.mostlyLost", clear.mostlyLost() / objects, none);
    double minutes = trackedNs / NS_PER_MINUTE;
    lower(findings, "tracks.headingFlipsPerMinute", flips / minutes, "no track was seen twice");
  }

  private void countFlips(Tracks tracks) {
    trackedNs += lastNs >= 0 && !tracks.tracks().isEmpty() ? tracks.timeNs() - lastNs : 0;
    lastNs = tracks.timeNs();
    Map<Integer, Double> before = new TreeMap<>(yawById);
    yawById.clear();
    for (Track track : tracks.tracks()) {
      double yaw = track.center().yaw();
      Double old = before.get(track.id());
      flips += old != null && Math.abs(Angles.difference(yaw, old)) > Math.PI / 2.0 ? 1 : 0;
      yawById.put(track.id(), yaw);
    }
  }

  private static boolean belongsTo(List<ActorTruth> hidden, Track track, List<ActorTruth> visible) {
    double toVisible = nearest(visible, track);
    return nearest(hidden, track) < Math.min(UNLIKE_M / 2.0, toVisible);
  }

  private static double nearest(List<ActorTruth> actors, Track track) {
    double nearest = Double.POSITIVE_INFINITY;
    for (ActorTruth actor : actors) {
      nearest = Math.min(nearest, centerOf(actor).distanceTo(track.center().position()));
    }
    return nearest;
  }

  private static double[][] similarity(List<ActorTruth> actors, List<Track> tracks) {
    double[][] similarity = new double[actors.size()][tracks.size()];
    for (int i = 0; i < similarity.length; i++) {
      for (int j = 0; j < similarity[i].length; j++) {
        double distance =
            centerOf(actors.get(i)).distanceTo(tracks.get(j).center().position());
        similarity[i][j] = Math.max(0.0, 1.0 - distance / UNLIKE_M);
      }
    }
    return similarity;
  }

  private static Vec2 centerOf(ActorTruth actor) {
    return actor.footprint().center().position();
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
