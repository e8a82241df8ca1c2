package io.camber.evaluation.detection;

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
 * first, within 0.5, 1, 2 and 4 m between the centres. Objects that nobody could see are not there, as
 * in the benchmark; detections of them cost precision there, but are neither ghosts nor wrong.
 */
public final class DetectionLog {
  private static final List<Double> DISTANCES_M = List.of(0.5, 1.0, 2.0, 4.0);

  private static final List<ObjectClass> CLASSES = List.of(ObjectClass.values());
  private static final Comparator<ScoredBox> SUREST_FIRST =
      Comparator.comparingDouble(ScoredBox::score).reversed();

  /** Errors are those of pairs within this distance. */
  private static final double ERROR_DISTANCE_M = 2.0;

  private final Map<ObjectClass, Book> books = new EnumMap<>(ObjectClass.class);

  private int frames;

  /** Hits of one class by distance. */
  private static final class Book {
    private final List<List<Hit>> hits = new ArrayList<>();
    private int positives;

    Book() {
      DISTANCES_M.forEach(distance -> hits.add(new ArrayList<>()));
    }

    List<Hit> within(double distanceM) {
      return hits.get(DISTANCES_M.indexOf(distanceM));
    }

    private void add(List<TrueBox> truth, List<ScoredBox> found) {
      for (int i = 0; i < truth.size(); i++) {
        positives += truth.get(i).counts() ? 1 : 0;
      }
      FrameMatching matching = new FrameMatching(truth, found);
      for (int i = 0; i < hits.size(); i++) {
        matching.within(DISTANCES_M.get(i), hits.get(i));
      }
    }
  }

  /** Adds a frame. */
  public void add(List<TrueBox> objects, List<ScoredBox> detections) {
    frames++;
    List<TrueBox> truth = new ArrayList<>(objects.size());
    List<ScoredBox> found = new ArrayList<>(detections.size());
    for (ObjectClass objectClass : CLASSES) {
      truth.clear();
      found.clear();
      for (int i = 0; i < objects.size(); i++) {
        if (objects.get(i).objectClass() == objectClass) {
          truth.add(objects.get(i));
        }
      }
      for (int i = 0; i < detections.size(); i++) {
        if (detections.get(i).objectClass() == objectClass) {
          found.add(detections.get(i));
        }
      }
      if (!truth.isEmpty() || !found.isEmpty()) {
        found.sort(SUREST_FIRST);
        books.computeIfAbsent(objectClass, unseen -> new Book()).add(truth, found);
      }
    }
  }

  /** Scores of the classes that had anything to find. */
  public SortedMap<ObjectClass, ClassScore> scores() {
    SortedMap<ObjectClass, ClassScore> scores = new TreeMap<>();
    books.forEach((objectClass, book) -> {
      if (book.positives > 0) {
        scores.put(objectClass, score(objectClass, book));
      }
    });
    return scores;
  }

  /**
   * Detections a frame that are within 2 m of nobody of their class, of every class but the unknown, also of those that had nothing to
   * find, on which average precision is silent. Empty without frames.
   */
  public SortedMap<ObjectClass, Double> falsePerFrame() {
    SortedMap<ObjectClass, Double> shares = new TreeMap<>();
    for (ObjectClass objectClass : CLASSES) {
      if (objectClass != ObjectClass.UNKNOWN && frames > 0) {
        Book book = books.get(objectClass);
        long wrong = book == null
            ? 0
            : book.within(ERROR_DISTANCE_M).stream()
                .filter(hit -> !hit.met() && !hit.hidden())
                .count();
        shares.put(objectClass, (double) wrong / frames);
      }
    }
    return shares;
  }

  /** How far scores are probabilities of being within 2 m of an object, of the classes that anything was taken for. */
  public SortedMap<ObjectClass, Calibration> calibrations() {
    SortedMap<ObjectClass, Calibration> calibrations = new TreeMap<>();
    books.forEach((objectClass, book) -> {
      List<Hit> hits =
          book.within(ERROR_DISTANCE_M).stream().filter(hit -> !hit.hidden()).toList();
      if (!hits.isEmpty()) {
        calibrations.put(objectClass, Calibration.of(hits));
      }
    });
    return calibrations;
  }

  /** Mean of average precision over the classes that had anything to find; NaN without any. */
  public double meanAveragePrecision() {
    return DetectionScore.of(scores().values()).map();
  }

  /** Precision at eleven recalls from 0 to 1 within 2 m, for a picture. */
  public double[] curve(ObjectClass objectClass) {
    double[] curve = new double[11];
    Book book = books.get(objectClass);
    if (book != null) {
      PrecisionRecall at2m = new PrecisionRecall(book.within(ERROR_DISTANCE_M), book.positives);
      Arrays.setAll(curve, i -> at2m.precisionAt(i / 10.0));
    }
    return curve;
  }

  private static ClassScore score(ObjectClass objectClass, Book book) {
    double sum = 0.0;
    for (double distance : DISTANCES_M) {
      sum += new PrecisionRecall(book.within(distance), book.positives).averagePrecision();
    }
    PrecisionRecall at2m = new PrecisionRecall(book.within(ERROR_DISTANCE_M), book.positives);
    return new ClassScore(
        sum / DISTANCES_M.size(),
        at2m.meanError(Hit::positionM),
        at2m.meanError(hit -> 1.0 - hit.overlap()),
        at2m.meanError(Hit::yaw),
        at2m.meanError(Hit::velocityMps),
        Motion.hasAttribute(objectClass) ? at2m.meanError(Hit::attribute) : Double.NaN,
        book.positives);
  }
}
