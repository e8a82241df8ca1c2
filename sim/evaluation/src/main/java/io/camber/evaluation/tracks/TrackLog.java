package io.camber.evaluation.tracks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * True objects and tracks, instant by instant, with how alike each pair is: 1 in the same place, 0 nothing in common. Names are
 * turned into numbers from 0 on, so that scores work on arrays.
 */
public final class TrackLog {
  private final List<Frame> frames = new ArrayList<>();
  private final Map<String, Integer> objects = new LinkedHashMap<>();
  private final Map<Integer, Integer> tracks = new LinkedHashMap<>();
  private int[] pairs = new int[64];
  private double[] values = new double[64];

  /** One instant. Of all pairs only those that have something in common are kept: they are few. */
  static final class Frame {
    final int[] objects;
    final int[] tracks;
    private final int[] pairs;
    private final double[] values;

    Frame(int[] objects, int[] tracks, int[] pairs, double[] values) {
      this.objects = objects;
      this.tracks = tracks;
      this.pairs = pairs;
      this.values = values;
    }

    /** A row an object and a column a track. */
    double[][] similarity() {
      double[][] similarity = new double[objects.length][tracks.length];
      for (int i = 0; i < pairs.length; i++) {
        similarity[pairs[i] / tracks.length][pairs[i] % tracks.length] = values[i];
      }
      return similarity;
    }
  }

  /** How alike an object and a track of an instant are, by their places in its lists. */
  @FunctionalInterface
  public interface Similarity {
    double of(int object, int track);
  }

  /** Adds an instant; {@code similarity} has a row an object and a column a track. */
  public void add(List<String> objectNames, List<Integer> trackIds, double[][] similarity) {
    add(objectNames, trackIds, (object, track) -> similarity[object][track]);
  }

  /** Adds an instant. */
  public void add(List<String> objectNames, List<Integer> trackIds, Similarity similarity) {
    int[] objectNumbers = new int[objectNames.size()];
    for (int i = 0; i < objectNumbers.length; i++) {
      objectNumbers[i] = objectNumber(objectNames.get(i));
    }
    int[] trackNumbers = new int[trackIds.size()];
    for (int i = 0; i < trackNumbers.length; i++) {
      trackNumbers[i] = trackNumber(trackIds.get(i));
    }
    frames.add(frame(objectNumbers, trackNumbers, similarity));
  }

  private Frame frame(int[] objectNumbers, int[] trackNumbers, Similarity similarity) {
    int count = 0;
    for (int row = 0; row < objectNumbers.length; row++) {
      for (int column = 0; column < trackNumbers.length; column++) {
        double value = similarity.of(row, column);
        if (value != 0.0) {
          if (count == pairs.length) {
            pairs = Arrays.copyOf(pairs, 2 * count);
            values = Arrays.copyOf(values, 2 * count);
          }
          pairs[count] = row * trackNumbers.length + column;
          values[count] = value;
          count++;
        }
      }
    }
    return new Frame(
        objectNumbers, trackNumbers, Arrays.copyOf(pairs, count), Arrays.copyOf(values, count));
  }

  public boolean isEmpty() {
    return frames.isEmpty();
  }

  /** How many different objects were there. */
  public int objectCount() {
    return objects.size();
  }

  int trackCount() {
    return tracks.size();
  }

  List<Frame> frames() {
    return frames;
  }

  private int objectNumber(String name) {
    Integer known = objects.putIfAbsent(name, objects.size());
    return known == null ? objects.size() - 1 : known;
  }

  private int trackNumber(Integer id) {
    Integer known = tracks.putIfAbsent(id, tracks.size());
    return known == null ? tracks.size() - 1 : known;
  }
}
