package io.camber.evaluation.accuracy;

import io.camber.evaluation.judgement.Findings;
import io.camber.evaluation.judgement.Metric;
import io.camber.evaluation.judgement.Owner;
import io.camber.evaluation.responsibility.Relevance;
import io.camber.evaluation.statistics.Samples;
import io.camber.geometry.Box2;
import io.camber.geometry.Vec2;
import io.camber.scene.ObjectClass;
import io.camber.scene.Track;
import io.camber.truth.ActorTruth;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Confirmed tracks against true actors within 50 m of the ego (recall also by bands up to 500 m), message by message, at the time the tracks speak of. Recall
 * counts actors in line of sight. Precision counts tracks of a known class: poles and walls are rightly tracked as unknown.
 */
public final class PerceptionMeasure {
  /** No actor within this distance makes a track a ghost. */
  private static final double GHOST_M = 4.0;

  /** 95 % of a chi-square variable with two degrees of freedom. */
  private static final double ELLIPSE_95 = 5.991464547107979;

  private static final int[] REACHES_M = {50, 100, 500};
  private static final String NO_DEVIATION = "no track of an actor claimed a standard deviation";

  private final Tally recall = new Tally();
  private final Tally precision = new Tally();
  private final Tally classAgreement = new Tally();
  private final Map<ObjectClass, Map<RangeBand, Tally>> recalls = new EnumMap<>(ObjectClass.class);
  private final Map<ObjectClass, Tally> precisions = new EnumMap<>(ObjectClass.class);
  private final Samples positionErrors = new Samples();
  private final Samples velocityErrors = new Samples();
  private final Samples normalizedPositions = new Samples();
  private final Samples normalizedVelocities = new Samples();
  private final Tally insideEllipse = new Tally();
  private final GhostStretches stretches = new GhostStretches();
  private final Tally[] reaches = {new Tally(), new Tally(), new Tally()};
  private final Keyframes keyframes = new Keyframes();
  private final RecallStrata strata = new RecallStrata("perception.recall");
  private final WeightedRecall weighted = new WeightedRecall("perception.safetyRecall");
  private final Relevance relevance;
  private int ghosts;
  private int messages;

  /** @param relevance of actors, fed before the messages of its time */
  public PerceptionMeasure(Relevance relevance) {
    this.relevance = relevance;
  }

  /** Takes in one message; ignored without an ego. */
  public void update(TrackedWorld world) {
    world.eye().ifPresent(eye -> {
      messages++;
      stretches.move(eye);
      countActors(eye, world);
      countTracks(eye, world);
    });
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
    neither(findings, "perception.position.nees", normalizedPositions.mean());
    neither(findings, "perception.velocity.nees", normalizedVelocities.mean());
    findings.add(Metric.free(
            "perception.position.insideEllipse95",
            insideEllipse.share(),
            "1",
            Owner.PERCEPTION,
            Metric.Better.HIGHER)
        .because(NO_DEVIATION));
    lower(
        findings,
        "perception.ghostsPerMessage",
        messages == 0 ? Double.NaN : (double) ghosts / messages,
        "1");
    findings.add(Metric.free(
            "perception.ghostsPerKm",
            stretches.perKm(),
            "1/km",
            Owner.PERCEPTION,
            Metric.Better.LOWER)
        .because("the ego drove less than 50 m with tracks"));
    SortedMap<String, Tally> strata = new TreeMap<>();
    for (int i = 0; i < reaches.length; i++) {
      if (reaches[i].total() > 0) {
        strata.put("perception.recall.all." + REACHES_M[i] + "m", reaches[i]);
      }
    }
    recalls.forEach((objectClass, bands) -> bands.forEach((band, tally) ->
        strata.put("perception.recall." + label(objectClass) + "." + band.label(), tally)));
    strata.forEach((name, tally) -> higher(findings, name, tally.share()));
    SortedMap<String, Tally> classes = new TreeMap<>();
    precisions.forEach(
        (objectClass, tally) -> classes.put("perception.precision." + label(objectClass), tally));
    classes.forEach((name, tally) -> higher(findings, name, tally.share()));
    weighted.report(findings);
    this.strata.report(findings);
  }

