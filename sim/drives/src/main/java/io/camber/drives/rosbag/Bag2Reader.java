package io.camber.drives.rosbag;

import io.camber.diagnostics.InputException;
import io.camber.drives.log.DriveLog;
import io.camber.drives.log.DriveReader;
import io.camber.drives.ros.RosBytes;
import io.camber.drives.ros.RosDrive;
import io.camber.drives.source.ByteReader;
import io.camber.drives.source.SourceTree;
import io.camber.drives.source.SourceTree.Found;
import io.camber.geometry.Pose3;
import io.camber.mcap.MalformedMcapException;
import io.camber.mcap.McapLimits;
import io.camber.mcap.McapReader;
import io.camber.mcap.McapRecord;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** A bag of ROS 2: its files in order, MCAP or SQLite, with messages in CDR. */
public final class Bag2Reader implements DriveReader {
  private static final String SQLITE = "SQLite format 3\0";
  private static final int MAGIC_BYTES = 16;
  private static final McapLimits LIMITS = new McapLimits(256 << 20, 256 << 20, 200, 1 << 26);

  private final SourceTree tree;
  private final List<Path> files;
  private final Map<String, Pose3> mounts;

  private Bag2Reader(SourceTree tree, List<Path> files, Map<String, Pose3> mounts) {
    this.tree = tree;
    this.files = files;
    this.mounts = Map.copyOf(mounts);
  }

  /** Whether the tree holds files of a bag. */
  public static boolean knows(SourceTree tree) throws IOException {
    for (Found found : tree.find("[^/]+\\.(db3|mcap)")) {
      if (isSqlite(found.file()) || isRos(found.file())) {
        return true;
      }
    }
    return false;
  }

  private static boolean isSqlite(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return new String(in.readNBytes(MAGIC_BYTES), StandardCharsets.ISO_8859_1).equals(SQLITE);
    }
  }

  /** Whether the container says that it comes from ROS 2, or its first channel does. */
  private static boolean isRos(Path file) throws IOException {
    try (McapReader in = open(file)) {
      for (Optional<McapRecord> next = in.next(); next.isPresent(); next = in.next()) {
        if (next.get() instanceof McapRecord.Header header && header.profile().equals("ros2")) {
          return true;
        }
        if (next.get() instanceof McapRecord.Channel channel) {
          return channel.messageEncoding().equals("cdr");
        }
      }
      return false;
    } catch (MalformedMcapException e) {
      return false; // whoever asks for the format by name hears what is wrong with the file
    }
  }

  private static McapReader open(Path file) throws IOException {
    return new McapReader(new BufferedInputStream(Files.newInputStream(file), 1 << 16), LIMITS);
  }

  /** Opens the files of one bag, of several the {@code part}; {@code mounts} says where frames sit that no message tells. */
  public static Bag2Reader open(SourceTree tree, Optional<String> part, Map<String, Pose3> mounts) {
    SortedMap<String, List<Path>> bags = new TreeMap<>();
    for (Found found : tree.find("[^/]+\\.(db3|mcap)")) {
      bags.computeIfAbsent(found.folder(), folder -> new ArrayList<>()).add(found.file());
    }
    return new Bag2Reader(tree, tree.choose("bag", bags, part), mounts);
  }

  @Override
  public String about() {
    return "ROS 2 bag " + files.get(0).getFileName()
        + (files.size() > 1 ? " and " + (files.size() - 1) + " more files" : "");
  }

  @Override
  public void read(DriveLog log) throws IOException {
    RosDrive drive = new RosDrive(log, mounts);
    for (int i = 0; i < files.size(); i++) {
      Path file = files.get(i);
      if (isSqlite(file)) {
        SqliteBag.read(file, log, drive);
      } else {
        readMcap(file, log, drive);
      }
      log.progress((i + 1.0) / files.size());
    }
  }

  private static void readMcap(Path file, DriveLog log, RosDrive drive) throws IOException {
    double size = Math.max(1L, Files.size(file));
    try (McapReader in = open(file)) {
      for (Optional<McapRecord.Message> next = in.nextMessage();
          next.isPresent();
          next = in.nextMessage()) {
        McapRecord.Channel channel = in.channel(next.get().channelId());
        String type = in.schemaOf(channel).map(McapRecord.Schema::name).orElse("no type");
        if (channel.messageEncoding().equals("cdr")) {
          ByteReader bytes = new ByteReader(
              file + ": message on " + channel.topic() + " at " + next.get().logTimeNs() + " ns",
              0L,
              next.get().payload().duplicate());
          drive.take(channel.topic(), type, RosBytes.ros2(bytes));
        } else {
          log.notes()
              .skip(channel.topic() + " (" + type + " in " + channel.messageEncoding() + ")");
        }
        log.progress(in.position() / size);
      }
    } catch (MalformedMcapException e) {
      throw new InputException(file + ": " + e.getMessage(), e);
    }
  }

  @Override
  public void close() throws IOException {
    tree.close();
  }
}
