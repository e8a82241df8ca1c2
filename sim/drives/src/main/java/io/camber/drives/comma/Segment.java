package io.camber.drives.comma;

import io.camber.diagnostics.InputException;
import io.camber.drives.numpy.NumpyArray;
import io.camber.drives.source.SourceTree;
import io.camber.drives.source.SourceTree.Found;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The folder of one minute of a route, {@code DONGLE|START/NUMBER}, or its {@code processed_log} alone. */
record Segment(Path folder, Path logs) {
  private static final String LOGS = "processed_log";
  private static final String LOG_FILE = "(?:IMU|CAN|GNSS)/[a-z_]+/(?:t|value)";
  private static final String POSE_FILE = "global_pose/frame_[a-z_]+";

  static boolean isIn(SourceTree tree) {
    return tree.has(LOG_FILE) || tree.has(POSE_FILE);
  }

  /** The one that {@code part} names by its path, or the only one; {@code |} and the {@code _} in its place are one. */
  static Segment choose(SourceTree tree, Optional<String> part) {
    SortedMap<String, Segment> segments = new TreeMap<>();
    for (Found found : tree.find(LOG_FILE)) {
      Path logs = up(found.file(), 3);
      String path = up(found.path(), 3);
      boolean isLone = !String.valueOf(logs.getFileName()).equals(LOGS) || path.isEmpty();
      put(segments, isLone ? path : up(path, 1), new Segment(isLone ? logs : up(logs, 1), logs));
    }
    for (Found found : tree.find(POSE_FILE)) {
      Path folder = up(found.file(), 2);
      put(segments, up(found.path(), 2), new Segment(folder, folder.resolve(LOGS)));
    }
    return tree.choose("segment", segments, part.map(Segment::plain));
  }

  private static void put(SortedMap<String, Segment> segments, String path, Segment segment) {
    String name = path.isEmpty() ? String.valueOf(segment.folder.getFileName()) : path;
    segments.putIfAbsent(plain(name), segment);
  }

  private static String plain(String name) {
    return name.replace('|', '_');
  }

  private static String up(String path, int levels) {
    String folder = path;
    for (int i = 0; i < levels; i++) {
      folder = folder.substring(0, Math.max(0, folder.lastIndexOf('/')));
    }
    return folder;
  }

  private static Path up(Path file, int levels) {
    return file.toAbsolutePath().resolve("../".repeat(levels)).normalize();
  }

  /** Route and number, as far as the folders tell them. */
  String name() {
    Path own = folder.endsWith(LOGS) ? up(folder, 1) : folder;
    String route = String.valueOf(up(own, 1).getFileName());
    String number = String.valueOf(own.getFileName());
    return RecordingCar.of(route).isPresent() ? route + "/" + number : number;
  }

  Optional<RecordingCar> car() {
    return RecordingCar.of(name());
  }

  boolean has(String path) {
    return Files.exists(folder.resolve(path));
  }

  /** A kind of values such as {@code CAN/speed}, which has a file of times and one of values. */
  boolean hasLog(String kind) {
    return Files.exists(logs.resolve(kind));
  }

  NumpyArray log(String kind, String file) throws IOException {
    return array(logs.resolve(kind), file);
  }

  NumpyArray pose(String file) throws IOException {
    return array(folder.resolve("global_pose"), file);
  }

  private static NumpyArray array(Path beside, String file) throws IOException {
    Path path = beside.resolve(file);
    if (!Files.isRegularFile(path)) {
      throw new InputException(path + ": is missing");
    }
    return NumpyArray.read(path);
  }

  /** Times of a kind of values whose values nobody reads. */
  /** How many rows a kind has that is only counted; 0 where its times are not there or cannot be read. */
  int countedRows(String kind) throws IOException {
    try {
      return log(kind, "t").rows();
    } catch (InputException e) {
      return 0; // what nobody reads refuses nothing
    }
  }

  List<String> unread(List<String> kinds) {
    return kinds.stream().filter(this::hasLog).toList();
  }
}
