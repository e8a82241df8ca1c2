package io.camber.evaluation.detection;

import io.camber.geometry.Angles;
import io.camber.geometry.Box2;
import io.camber.scene.ObjectClass;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Frames of detections against truth. In each frame and class, detections take the nearest object that is still free, the surest
 * first, within 0.5, 1, 2 and 4 m between the centres. A detection nearest to an object that nobody could see is left out.
 */
public final class DetectionLog {
  private static final List<Double> DISTANCES_M = List.of(0.5, 1.0, 2.0, 4.0);

  /** Errors are those of pairs within this distance. */
  private static final double ERROR_DISTANCE_M = 2.0;

  private final Map<ObjectClass, Book> books = new EnumMap<>(ObjectClass.class);

  /** Hits of one class by distance. */
  private static final class Book {
    private final SortedMap<Double, List<Hit>> hits = new TreeMap<>();
    private int positives;
  }

  /** Adds a frame. */
  public void add(List<TrueBox> objects, List<ScoredBox> detections) {
    for (ObjectClass objectClass : ObjectClass.values()) {
      List<TrueBox> truth =
          objects.stream().filter(one -> one.objectClass() == objectClass).toList();
      List<ScoredBox> found = detections.stream()
          .filter(one -> one.objectClass() == objectClass)
          .sorted(Comparator.comparingDouble(ScoredBox::score).reversed())
          .toList();
      if (!truth.isEmpty() || !found.isEmpty()) {
        Book book = books.computeIfAbsent(objectClass, unseen -> new Book());
        book.positives += (int) truth.stream().filter(TrueBox::counts).count();
        for (double distance : DISTANCES_M) {
          match(
              truth,
              found,
              distance,
              book.hits.computeIfAbsent(distance, unseen -> new ArrayList<>()));
        }
      }
    }
  }

  /** Scores of the classes that had anything to find. */
  public SortedMap<ObjectClass, ClassScore> scores() {
    SortedMap<ObjectClass, ClassScore> scores = new TreeMap<>();
    books.forEach((objectClass, book) -> {
      if (book.positives > 0) {
        scores.put(objectClass, score(book));
      }
    });
    return scores;
  }

  /** How far scores are probabilities of being within 2 m of an object, of the classes that anything was taken for. */
  public SortedMap<ObjectClass, Calibration> calibrations() {
    SortedMap<ObjectClass, Calibration> calibrations = new TreeMap<>();
    books.forEach((objectClass, book) -> {
      List<Hit> hits = book.hits.getOrDefault(ERROR_DISTANCE_M, List.of());
      if (!hits.isEmpty()) {
        calibrations.put(objectClass, Calibration.of(hits));
      }
    });
    return calibrations;
  }

  /** Mean of average precision over the classes that had anything to find; NaN without any. */
  public double meanAveragePrecision() {
    return scores().values().stream()
        .mapToDouble(ClassScore::averagePrecision)
        .average()
        .orElse(Double.NaN);
  }

  /** Precision at eleven recalls from 0 to 1 within 2 m, for a picture. */
  public double[] curve(ObjectClass objectClass) {
    double[] curve = new double[11];
    Book book = books.get(objectClass);
    if (book != null) {
      PrecisionRecall at2m =
          new PrecisionRecall(book.hits.getOrDefault(ERROR_DISTANCE_M, List.of()), book.positives);
      Arrays.setAll(curve, i -> at2m.precisionAt(i / 10.0));
    }
    return curve;
  }

  private static ClassScore score(Book book) {
    double sum = 0.0;
    for (double distance : DISTANCES_M) {
      sum += new PrecisionRecall(book.hits.getOrDefault(distance, List.of()), book.positives)
          .averagePrecision();
    }
    PrecisionRecall at2m =
        new PrecisionRecall(book.hits.getOrDefault(ERROR_DISTANCE_M, List.of()), book.positives);
    return new ClassScore(
        sum / DISTANCES_M.size(),
        at2m.meanError(Hit::positionM),
        at2m.meanError(hit -> 1.0 - hit.overlap()),
        at2m.meanError(Hit::yaw),
        book.positives);
  }

  private static void match(
      List<TrueBox> objects, List<ScoredBox> found, double distanceM, List<Hit> hits) {
    boolean[] taken = new boolean[objects.size()];
    for (ScoredBox detection : found) {
      int nearest = -1;
      double best = distanceM;
      for (int i = 0; i < taken.length; i++) {
        double distance = distance(objects.get(i).box(), detection.box());
        if (!taken[i] && distance < best) {
          best = distance;
          nearest = i;
        }
      }
      if (nearest < 0) {
        hits.add(Hit.missed(detection.score()));
      } else {
        taken[nearest] = true;
        if (objects.get(nearest).counts()) {
          hits.add(hit(objects.get(nearest).box(), detection, best));
        }
      }
    }
  }

  private static Hit hit(Box2 actual, ScoredBox detection, double distance) {
    Box2 box = detection.box();
    double shared =
        Math.min(actual.lengthM(), box.lengthM()) * Math.min(actual.widthM(), box.widthM());
    double union = actual.lengthM() * actual.widthM() + box.lengthM() * box.widthM() - shared;
    double yaw = Math.abs(Angles.difference(box.center().yaw(), actual.center().yaw()));
    return new Hit(detection.score(), true, distance, union > 0.0 ? shared / union : 0.0, yaw);
  }

  private static double distance(Box2 a, Box2 b) {
    return a.center().position().distanceTo(b.center().position());
  }
}
