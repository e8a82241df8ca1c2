package io.camber.drives;

import io.camber.diagnostics.InputException;
import io.camber.drives.argoverse.ArgoverseReader;
import io.camber.drives.comma.CommaReader;
import io.camber.drives.kitti.KittiReader;
import io.camber.drives.log.DriveReader;
import io.camber.drives.nuscenes.NuscenesReader;
import io.camber.drives.ouster.OusterReader;
import io.camber.drives.rosbag.Bag2Reader;
import io.camber.drives.rosbag.BagReader;
import io.camber.drives.source.SourceTree;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/** Kinds of foreign recordings, each told from the others by what lies in the folder or file. */
public enum DriveFormat {
  KITTI_RAW("kitti-raw") {
    @Override
    boolean knows(SourceTree tree) {
      return KittiReader.knowsRaw(tree);
    }

    @Override
    DriveReader open(SourceTree tree, ImportChoice choice) throws IOException {
      return KittiReader.raw(tree);
    }
  },
  KITTI_TRACKING("kitti-tracking") {
    @Override
    boolean knows(SourceTree tree) {
      return KittiReader.knowsTracking(tree);
    }

    @Override
    DriveReader open(SourceTree tree, ImportChoice choice) throws IOException {
      return KittiReader.tracking(tree, choice.part());
    }
  },
  ARGOVERSE2("argoverse2") {
    @Override
    boolean knows(SourceTree tree) {
      return ArgoverseReader.knows(tree);
    }

    @Override
    DriveReader open(SourceTree tree, ImportChoice choice) throws IOException {
      return ArgoverseReader.open(tree, choice.part());
    }
  },
  ROSBAG1("rosbag1") {
    @Override
    boolean knows(SourceTree tree) throws IOException {
      return BagReader.knows(tree);
    }

    @Override
    DriveReader open(SourceTree tree, ImportChoice choice) {
      return BagReader.open(tree, choice.part(), choice.mounts());
    }
  },
  ROSBAG2("rosbag2") {
    @Override
    boolean knows(SourceTree tree) throws IOException {
      return Bag2Reader.knows(tree);
    }

    @Override
    DriveReader open(SourceTree tree, ImportChoice choice) {
      return Bag2Reader.open(tree, choice.part(), choice.mounts());
    }
  },
  NUSCENES("nuscenes") {
    @Override
    boolean knows(SourceTree tree) {
      return NuscenesReader.knows(tree);
    }

    @Override
    DriveReader open(SourceTree tree, ImportChoice choice) {
      return NuscenesReader.open(tree);
    }
  },
  OUSTER("ouster") {
    @Override
    boolean knows(SourceTree tree) {
      return OusterReader.knows(tree);
    }

    @Override
    DriveReader open(SourceTree tree, ImportChoice choice) throws IOException {
      return OusterReader.open(tree, choice.part());
    }
  },
  COMMA2K19("comma2k19") {
    @Override
    boolean knows(SourceTree tree) {
      return CommaReader.knows(tree);
    }

    @Override
    DriveReader open(SourceTree tree, ImportChoice choice) {
      return CommaReader.open(tree, choice.part());
    }
  };

  private final String label;

  DriveFormat(String label) {
    this.label = label;
  }

  /** The name people type. */
  public String label() {
    return label;
  }

  abstract boolean knows(SourceTree tree) throws IOException;

  abstract DriveReader open(SourceTree tree, ImportChoice choice) throws IOException;

  /** What was said must mean something for this kind. */
  void check(ImportChoice choice) {
    if (choice.part().isPresent() && (this == KITTI_RAW || this == NUSCENES)) {
      throw new InputException(
          "--part: a source of format " + label + " is one drive; leave it out");
    }
    if (!choice.mounts().isEmpty() && this != ROSBAG1 && this != ROSBAG2) {
      throw new InputException("--mount: a source of format " + label
          + " says itself where its sensors sit; leave it out");
    }
  }

  /** All names, in order. */
  public static List<String> labels() {
    return Arrays.stream(values()).map(DriveFormat::label).toList();
  }

  static DriveFormat named(String label) {
    return Arrays.stream(values())
        .filter(format -> format.label.equals(label))
        .findFirst()
        .orElseThrow(() -> new InputException("format '" + label + "' is unknown; there are "
            + String.join(", ", labels()) + ", and auto"));
  }

  /** The first kind that knows the content. */
  static DriveFormat detect(SourceTree tree) throws IOException {
    for (DriveFormat format : values()) {
      if (format.knows(tree)) {
        return format;
      }
    }
    throw new InputException(tree.root() + ": is no recording of a kind known here ("
        + String.join(", ", labels()) + ")");
  }
}
