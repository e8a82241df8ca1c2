package io.camber.evaluation.accuracy;

import io.camber.evaluation.detection.ClassScore;
import io.camber.evaluation.detection.DetectionLog;
import io.camber.evaluation.detection.ScoredBox;
import io.camber.evaluation.detection.TrueBox;
import io.camber.evaluation.judgement.Findings;
import io.camber.evaluation.judgement.Metric;
import io.camber.evaluation.judgement.Owner;
import io.camber.geometry.Box2;
import io.camber.geometry.Pose2;
import io.camber.geometry.Vec2;
import io.camber.scene.Detection;
import io.camber.scene.Detections;
import io.camber.scene.ObjectClass;
import io.camber.truth.ActorTruth;
import io.camber.truth.TruthFrame;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Detections of single sweeps against true actors, in the true pose of the ego, so that localization has no part in it. Two
 * views: the nuScenes scores up to that benchmark's range of a class, and precision and recall of what is published, cumulative
 * to 50, 100 and 500 m. An actor counts when it is in line of sight.
 */
public final class DetectionMeasure {
  private static final List<Integer> REACHES_M = List.of(50, 100, 500);

  /** Beyond 50 m a match may be as far off as this share of the range, nearer 2 m. */
  private static final double MATCH_SHARE = 0.02;

  private static final double MATCH_M_MIN = 2.0;

  private final DetectionLog log = new DetectionLog();
  private final StreamingDetections streaming = new StreamingDetections();
  private final SortedMap<String, Tally> recalls = new TreeMap<>();
  private final SortedMap<String, Tally> precisions = new TreeMap<>();
  private final SortedMap<String, Double> firstSeenM = new TreeMap<>();
  private final SortedMap<String, Integer> inRow = new TreeMap<>();
  private boolean started;

  /** A detection in the map frame. */
  private record Placed(Detection detection, Box2 box, double rangeM) {}

  /** An actor with its distance to the ego and whether it can be seen. */
  private record Seen(ActorTruth actor, Box2 box, double rangeM, boolean visible) {}

  /** Takes in one message; ignored when truth of its time is not at hand. */
  public void update(Detections detections, long publishTimeNs, TruthHistory truth) {
    Optional<TruthFrame> frame = truth.at(detections.timeNs());
    Optional<ActorTruth> ego = frame.flatMap(TruthFrame::ego);
    if (frame.isEmpty() || ego.isEmpty()) {
      return;
    }
    started = true;
    Pose2 mapFromBase = ego.get().mapFromReference().toPose2();
    Vec2 eye = ego.get().footprint().center().position();
    List<Seen> actors = actors(frame.get(), ego.get(), eye);
    List<Placed> placed = detections.detections().stream()
        .filter(one -> one.objectClass() != ObjectClass.UNKNOWN)
        .map(one -> place(one, mapFromBase, eye))
        .toList();
    List<TrueBox> objects = actors.stream()
        .filter(one -> one.rangeM() <= benchmarkRangeM(one.actor().objectClass()))
        .map(one -> new TrueBox(one.actor().objectClass(), one.box(), one.visible()))
        .toList();
    List<ScoredBox> boxes = placed.stream()
        .filter(one -> one.rangeM() <= benchmarkRangeM(one.detection().objectClass()))
        .map(one -> new ScoredBox(
            one.detection().objectClass(), one.box(), one.detection().score()))
        .toList();
    log.add(objects, boxes);
    streaming.add(detections.timeNs(), objects, publishTimeNs, boxes);
    count(actors, placed);
  }

  /** Adds metrics. */
  public void report(Findings findings) {
    String none =
        started ? "no actor of a known class was in sight" : "no detections were published";
    findings.add(higher("detection.map", log.meanAveragePrecision()).because(none));
    findings.add(higher("detection.mapStreaming", streaming.meanAveragePrecision())
        .because(
            started
                ? "nothing was to be found at the time of a sweep, or nothing published by then"
                : none));
    log.scores().forEach((objectClass, score) -> add(findings, label(objectClass), score));
    log.calibrations().forEach((objectClass, each) -> {
      String name = label(objectClass);
      findings.add(lower("detection.calibrationError." + name, each.expectedError(), "1"));
      findings.add(lower("detection.brier." + name, each.brier(), "1"));
    });
    precisions.forEach(
        (stratum, tally) -> findings.add(higher("detection.precision." + stratum, tally.share())));
    recalls.forEach(
        (stratum, tally) -> findings.add(higher("detection.recall." + stratum, tally.share())));
    SortedMap<String, Double> nearest = new TreeMap<>();
    firstSeenM.forEach(
        (name, range) -> nearest.merge(name.substring(0, name.indexOf(':')), range, Math::min));
    nearest.forEach((name, range) -> findings.add(Metric.free(
        "detection.firstRangeMin." + name, range, "m", Owner.PERCEPTION, Metric.Better.HIGHER)));
  }

