package io.camber.drives.rosbag;

import io.camber.diagnostics.InputException;
import io.camber.drives.log.DriveLog;
import io.camber.drives.log.DriveReader;
import io.camber.drives.ros.RosBytes;
import io.camber.drives.ros.RosDrive;
import io.camber.drives.source.ByteReader;
import io.camber.drives.source.Lz4Frames;
import io.camber.drives.source.SourceTree;
import io.camber.drives.source.SourceTree.Found;
import io.camber.geometry.Pose3;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;

/**
 * A bag of ROS 1, format 2.0, read from front to back without its index, so that one that was cut short ends in a message
 * rather than in silence. Chunks are packed with nothing, bz2 or lz4.
 */
public final class BagReader implements DriveReader {
  private static final String MAGIC = "#ROSBAG V2.0\n";

  /** The recorder makes chunks of 768 kB; large pictures make larger ones. */
  private static final int RECORD_MAX = 256 << 20;

  /** bz2 shrinks nothing but zeros further. */
  private static final long RATIO_MAX = 1000L;

  private static final long FREE_BYTES = 16L << 20;

  private final SourceTree tree;
  private final Path file;
  private final Map<String, Pose3> mounts;
  private final Map<Integer, Connection> connections = new HashMap<>();
  private long offset;

  private record Connection(String topic, String type) {}

  private BagReader(SourceTree tree, Path file, Map<String, Pose3> mounts) {
    this.tree = tree;
    this.file = file;
    this.mounts = Map.copyOf(mounts);
  }

  /** Whether the tree holds a bag. */
  public static boolean knows(SourceTree tree) throws IOException {
    for (Found found : tree.find("[^/]+\\.bag")) {
      try (InputStream in = Files.newInputStream(found.file())) {
        byte[] start = in.readNBytes(MAGIC.length());
        if (new String(start, StandardCharsets.ISO_8859_1).startsWith("#ROSBAG")) {
          return true;
        }
      }
    }
    return false;
  }

  /** Opens a bag, of several the {@code part}; {@code mounts} says where frames sit that no message tells. */
  public static BagReader open(SourceTree tree, Optional<String> part, Map<String, Pose3> mounts) {
    SortedMap<String, Path> bags = new TreeMap<>();
    tree.find("[^/]+\\.bag").forEach(found -> bags.put(found.path(), found.file()));
    return new BagReader(tree, tree.choose("bag", bags, part), mounts);
  }

  @Override
  public String about() {
    return "ROS 1 bag " + file.getFileName();
  }

  @Override
  public void read(DriveLog log) throws IOException {
    RosDrive drive = new RosDrive(log, mounts);
    double size = Math.max(1L, Files.size(file));
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
      String magic = new String(in.readNBytes(MAGIC.length()), StandardCharsets.ISO_8859_1);
      if (!magic.equals(MAGIC)) {
        throw new InputException(file + ": byte 0: is no bag of format 2.0");
      }
      offset = MAGIC.length();
      while (true) {
        byte[] lengthBytes = in.readNBytes(4);
        if (lengthBytes.length == 0) {
          return;
        }
        BagRecord record = record(in, lengthBytes);
        take(record, drive);
        log.progress(offset / size);
      }
    }
  }

  /** A record of the top level. */
  private BagRecord record(InputStream in, byte[] lengthBytes) throws IOException {
    byte[] header = piece(in, lengthBytes);
    ByteReader headerReader = reader(header);
    offset += header.length;
    byte[] data = piece(in, in.readNBytes(4));
    ByteReader dataReader = reader(data);
    offset += data.length;
    return new BagRecord(BagRecord.fields(headerReader), dataReader);
  }

  private ByteReader reader(byte[] bytes) {
    return new ByteReader(file.toString(), offset, ByteBuffer.wrap(bytes));
  }

  private byte[] piece(InputStream in, byte[] lengthBytes) throws IOException {
    if (lengthBytes.length < 4) {
      throw new InputException(
          file + ": byte " + offset + ": ends early, in the middle of a record");
    }
    int length = ByteBuffer.wrap(lengthBytes).order(ByteOrder.LITTLE_ENDIAN).getInt();
    offset += 4;
    if (length < 0 || length > RECORD_MAX) {
      throw new InputException(file + ": byte " + offset + ": declares a record of "
          + Integer.toUnsignedString(length) + " bytes; at most " + RECORD_MAX + " are read");
    }
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw new InputException(file + ": byte " + offset + ": ends early: a record declares "
          + length + " bytes, " + bytes.length + " are there");
    }
    return bytes;
  }

  private void take(BagRecord record, RosDrive drive) throws IOException {
    switch (record.op()) {
      case BagRecord.CONNECTION -> connect(record);
      case BagRecord.MESSAGE -> message(record, drive);
      case BagRecord.CHUNK -> {
        ByteReader chunk = unpacked(record);
        while (chunk.remaining() > 0) {
          BagRecord inner = BagRecord.next(chunk);
          int op = inner.op();
          if (op == BagRecord.CONNECTION) {
            connect(inner);
          } else if (op == BagRecord.MESSAGE) {
            message(inner, drive);
          }
        }
      }
      default -> {
        // bag header, chunk info and indexes say nothing that the records do not
      }
    }
  }

  private void connect(BagRecord record) {
    int id = record.number("conn");
    String topic = record.text("topic");
    Map<String, ByteReader> about = BagRecord.fields(record.data());
    ByteReader type = about.get("type");
    if (type == null) {
      throw record.data().error("connection of " + topic + " has no type");
    }
    connections.put(id, new Connection(topic, type.text(type.remaining())));
  }

  private void message(BagRecord record, RosDrive drive) throws IOException {
    int id = record.number("conn");
    Connection connection = connections.get(id);
    if (connection == null) {
      throw record.data().error("a message of connection " + id + ", which is not introduced");
    }
    drive.take(connection.topic(), connection.type(), RosBytes.ros1(record.data()));
  }

  private ByteReader unpacked(BagRecord record) throws IOException {
    String compression = record.text("compression");
    long size = Integer.toUnsignedLong(record.number("size"));
    ByteReader data = record.data();
    long packed = data.remaining();
    if (size > RECORD_MAX || size > FREE_BYTES + RATIO_MAX * packed) {
      throw data.error("a chunk of " + packed + " bytes claims to unpack to " + size);
    }
    long at = offset - packed;
    ByteBuffer bytes = data.slice((int) packed);
    byte[] plain = switch (compression) {
      case "none" -> copy(bytes);
      case "bz2" -> bzip2(copy(bytes), (int) size, at);
      case "lz4" -> Lz4Frames.unpack(file.toString(), at, bytes, size);
      default ->
        throw new InputException(
            file + ": byte " + at + ": chunk packed with '" + compression + "', which is not read");
    };
    if (plain.length != size) {
      throw new InputException(file + ": byte " + at + ": a chunk unpacks to " + plain.length
          + " bytes instead of " + size);
    }
    return new ByteReader(file + ": chunk at byte " + at, 0L, ByteBuffer.wrap(plain));
  }

  private static byte[] copy(ByteBuffer bytes) {
    byte[] copy = new byte[bytes.remaining()];
    bytes.get(copy);
    return copy;
  }

  private byte[] bzip2(byte[] packed, int size, long at) {
    try (InputStream in = new BZip2CompressorInputStream(new ByteArrayInputStream(packed))) {
      return in.readNBytes(size + 1);
    } catch (IOException e) {
      throw new InputException(file + ": byte " + at + ": damaged bz2: " + e.getMessage(), e);
    }
  }

  @Override
  public void close() throws IOException {
    tree.close();
  }
}
