package io.camber.evaluation.tracks;

import java.util.ArrayList;
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

  /** One instant; {@code similarity} has a row an object and a column a track. */
  static final class Frame {
    final int[] objects;
    final int[] tracks;
    final double[][] similarity;

    Frame(int[] objects, int[] tracks, double[][] similarity) {
      this.objects = objects;
      this.tracks = tracks;
      this.similarity = similarity;
    }
  }

  /** Adds an instant; the log keeps {@code similarity}. */
  public void add(List<String> objectNames, List<Integer> trackIds, double[][] similarity) {
    int[] objectNumbers = objectNames.stream().mapToInt(this::objectNumber).toArray();
    int[] trackNumbers = trackIds.stream().mapToInt(this::trackNumber).toArray();
    frames.add(new Frame(objectNumbers, trackNumbers, similarity));
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
    return objects.computeIfAbsent(name, unseen -> objects.size());
  }

  private int trackNumber(Integer id) {
    return tracks.computeIfAbsent(id, unseen -> tracks.size());
  }
}
