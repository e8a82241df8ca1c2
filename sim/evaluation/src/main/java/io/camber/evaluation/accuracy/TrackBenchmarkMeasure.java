package io.camber.evaluation.accuracy;

import io.camber.evaluation.judgement.Findings;
import io.camber.evaluation.judgement.Metric;
import io.camber.evaluation.judgement.Owner;
import io.camber.evaluation.statistics.Samples;
import io.camber.evaluation.tracks.KeyframeLog;
import io.camber.evaluation.tracks.KeyframeScore;
import io.camber.geometry.Vec2;
import io.camber.scene.ObjectClass;
import io.camber.scene.Track;
import io.camber.truth.ActorTruth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/**
 * Published tracks as a submission to the nuScenes tracking benchmark, twice a second, by class within its range, means over the
 * classes that were there. The score of a track is the mean probability that it exists. Who nobody could see is not there, but where
 * it was seen before and after.
 */
public final class TrackBenchmarkMeasure {
  private static final String NOBODY = "no actor of a known class was in sight";
  private static final String UNTRACKED = "no actor was ever tracked within 2 m";
  private static final List<Figure> FIGURES = List.of(
      new Figure("tracks.amota", "1", Metric.Better.HIGHER, KeyframeScore::accuracy),
      new Figure("tracks.amotp", "m", Metric.Better.LOWER, KeyframeScore::positionM),
      new Figure("tracks.initialization", "s", Metric.Better.LOWER, KeyframeScore::initializationS),
      new Figure("tracks.longestGap", "s", Metric.Better.LOWER, KeyframeScore::longestGapS),
      new Figure(
          "tracks.initializationWithMissed",
          "s",
          Metric.Better.LOWER,
          KeyframeScore::initializationAllS),
      new Figure(
          "tracks.longestGapWithMissed", "s", Metric.Better.LOWER, KeyframeScore::longestGapAllS));

  private final Map<ObjectClass, KeyframeLog> logs = new EnumMap<>(ObjectClass.class);
  private final Keyframes keyframes = new Keyframes();
  private boolean started;

  private record Figure(
      String name, String unit, Metric.Better better, ToDoubleFunction<KeyframeScore> of) {
    Metric metric(String end, double value) {
      return Metric.free(name + end, value, unit, Owner.PERCEPTION, better);
    }
  }

  /** What is there of one class in a keyframe. */
  private record Scene(List<KeyframeLog.Sighting> objects, List<KeyframeLog.Claim> tracks) {
    boolean isWorthAnEntry() {
      return !tracks.isEmpty() || objects.stream().anyMatch(KeyframeLog.Sighting::counts);
    }
  }

  /** Takes in one message, or a silence; ignored without an ego. */
  public void update(TrackedWorld world) {
    if (world.eye().isEmpty() || !keyframes.isNext(world.tracks().timeNs())) {
      return;
    }
    started = true;
    Map<ObjectClass, Scene> scenes = scenes(world, world.eye().get());
    scenes.forEach((objectClass, scene) -> {
      if (scene.isWorthAnEntry()) {
        logs.computeIfAbsent(objectClass, unseen -> new KeyframeLog());
      }
    });
    logs.forEach((objectClass, log) -> {
      Scene scene = scenes.getOrDefault(objectClass, new Scene(List.of(), List.of()));
      log.add(scene.objects(), scene.tracks());
    });
  }

  private static Map<ObjectClass, Scene> scenes(TrackedWorld world, Vec2 eye) {
    Map<ObjectClass, Scene> scenes = new EnumMap<>(ObjectClass.class);
    for (int i = 0; i < world.actors().size(); i++) {
      ActorTruth actor = world.actors().get(i);
      Vec2 center = world.box(i).center().position();
      if (actor.objectClass() != ObjectClass.UNKNOWN) {
        boolean counts =
            isWithin(actor.objectClass(), center, eye) && world.sight().isVisible(i);
        scene(scenes, actor.objectClass())
            .objects()
            .add(new KeyframeLog.Sighting(actor.name(), center.x(), center.y(), counts));
      }
    }
    for (Track track : world.tracks().tracks()) {
      Vec2 center = track.center().position();
      if (track.objectClass() != ObjectClass.UNKNOWN
          && isWithin(track.objectClass(), center, eye)) {
        scene(scenes, track.objectClass())
            .tracks()
            .add(new KeyframeLog.Claim(track.id(), center.x(), center.y(), track.existence()));
      }
    }
    return scenes;
  }

  private static Scene scene(Map<ObjectClass, Scene> scenes, ObjectClass objectClass) {
    return scenes.computeIfAbsent(
        objectClass, unseen -> new Scene(new ArrayList<>(), new ArrayList<>()));
  }

  private static boolean isWithin(ObjectClass objectClass, Vec2 center, Vec2 eye) {
    return center.distanceTo(eye) <= DetectionMeasure.benchmarkRangeM(objectClass);
  }

  /** Adds metrics. */
  public void report(Findings findings) {
    SortedMap<ObjectClass, KeyframeScore> scores = new TreeMap<>();
    logs.forEach((objectClass, log) -> {
      KeyframeScore score = KeyframeScore.of(log);
      if (!Double.isNaN(score.accuracy())) {
        scores.put(objectClass, score);
      }
    });
    String none = !started ? "no tracks were published" : scores.isEmpty() ? NOBODY : UNTRACKED;
    for (Figure figure : FIGURES) {
      Samples classes = new Samples();
      scores.forEach((objectClass, score) -> {
        double value = figure.of().applyAsDouble(score);
        if (!Double.isNaN(value)) {
          classes.add(value);
        }
      });
      findings.add(figure.metric("", classes.mean()).because(none));
      scores.forEach((objectClass, score) -> findings.add(figure
          .metric(
              "." + objectClass.name().toLowerCase(Locale.ROOT), figure.of().applyAsDouble(score))
          .because(UNTRACKED)));
    }
  }
}