  /** For the curves of the report: precision at recalls of 0, 10 ... 100 %, by class. */
  public SortedMap<String, double[]> curves() {
    SortedMap<String, double[]> curves = new TreeMap<>();
    log.scores()
        .keySet()
        .forEach(objectClass -> curves.put(label(objectClass), log.curve(objectClass)));
    return curves;
  }

  private static void add(Findings findings, String name, ClassScore score) {
    findings.add(higher("detection.ap." + name, score.averagePrecision()));
    findings.add(lower("detection.positionError." + name, score.positionM(), "m"));
    findings.add(lower("detection.scaleError." + name, score.scale(), "1"));
    findings.add(lower("detection.yawError." + name, score.yaw(), "rad"));
  }

  private static List<Seen> actors(TruthFrame frame, ActorTruth ego, Vec2 eye) {
    List<ActorTruth> others = frame.othersThan(ego.name());
    List<Box2> boxes = others.stream().map(ActorTruth::footprint).toList();
    LineOfSight sight = new LineOfSight(eye, others, boxes);
    List<Seen> seen = new ArrayList<>();
    for (int i = 0; i < boxes.size(); i++) {
      ActorTruth actor = others.get(i);
      Box2 box = boxes.get(i);
      double range = box.center().position().distanceTo(eye);
      if (range <= REACHES_M.get(REACHES_M.size() - 1)
          && actor.objectClass() != ObjectClass.UNKNOWN) {
        seen.add(new Seen(actor, box, range, sight.isVisible(i)));
      }
    }
    return seen;
  }

  private static Placed place(Detection detection, Pose2 mapFromBase, Vec2 eye) {
    Pose2 center = mapFromBase.times(detection.center());
    Box2 box = new Box2(center, detection.size().lengthM(), detection.size().widthM());
    return new Placed(detection, box, center.position().distanceTo(eye));
  }

  /** Classes do not have to agree here: that is another figure. */
  private void count(List<Seen> actors, List<Placed> placed) {
    boolean[] used = new boolean[placed.size()];
    for (Seen actor : actors) {
      int match = nearest(actor, placed, used);
      if (match >= 0) {
        used[match] = true;
      }
      if (actor.visible() || match >= 0) {
        String name = label(actor.actor().objectClass());
        tally(recalls, name, actor.rangeM(), match >= 0);
        noteFirst(name + ":" + actor.actor().name(), actor.rangeM(), match >= 0);
      }
    }
    for (int i = 0; i < used.length; i++) {
      Placed one = placed.get(i);
      tally(precisions, label(one.detection().objectClass()), one.rangeM(), used[i]);
    }
  }

  private static int nearest(Seen actor, List<Placed> placed, boolean[] used) {
    double best = Math.max(MATCH_M_MIN, MATCH_SHARE * actor.rangeM());
    int match = -1;
    for (int i = 0; i < used.length; i++) {
      Vec2 center = placed.get(i).box().center().position();
      double distance = center.distanceTo(actor.box().center().position());
      if (!used[i] && distance < best) {
        best = distance;
        match = i;
      }
    }
    return match;
  }

  private static void tally(
      SortedMap<String, Tally> tallies, String name, double rangeM, boolean hit) {
    for (int reach : REACHES_M) {
      if (rangeM <= reach) {
        tallies.computeIfAbsent(name + "." + reach + "m", unseen -> new Tally()).add(hit);
        tallies.computeIfAbsent("all." + reach + "m", unseen -> new Tally()).add(hit);
      }
    }
  }

  /** The range at the first of three detections in a row. */
  private void noteFirst(String name, double rangeM, boolean found) {
    int row = found ? inRow.getOrDefault(name, 0) + 1 : 0;
    inRow.put(name, row);
    if (row == 3) {
      firstSeenM.putIfAbsent(name, rangeM);
    }
  }

  /** Up to which distance nuScenes asks for a class. */
  static double benchmarkRangeM(ObjectClass objectClass) {
    return switch (objectClass) {
      case CAR, TRUCK, BUS, UNKNOWN -> 50.0;
      case MOTORCYCLE, BICYCLE, PEDESTRIAN -> 40.0;
    };
  }

  private static String label(ObjectClass objectClass) {
    return objectClass.name().toLowerCase(Locale.ROOT);
  }

  private static Metric higher(String name, double value) {
    return Metric.free(name, value, "1", Owner.PERCEPTION, Metric.Better.HIGHER);
  }

  private static Metric lower(String name, double value, String unit) {
    return Metric.free(name, value, unit, Owner.PERCEPTION, Metric.Better.LOWER);
  }
}
