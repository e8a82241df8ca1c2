package io.camber.evaluation.accuracy;

import io.camber.evaluation.detection.ClassScore;
import io.camber.evaluation.detection.DetectionLog;
import io.camber.evaluation.detection.ScoredBox;
import io.camber.evaluation.detection.TrueBox;
import io.camber.evaluation.judgement.Findings;
import io.camber.evaluation.judgement.Metric;
import io.camber.evaluation.judgement.Owner;
import io.camber.evaluation.responsibility.Relevance;
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
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Detections of single sweeps against true actors, in the true pose of the ego, so that localization has no part in it. Two
 * views: the nuScenes scores up to that benchmark's range of a class, and {@link DetectionCounts} of what is
 * published. A detector that was heard and falls silent while the stack drives detects nothing, ten times a second. An actor counts when it is in line of sight.
 */
public final class DetectionMeasure {
  private final DetectionLog log = new DetectionLog();
  private final StreamingDetections streaming = new StreamingDetections();
  private final DetectionCounts counts = DetectionCounts.byDistance();
  private final DetectionCounts overlaps = DetectionCounts.byOverlap();
  private final Keyframes keyframes = new Keyframes();
  private final RecallStrata strata = new RecallStrata("detection.recall");
  private final WeightedRecall weighted = new WeightedRecall("detection.safetyRecall");
  private final Relevance relevance;
  private final FirstDetections firsts = new FirstDetections();
  private final Silence silence = new Silence();
  private boolean started;

  /** @param relevance of actors, fed before the messages of its time */
  public DetectionMeasure(Relevance relevance) {
    this.relevance = relevance;
  }

  /** Takes in one instant of the truth, which counts where a detector that has spoken is silent. */
  public void update(TruthFrame frame, TruthHistory truth) {
    if (!frame.egoEngaged() || !silence.wasHeard()) {
      if (silence.wasHeard()) {
        silence.heard(frame.timeNs());
      }
      return;
    }
    for (long tick = silence.due(frame.timeNs());
        tick != Silence.NONE;
        tick = silence.due(frame.timeNs())) {
      judge(new Detections(tick, "", List.of()), tick, truth);
    }
  }

  /** Takes in one message; ignored when truth of its time is not at hand or silence was counted for it already. */
  public void update(Detections detections, long publishTimeNs, TruthHistory truth) {
    silence.heard(detections.timeNs());
    if (!silence.isLate(detections.timeNs())) {
      judge(detections, publishTimeNs, truth);
    }
  }

  private void judge(Detections detections, long publishTimeNs, TruthHistory truth) {
    Optional<TruthFrame> frame = truth.at(detections.timeNs());
    Optional<ActorTruth> ego = frame.flatMap(TruthFrame::ego);
    if (frame.isEmpty() || ego.isEmpty()) {
      return;
    }
    started = true;
    Pose2 mapFromBase = ego.get().mapFromReference().toPose2();
    Vec2 eye = ego.get().footprint().center().position();
    boolean isKeyframe = keyframes.isNext(detections.timeNs());
    List<DetectionCounts.Seen> actors = actors(frame.get(), ego.get(), eye, isKeyframe);
    List<DetectionCounts.Placed> placed = detections.detections().stream()
        .filter(one -> one.objectClass() != ObjectClass.UNKNOWN)
        .map(one -> place(one, mapFromBase, eye))
        .toList();
    List<TrueBox> objects = actors.stream()
        .filter(one -> one.rangeM() <= benchmarkRangeM(one.actor().objectClass()))
        .map(one -> new TrueBox(
            one.actor().objectClass(), one.box(), one.actor().size().heightM(), one.visible()))
        .toList();
    List<ScoredBox> boxes = placed.stream()
        .filter(one -> one.rangeM() <= benchmarkRangeM(one.detection().objectClass()))
        .map(one -> new ScoredBox(
            one.detection().objectClass(),
            one.box(),
            one.detection().size().heightM(),
            one.detection().score()))
        .toList();
    log.add(objects, boxes);
    streaming.add(detections.timeNs(), objects, publishTimeNs, boxes);
    boolean[] found = counts.add(detections.timeNs(), eye, actors, placed);
    overlaps.add(detections.timeNs(), eye, actors, placed);
    Optional<Set<String>> relevant = relevance.at(detections.timeNs());
    for (int i = 0; i < found.length; i++) {
      DetectionCounts.Seen seen = actors.get(i);
      firsts.add(detections.timeNs(), seen, found[i]);
      if (seen.visible() && relevant.isPresent()) {
        boolean matters = relevant.get().contains(seen.actor().name());
        weighted.add(seen.actor().objectClass(), seen.rangeM(), matters, found[i]);
      }
      if (seen.freePoints() > 0 && seen.rangeM() <= RangeBand.RANGE_M_MAX) {
        strata.add(seen.actor(), seen.freePoints(), found[i]);
      }
    }
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
    counts.report(findings);
    overlaps.report(findings);
    weighted.report(findings);
    strata.report(findings);
    firsts.report(findings);
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

  private static List<DetectionCounts.Seen> actors(
      TruthFrame frame, ActorTruth ego, Vec2 eye, boolean isKeyframe) {
    List<ActorTruth> others = frame.othersThan(ego.name());
    List<Box2> boxes = others.stream().map(ActorTruth::footprint).toList();
    LineOfSight sight = new LineOfSight(eye, others, boxes);
    List<DetectionCounts.Seen> seen = new ArrayList<>();
    for (int i = 0; i < boxes.size(); i++) {
      ActorTruth actor = others.get(i);
      Box2 box = boxes.get(i);
      double range = box.center().position().distanceTo(eye);
      if (range <= DetectionCounts.RANGE_M_MAX && actor.objectClass() != ObjectClass.UNKNOWN) {
        seen.add(new DetectionCounts.Seen(
            actor, box, range, sight.isVisible(i), isKeyframe ? sight.freePoints(i) : 0));
      }
    }
    return seen;
  }

  private static DetectionCounts.Placed place(Detection detection, Pose2 mapFromBase, Vec2 eye) {
    Pose2 center = mapFromBase.times(detection.center());
    Box2 box = new Box2(center, detection.size().lengthM(), detection.size().widthM());
    return new DetectionCounts.Placed(detection, box, center.position().distanceTo(eye));
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
