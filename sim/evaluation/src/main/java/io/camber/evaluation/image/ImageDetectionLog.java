package io.camber.evaluation.image;

import io.camber.geometry.ImageBox;
import io.camber.scene.ImageDetection;
import io.camber.scene.RoadUserKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Images with their detections and truth. In each image and kind, detections take the object that they overlap most and that is
 * still free, the surest first, from an intersection over union of 0.5 on. Average precision is the area below the precision that is
 * reached at a recall or beyond (Everingham et al. 2010, section 4.2, over all points). Recall and precision besides are those of detections of a
 * probability of 0.5 and more.
 */
public final class ImageDetectionLog {
  static final double OVERLAP_MIN = 0.5;
  static final double SURE = 0.5;

  private final Map<RoadUserKind, Book> books = new EnumMap<>(RoadUserKind.class);

  /** A detection and whether somebody was there. */
  private record Claim(double probability, boolean isRight) {}

  private static final class Book {
    private final List<Claim> claims = new ArrayList<>();
    private final SortedMap<String, int[]> recalls = new TreeMap<>();
    private int objects;
    private int found;
    private int sure;
    private int sureRight;
  }

  /**
   * Adds an image.
   *
   * @param isUnknown rectangles where nobody knows who is there: a detection there that fits nobody is left out
   */
  public void add(
      List<ImageTruth> truth, List<ImageDetection> detections, Predicate<ImageBox> isUnknown) {
    for (RoadUserKind kind : RoadUserKind.values()) {
      List<ImageTruth> objects =
          truth.stream().filter(one -> one.kind() == kind).toList();
      List<ImageDetection> found = detections.stream()
          .filter(one -> one.kind() == kind)
          .sorted(Comparator.comparingDouble(ImageDetection::probability).reversed())
          .toList();
      if (!objects.isEmpty() || !found.isEmpty()) {
        match(objects, found, isUnknown, books.computeIfAbsent(kind, unseen -> new Book()));
      }
    }
  }

  private static void match(
      List<ImageTruth> objects,
      List<ImageDetection> found,
      Predicate<ImageBox> isUnknown,
      Book book) {
    double[] takenBy = new double[objects.size()];
    for (ImageDetection detection : found) {
      int best = -1;
      double most = OVERLAP_MIN;
      for (int i = 0; i < takenBy.length; i++) {
        double overlap = objects.get(i).box().overlap(detection.box());
        if (takenBy[i] == 0.0 && overlap >= most) {
          most = overlap;
          best = i;
        }
      }
      if (best >= 0) {
        takenBy[best] = detection.probability();
      }
      boolean counts = best >= 0 ? objects.get(best).counts() : !isUnknown.test(detection.box());
      if (counts) {
        claim(book, detection.probability(), best >= 0);
      }
    }
    for (int i = 0; i < takenBy.length; i++) {
      if (objects.get(i).counts()) {
        count(book, objects.get(i), takenBy[i] >= SURE);
      }
    }
  }

  private static void claim(Book book, double probability, boolean isRight) {
    book.claims.add(new Claim(probability, isRight));
    book.sure += probability >= SURE ? 1 : 0;
    book.sureRight += probability >= SURE && isRight ? 1 : 0;
  }

  private static void count(Book book, ImageTruth object, boolean isFound) {
    book.objects++;
    book.found += isFound ? 1 : 0;
    for (String stratum : List.of(heightBand(object.box().height()), rangeBand(object.rangeM()))) {
      int[] tally = book.recalls.computeIfAbsent(stratum, unseen -> new int[2]);
      tally[0] += isFound ? 1 : 0;
      tally[1]++;
    }
  }

  /** Kinds that anything was said of. */
  public List<RoadUserKind> kinds() {
    return List.copyOf(books.keySet());
  }

  /** NaN when there was nobody to find. */
  public double averagePrecision(RoadUserKind kind) {
    Book book = book(kind);
    if (book.objects == 0) {
      return Double.NaN;
    }
    List<Claim> claims = new ArrayList<>(book.claims);
    claims.sort(Comparator.comparingDouble(Claim::probability).reversed());
    double[] precision = new double[claims.size()];
    int right = 0;
    for (int i = 0; i < precision.length; i++) {
      right += claims.get(i).isRight() ? 1 : 0;
      precision[i] = (double) right / (i + 1);
    }
    double area = 0.0;
    double best = 0.0;
    for (int i = precision.length - 1; i >= 0; i--) {
      best = Math.max(best, precision[i]);
      area += claims.get(i).isRight() ? best / book.objects : 0.0;
    }
    return area;
  }

  public double recall(RoadUserKind kind) {
    return share(book(kind).found, book(kind).objects);
  }

  public double precision(RoadUserKind kind) {
    return share(book(kind).sureRight, book(kind).sure);
  }

  /** Recall by height in the image and by distance. */
  public SortedMap<String, Double> recalls(RoadUserKind kind) {
    SortedMap<String, Double> recalls = new TreeMap<>();
    book(kind).recalls.forEach((name, tally) -> recalls.put(name, share(tally[0], tally[1])));
    return recalls;
  }

  public int objects(RoadUserKind kind) {
    return book(kind).objects;
  }

  private Book book(RoadUserKind kind) {
    return books.getOrDefault(kind, new Book());
  }

  private static double share(int part, int whole) {
    return whole == 0 ? Double.NaN : (double) part / whole;
  }

  static String heightBand(double heightPx) {
    return heightPx < 24.0 ? "0-24px" : heightPx < 48.0 ? "24-48px" : "48px-up";
  }

  static String rangeBand(double rangeM) {
    return rangeM < 20.0 ? "0-20m" : rangeM < 40.0 ? "20-40m" : "40m-up";
  }

  /** Name of a kind in metrics. */
  public static String label(RoadUserKind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }
}
