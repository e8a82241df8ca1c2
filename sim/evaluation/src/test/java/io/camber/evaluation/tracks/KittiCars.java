package io.camber.evaluation.tracks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Assumptions;

/**
 * Labelled cars of KITTI tracking sequences on the ground plane, and tracks made of them by rule: one in ten missing, some drifting,
 * some changing their number, some that are not there. {@code src/test/python/reference_scores.py} makes the same.
 */
public final class KittiCars {
  private KittiCars() {}

  /** A place on the ground. */
  public record Spot(double x, double y) {
    public double distanceTo(Spot other) {
      return Math.hypot(x - other.x, y - other.y);
    }
  }

  /** Cars by frame and number; skips the test without the data. */
  public static Map<Integer, Map<Integer, Spot>> labels(String sequence) throws IOException {
    String root = System.getenv("CAMBER_TEST_DATA");
    Assumptions.assumeTrue(root != null, "CAMBER_TEST_DATA does not name the published data");
    Path file = Path.of(String.valueOf(root), "data/kitti_tracking/label", sequence + ".txt");
    Assumptions.assumeTrue(Files.exists(file), file + " is missing");
    Map<Integer, Map<Integer, Spot>> frames = new TreeMap<>();
    for (String line : Files.readAllLines(file)) {
      String[] words = line.split(" ", -1);
      var frame = frames.computeIfAbsent(Integer.valueOf(words[0]), f -> new LinkedHashMap<>());
      if (words[2].equals("Car")) {
        frame.put(
            Integer.valueOf(words[1]),
            new Spot(Double.parseDouble(words[13]), Double.parseDouble(words[15])));
      }
    }
    return frames;
  }

  public static Map<Integer, Map<Integer, Spot>> spoiled(Map<Integer, Map<Integer, Spot>> frames) {
    Map<Integer, Map<Integer, Spot>> tracks = new TreeMap<>();
    frames.forEach((frame, cars) -> {
      Map<Integer, Spot> out = new LinkedHashMap<>();
      cars.forEach((id, spot) -> {
        if ((frame * 7 + id) % 10 != 0) {
          int number = id % 3 == 0 && frame >= 150 ? id + 1000 : id;
          out.put(number, new Spot(spot.x() + 0.3 * ((frame + id) % 5), spot.y()));
        }
      });
      if (frame % 6 == 0) {
        out.put(5000 + frame / 60, new Spot(0.0, 100.0));
      }
      tracks.put(frame, out);
    });
    return tracks;
  }

  static TrackLog log(
      Map<Integer, Map<Integer, Spot>> frames, Map<Integer, Map<Integer, Spot>> tracks) {
    TrackLog log = new TrackLog();
    frames.forEach((frame, cars) -> {
      Map<Integer, Spot> found = tracks.getOrDefault(frame, Map.of());
      double[][] similarity = new double[cars.size()][found.size()];
      int row = 0;
      for (Spot car : cars.values()) {
        int column = 0;
        for (Spot track : found.values()) {
          similarity[row][column++] = Math.max(0.0, 1.0 - car.distanceTo(track) / 4.0);
        }
        row++;
      }
      log.add(
          cars.keySet().stream().map(String::valueOf).toList(),
          found.keySet().stream().toList(),
          similarity);
    });
    return log;
  }
}
