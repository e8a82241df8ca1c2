package io.camber.evaluation.accuracy;

import io.camber.evaluation.detection.ClassScore;
import io.camber.evaluation.detection.DetectionLog;
import io.camber.evaluation.detection.DetectionScore;
import io.camber.evaluation.detection.Motion;
import io.camber.evaluation.detection.ScoredBox;
import io.camber.evaluation.detection.TrueBox;
import io.camber.evaluation.judgement.Findings;
import io.camber.evaluation.judgement.Metric;
import io.camber.evaluation.judgement.Owner;
import io.camber.geometry.Vec2;
import io.camber.scene.ObjectClass;
import io.camber.scene.Track;
import io.camber.truth.ActorTruth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Published tracks as a submission to the nuScenes detection benchmark, which is just that: boxes with a class, a velocity and a
 * score, here the probability that the object exists. In the map frame, against actors in line of sight up to the range of their
 * class; tracks of unknown class are left out. Silence is a submission without boxes
 * ({@link TrackSilence}).
 */
public final class TrackScoreMeasure {
  private final DetectionLog log = new DetectionLog();
  private boolean started;

  /** Takes in one message, or a silence; ignored without an ego. */
  public void update(TrackedWorld world) {
    if (world.eye().isEmpty()) {
      return;
    }
    started = true;
    Vec2 eye = world.eye().get();
    log.add(objects(world, eye), boxes(world.tracks().tracks(), eye));
  }

  /** Adds metrics. */
  public void report(Findings findings) {
    String none = started ? "no actor of a known class was in sight" : "no tracks were published";
    DetectionScore all = DetectionScore.of(log.scores().values());
    String noScore = log.scores().isEmpty() ? none : "cycles alone have no attribute here";
    findings.add(higher("tracks.nds", all.score()).because(noScore));
    findings.add(higher("tracks.map", all.map()).because(none));
    addErrors(findings, "", all.positionM(), all.scale(), all.yaw(), all.velocityMps(), none);
    findings.add(lower("tracks.attributeError", all.attribute(), "1").because(noScore));
    log.scores().forEach((objectClass, score) -> {
      String end = "." + label(objectClass);
      findings.add(higher("tracks.ap" + end, score.averagePrecision()));
      addErrors(
          findings, end, score.positionM(), score.scale(), score.yaw(), score.velocityMps(), none);
      addAttribute(findings, end, score);
    });
    log.falsePerFrame()
        .forEach((objectClass, ghosts) ->
            findings.add(lower("tracks.falsePerMessage." + label(objectClass), ghosts, "1")));
  }

  private static String label(ObjectClass objectClass) {
    return objectClass.name().toLowerCase(Locale.ROOT);
  }

  private static void addErrors(
      Findings findings,
      String end,
      double positionM,
      double scale,
      double yaw,
      double velocityMps,
      String none) {
    findings.add(lower("tracks.positionError" + end, positionM, "m").because(none));
    findings.add(lower("tracks.scaleError" + end, scale, "1").because(none));
    findings.add(lower("tracks.yawError" + end, yaw, "rad").because(none));
    findings.add(lower("tracks.velocityError" + end, velocityMps, "m/s").because(none));
  }

  private static void addAttribute(Findings findings, String end, ClassScore score) {
    if (!Double.isNaN(score.attribute())) {
      findings.add(lower("tracks.attributeError" + end, score.attribute(), "1"));
    }
  }

  private static List<TrueBox> objects(TrackedWorld world, Vec2 eye) {
    List<TrueBox> objects = new ArrayList<>(world.actors().size());
    for (int i = 0; i < world.actors().size(); i++) {
      ActorTruth actor = world.actors().get(i);
      ObjectClass objectClass = actor.objectClass();
      if (isWithin(objectClass, world.box(i).center().position(), eye)) {
        objects.add(new TrueBox(
            objectClass,
            world.box(i),
            actor.size().heightM(),
            world.sight().isVisible(i),
            new Motion(actor.velocityMps())));
      }
    }
    return objects;
  }

  private static List<ScoredBox> boxes(List<Track> tracks, Vec2 eye) {
    List<ScoredBox> boxes = new ArrayList<>(tracks.size());
    for (int i = 0; i < tracks.size(); i++) {
      Track track = tracks.get(i);
      if (isWithin(track.objectClass(), track.center().position(), eye)) {
        boxes.add(new ScoredBox(
            track.objectClass(),
            track.footprint(),
            track.size().heightM(),
            track.existence(),
            new Motion(track.velocityMps())));
      }
    }
    return boxes;
  }

  private static boolean isWithin(ObjectClass objectClass, Vec2 center, Vec2 eye) {
    return objectClass != ObjectClass.UNKNOWN
        && center.distanceTo(eye) <= DetectionMeasure.benchmarkRangeM(objectClass);
  }

  private static Metric higher(String name, double value) {
    return Metric.free(name, value, "1", Owner.PERCEPTION, Metric.Better.HIGHER);
  }

  private static Metric lower(String name, double value, String unit) {
    return Metric.free(name, value, unit, Owner.PERCEPTION, Metric.Better.LOWER);
  }
}
