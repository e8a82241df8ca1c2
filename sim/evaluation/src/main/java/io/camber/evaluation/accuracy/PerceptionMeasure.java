package io.camber.evaluation.accuracy;

import io.camber.evaluation.judgement.Findings;
import io.camber.evaluation.judgement.Metric;
import io.camber.evaluation.judgement.Owner;
import io.camber.evaluation.statistics.Samples;
import io.camber.geometry.Vec2;
import io.camber.scene.ObjectClass;
import io.camber.scene.Track;
import io.camber.scene.Tracks;
import io.camber.truth.ActorTruth;
import io.camber.truth.TruthFrame;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Confirmed tracks against true actors within 50 m of the ego, message by message, at the time the tracks speak of. Recall
 * counts actors in line of sight. Precision counts tracks of a known class: poles and walls are rightly tracked as unknown.
 */
public final class PerceptionMeasure {
  /** No actor within this distance makes a track a ghost. */
  private static final double GHOST_M = 4.0;

  private final Tally recall = new Tally();
  private final Tally precision = new Tally();
  private final Tally classAgreement = new Tally();
  private final SortedMap<String, Tally> recallByStratum = new TreeMap<>();
  private final SortedMap<String, Tally> precisionByClass = new TreeMap<>();
  private final Samples positionErrors = new Samples();
  private final Samples velocityErrors = new Samples();
  private int ghosts;
  private int messages;

  /** Takes in one message; ignored when truth of its time is not at hand. */
  public void update(Tracks tracks, TruthHistory truth) {
    Optional<TruthFrame> frame = truth.at(tracks.timeNs());
    Optional<ActorTruth> ego = frame.flatMap(TruthFrame::ego);
    if (frame.isEmpty() || ego.isEmpty()) {
      return;
    }
    messages++;
    Vec2 eye = ego.get().footprint().center().position();
    List<ActorTruth> actors = frame.get().actors().stream()
        .filter(actor -> !actor.name().equals(ego.get().name()))
        .toList();
    Map<Integer, Integer> pairs = TrackMatching.match(actors, tracks.tracks());
    countActors(eye, actors, tracks.tracks(), pairs);
    countTracks(eye, actors, tracks.tracks(), pairs);
  }

  /** Adds metrics. */
  public void report(Findings findings) {
    higher(findings, "perception.recall", recall.share());
    higher(findings, "perception.precision", precision.share());
    higher(findings, "perception.classAgreement", classAgreement.share());
    lower(findings, "perception.position.p50", positionErrors.quantile(0.5), "m");
    lower(findings, "perception.position.p95", positionErrors.quantile(0.95), "m");
    lower(findings, "perception.velocity.p50", velocityErrors.quantile(0.5), "m/s");
    lower(findings, "perception.velocity.p95", velocityErrors.quantile(0.95), "m/s");
    lower(
        findings,
        "perception.ghostsPerMessage",
        messages == 0 ? Double.NaN : (double) ghosts / messages,
        "1");
    recallByStratum.forEach(
        (stratum, tally) -> higher(findings, "perception.recall." + stratum, tally.share()));
    precisionByClass.forEach(
        (name, tally) -> higher(findings, "perception.precision." + name, tally.share()));
  }

  private void countActors(
      Vec2 eye, List<ActorTruth> actors, List<Track> tracks, Map<Integer, Integer> pairs) {
    for (int a = 0; a < actors.size(); a++) {
      ActorTruth actor = actors.get(a);
      double distance = actor.footprint().center().position().distanceTo(eye);
      Integer matched = pairs.get(a);
      if (distance > RangeBand.RANGE_M_MAX) {
        continue;
      }
      if (matched != null || LineOfSight.isVisible(eye, actor, actors)) {
        recall.add(matched != null);
        String stratum =
            label(actor.objectClass()) + "." + RangeBand.of(distance).label();
        recallByStratum.computeIfAbsent(stratum, s -> new Tally()).add(matched != null);
      }
      if (matched != null) {
        compare(actor, tracks.get(matched));
      }
    }
  }

  private void compare(ActorTruth actor, Track track) {
    positionErrors.add(
        actor.footprint().center().position().distanceTo(track.center().position()));
    velocityErrors.add(actor.velocityMps().distanceTo(track.velocityMps()));
    classAgreement.add(actor.objectClass() == track.objectClass());
  }

  private void countTracks(
      Vec2 eye, List<ActorTruth> actors, List<Track> tracks, Map<Integer, Integer> pairs) {
    for (int t = 0; t < tracks.size(); t++) {
      Track track = tracks.get(t);
      boolean inRange = track.center().position().distanceTo(eye) <= RangeBand.RANGE_M_MAX;
      if (inRange && track.objectClass() != ObjectClass.UNKNOWN) {
        boolean matched = pairs.containsValue(t);
        precision.add(matched);
        precisionByClass
            .computeIfAbsent(label(track.objectClass()), c -> new Tally())
            .add(matched);
        ghosts += !matched && isFarFromAll(track, actors) ? 1 : 0;
      }
    }
  }

  private static boolean isFarFromAll(Track track, List<ActorTruth> actors) {
    return actors.stream()
        .noneMatch(actor -> actor.footprint().distanceTo(track.center().position()) < GHOST_M);
  }

  private static String label(ObjectClass objectClass) {
    return objectClass.name().toLowerCase(Locale.ROOT);
  }

  private static void higher(Findings findings, String name, double value) {
    findings.add(Metric.free(name, value, "1", Owner.PERCEPTION, Metric.Better.HIGHER));
  }

  private static void lower(Findings findings, String name, double value, String unit) {
    findings.add(Metric.free(name, value, unit, Owner.PERCEPTION, Metric.Better.LOWER));
  }
}
