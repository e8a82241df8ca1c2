package io.camber.drives.kitti;

import io.camber.diagnostics.InputException;
import io.camber.drives.source.SourceTree;
import io.camber.drives.source.SourceTree.Found;
import io.camber.drives.source.TextTable;
import io.camber.drives.source.TextTable.Row;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Which files belong to one drive, whichever layout they lie in.
 *
 * @param name of the drive
 * @param sequence of the tracking layout; empty in the raw layout
 * @param sweeps by frame
 * @param images by camera and frame
 * @param oxts one row a frame, from the first on
 * @param labels in the format of the tracking collection
 * @param poses reference poses of the lidar, one row a frame
 */
record KittiFiles(
    String name,
    String sequence,
    Map<Integer, Path> sweeps,
    Map<Integer, Map<Integer, Path>> images,
    List<Row> oxts,
    Optional<Path> labels,
    Optional<Path> poses) {
  private static final String RAW_FRAME = "(\\d{10})";

  KittiFiles {
    sweeps = new TreeMap<>(sweeps);
    images = new TreeMap<>(images);
    oxts = List.copyOf(oxts);
  }

  static boolean isRaw(SourceTree tree) {
    return tree.has("(velodyne_points|oxts|image_0[0-3])/data/\\d{10}\\.(bin|txt|png|jpg)");
  }

  static boolean isTracking(SourceTree tree) {
    return !sequences(tree).isEmpty();
  }

  /** Names of the sequences in a tracking layout. */
  static List<String> sequences(SourceTree tree) {
    return tree.find("(label|label_02|oxts)/(\\d{4})\\.txt").stream()
        .map(found -> found.group(2))
        .distinct()
        .sorted()
        .toList();
  }

  static KittiFiles raw(SourceTree tree) throws IOException {
    List<String> drives =
        tree.find("([^/]+)_sync/(?:velodyne_points|oxts|image_0\\d)/data/\\d{10}\\.\\w+").stream()
            .map(found -> found.group(1))
            .distinct()
            .toList();
    if (drives.size() > 1) {
      throw new InputException(tree.root() + ": holds the drives " + String.join(", ", drives)
          + "; give the folder of one of them, with the calibration beside its files");
    }
    Map<Integer, Map<Integer, Path>> images = new TreeMap<>();
    for (Found found : tree.find("image_0([0-3])/data/" + RAW_FRAME + "\\.(?:png|jpg)")) {
      images
          .computeIfAbsent(Integer.valueOf(found.group(1)), unused -> new TreeMap<>())
          .put(Integer.valueOf(found.group(2)), found.file());
    }
    List<Row> oxts = new ArrayList<>();
    for (Found found : tree.find("oxts/data/" + RAW_FRAME + "\\.txt")) {
      if (Integer.parseInt(found.group(1)) != oxts.size()) {
        throw new InputException(found.file() + ": frame " + oxts.size() + " is missing before it");
      }
      oxts.add(TextTable.read(found.file()).rows().stream()
          .findFirst()
          .orElseThrow(() -> new InputException(found.file() + ": is empty")));
    }
    return new KittiFiles(
        drives.isEmpty() ? "KITTI raw" : drives.get(0),
        "",
        byFrame(tree.find("velodyne_points/data/" + RAW_FRAME + "\\.bin")),
        images,
        oxts,
        tree.findFirst("label[^/]*\\.txt"),
        reference(tree));
  }

  static KittiFiles tracking(SourceTree tree, Optional<String> part) throws IOException {
    List<String> sequences = sequences(tree);
    String sequence = part.orElse(sequences.get(0));
    if (!sequences.contains(sequence) || (part.isEmpty() && sequences.size() > 1)) {
      throw new InputException(tree.root() + ": holds the sequences " + String.join(", ", sequences)
          + "; choose one with --part");
    }
    Map<Integer, Map<Integer, Path>> images = new TreeMap<>();
    for (Found found : tree.find("image_0([0-3])/" + sequence + "/(\\d{6})\\.(?:png|jpg)")) {
      images
          .computeIfAbsent(Integer.valueOf(found.group(1)), unused -> new TreeMap<>())
          .put(Integer.valueOf(found.group(2)), found.file());
    }
    Optional<Path> oxts = tree.findFirst("oxts/" + sequence + "\\.txt");
    return new KittiFiles(
        "KITTI tracking " + sequence,
        sequence,
        byFrame(tree.find("velodyne/" + sequence + "/(\\d{6})\\.bin")),
        images,
        oxts.isPresent() ? TextTable.read(oxts.get()).rows() : List.of(),
        tree.findFirst("label(?:_02)?/" + sequence + "\\.txt"),
        Optional.empty());
  }

  /** Poses made from sweeps are nearer to what the lidar saw than poses from the satellite unit. */
  private static Optional<Path> reference(SourceTree tree) {
    return tree.findFirst("poses_kissicp_velo[^/]*\\.txt")
        .or(() -> tree.findFirst("poses[^/]*velo[^/]*\\.txt"));
  }

  private static Map<Integer, Path> byFrame(List<Found> found) {
    Map<Integer, Path> files = new TreeMap<>();
    found.forEach(one -> files.put(Integer.valueOf(one.group(1)), one.file()));
    return files;
  }

  /** Frames that any sensor has. */
  int frames() {
    int frames = oxts.size();
    for (int frame : sweeps.keySet()) {
      frames = Math.max(frames, frame + 1);
    }
    for (Map<Integer, Path> camera : images.values()) {
      for (int frame : camera.keySet()) {
        frames = Math.max(frames, frame + 1);
      }
    }
    return frames;
  }
}