  private void countActors(Vec2 eye, TrackedWorld world) {
    boolean isKeyframe = keyframes.isNext(world.tracks().timeNs());
    Optional<Set<String>> relevant = relevance.at(world.tracks().timeNs());
    for (int a = 0; a < world.actors().size(); a++) {
      ActorTruth actor = world.actors().get(a);
      double distance = world.box(a).center().position().distanceTo(eye);
      if (distance > RangeBand.FARTHEST_M) {
        continue;
      }
      boolean near = distance <= RangeBand.RANGE_M_MAX;
      boolean matched = world.trackOf(a) != ActorMatching.NONE;
      boolean visible = world.sight().isVisible(a);
      if (visible && near && isKeyframe && actor.objectClass() != ObjectClass.UNKNOWN) {
        strata.add(actor, world.sight().freePoints(a), matched);
      }
      if (visible && relevant.isPresent() && actor.objectClass() != ObjectClass.UNKNOWN) {
        boolean matters = relevant.get().contains(actor.name());
        weighted.add(actor.objectClass(), distance, matters, matched);
      }
      if (matched || visible) {
        if (near) {
          recall.add(matched);
        }
        for (int i = 0; i < reaches.length; i++) {
          if (distance <= REACHES_M[i]) {
            reaches[i].add(matched);
          }
        }
        recalls
            .computeIfAbsent(actor.objectClass(), unseen -> new EnumMap<>(RangeBand.class))
            .computeIfAbsent(RangeBand.of(distance), unseen -> new Tally())
            .add(matched);
      }
      if (matched && near) {
        compare(actor, world.box(a), world.tracks().tracks().get(world.trackOf(a)));
      }
    }
  }

  private void compare(ActorTruth actor, Box2 box, Track track) {
    double positionM = box.center().position().distanceTo(track.center().position());
    double velocityMps = actor.velocityMps().distanceTo(track.velocityMps());
    positionErrors.add(positionM);
    velocityErrors.add(velocityMps);
    if (track.positionStdM() > 0.0) {
      double square = square(positionM / track.positionStdM());
      normalizedPositions.add(square);
      insideEllipse.add(square <= ELLIPSE_95);
    }
    if (track.velocityStdMps() > 0.0) {
      normalizedVelocities.add(square(velocityMps / track.velocityStdMps()));
    }
    classAgreement.add(actor.objectClass() == track.objectClass());
  }

  private static double square(double value) {
    return value * value;
  }

  private void countTracks(Vec2 eye, TrackedWorld world) {
    List<Track> tracks = world.tracks().tracks();
    for (int t = 0; t < tracks.size(); t++) {
      Track track = tracks.get(t);
      boolean inRange = track.center().position().distanceTo(eye) <= RangeBand.RANGE_M_MAX;
      if (inRange && track.objectClass() != ObjectClass.UNKNOWN) {
        boolean matched = world.isPaired(t);
        precision.add(matched);
        precisions.computeIfAbsent(track.objectClass(), unseen -> new Tally()).add(matched);
        boolean isGhost = !matched && isFarFromAll(track, world);
        ghosts += isGhost ? 1 : 0;
        if (isGhost) {
          stretches.ghost(track.id(), world.tracks().timeNs());
        }
      }
    }
    stretches.endMessage();
  }

  private static boolean isFarFromAll(Track track, TrackedWorld world) {
    for (int a = 0; a < world.actors().size(); a++) {
      if (world.box(a).distanceTo(track.center().position()) < GHOST_M) {
        return false;
      }
    }
    return true;
  }

  private static String label(ObjectClass objectClass) {
    return objectClass.name().toLowerCase(Locale.ROOT);
  }

  private static void neither(Findings findings, String name, double value) {
    findings.add(Metric.free(name, value, "1", Owner.PERCEPTION, Metric.Better.NEITHER)
        .because(NO_DEVIATION));
  }

  private static void higher(Findings findings, String name, double value) {
    findings.add(Metric.free(name, value, "1", Owner.PERCEPTION, Metric.Better.HIGHER));
  }

  private static void lower(Findings findings, String name, double value, String unit) {
    findings.add(Metric.free(name, value, unit, Owner.PERCEPTION, Metric.Better.LOWER));
  }
}
