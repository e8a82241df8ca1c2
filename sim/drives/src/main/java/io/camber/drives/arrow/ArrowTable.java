package io.camber.drives.arrow;

import io.camber.diagnostics.InputException;
import io.camber.drives.source.Lz4Frames;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A whole file in memory, by columns.
 *
 * <pre>
 *  "ARROW1" 0 0 | message ... | footer | length of the footer i32 | "ARROW1"
 *  message:  -1 i32 | length of what follows i32 | FlatBuffers Message | body: the buffers of every column
 *  buffer:   unpacked length i64, -1 when not packed | bytes      (when the batch says that it is packed)
 * </pre>
 */
public final class ArrowTable {
  private static final String MAGIC = "ARROW1";
  private static final long BYTES_MAX = 1L << 30;
  private static final long UNPACKED_MAX = 1L << 30;
  private static final int BLOCK_BYTES = 24;
  private static final int BUFFER_BYTES = 16;

  // the union Type of Schema.fbs
  private static final int INT = 2;
  private static final int FLOATING_POINT = 3;
  private static final int UTF8 = 5;
  private static final int BOOL = 6;
  private static final int TIMESTAMP = 10;

  private final String file;
  private final ByteBuffer bytes;
  private final Map<String, ArrowColumn> columns = new LinkedHashMap<>();
  private final List<ArrowColumn> inOrder = new ArrayList<>();
  private int rows;
  private long unpacked;

  private ArrowTable(String file, ByteBuffer bytes) {
    this.file = file;
    this.bytes = bytes;
  }

  public static ArrowTable read(Path path) throws IOException {
    String file = path.toString();
    if (Files.size(path) > BYTES_MAX) {
      throw new InputException(file + ": is larger than " + BYTES_MAX + " bytes");
    }
    ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(path)).order(ByteOrder.LITTLE_ENDIAN);
    ArrowTable table = new ArrowTable(file, bytes);
    try {
      table.readAll();
    } catch (IndexOutOfBoundsException | IllegalArgumentException | ArithmeticException e) {
      throw new InputException(file + ": is damaged: " + e.getMessage(), e);
    }
    return table;
  }

  public int rows() {
    return rows;
  }

  public Optional<ArrowColumn> find(String name) {
    return Optional.ofNullable(columns.get(name));
  }

  public ArrowColumn column(String name) {
    return find(name)
        .orElseThrow(() -> new InputException(
            file + ": has no column " + name + "; it has " + String.join(", ", columns.keySet())));
  }

  private void readAll() {
    int size = bytes.limit();
    int tail = MAGIC.length() + 4;
    if (size < 8 + tail || !isMagic(0) || !isMagic(size - MAGIC.length())) {
      throw new InputException(file + ": byte " + Math.max(0, size - MAGIC.length())
          + ": is no Arrow file, or one that was cut short: it must begin and end with " + MAGIC);
    }
    int length = bytes.getInt(size - tail);
    if (length <= 0 || length > size - tail - 8) {
      throw new InputException(
          file + ": byte " + (size - tail) + ": a footer of " + length + " bytes does not fit");
    }
    Flat footer = Flat.root(bytes.slice(size - tail - length, length));
    int batches = footer.count(3, BLOCK_BYTES);
    readSchema(footer, batches);
    if (footer.count(2, BLOCK_BYTES) > 0) {
      throw new InputException(file + ": has columns coded by dictionaries, which are not read");
    }
    for (int i = 0; i < batches; i++) {
      int block = footer.vector(3) + BLOCK_BYTES * i;
      readBatch(footer.longAt(block), footer.intAt(block + 8), footer.longAt(block + 16));
    }
  }

  private boolean isMagic(int at) {
    for (int i = 0; i < MAGIC.length(); i++) {
      if (bytes.get(at + i) != MAGIC.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private void readSchema(Flat footer, int batches) {
    Flat schema = footer.find(1).orElseThrow(() -> new InputException(file + ": has no schema"));
    for (Flat field : schema.tables(1)) {
      String name = field.text(0);
      ArrowColumn column = column(name, field, batches);
      columns.put(name, column);
      inOrder.add(column);
    }
  }

  private ArrowColumn column(String name, Flat field, int batches) {
    Optional<Flat> type = field.find(3);
    int kind = field.u8(2);
    if (kind == INT && type.isPresent()) {
      int width = type.get().i32(0) / 8;
      ArrowColumn.Kind sign =
          type.get().u8(1) != 0 ? ArrowColumn.Kind.INTEGER : ArrowColumn.Kind.UNSIGNED;
      if (width == 1 || width == 2 || width == 4 || width == 8) {
        return new ArrowColumn(name, sign, width, batches);
      }
    }
    if (kind == FLOATING_POINT && type.isPresent()) {
      return switch (type.get().i16(0)) {
        case 0 -> new ArrowColumn(name, ArrowColumn.Kind.HALF, 2, batches);
        case 1 -> new ArrowColumn(name, ArrowColumn.Kind.SINGLE, 4, batches);
        default -> new ArrowColumn(name, ArrowColumn.Kind.DOUBLE, 8, batches);
      };
    }
    return switch (kind) {
      case UTF8 -> new ArrowColumn(name, ArrowColumn.Kind.TEXT, 4, batches);
      case BOOL -> new ArrowColumn(name, ArrowColumn.Kind.BOOL, 1, batches);
      case TIMESTAMP -> new ArrowColumn(name, ArrowColumn.Kind.INTEGER, 8, batches);
      default ->
        throw new InputException(
            file + ": column " + name + " is of Arrow type " + kind + ", which is not read");
    };
  }

  private void readBatch(long offset, int metadataLength, long bodyLength) {
    if (offset < 0
        || metadataLength < 8
        || bodyLength < 0
        || offset > bytes.limit() - metadataLength - bodyLength) {
      throw new InputException(file + ": byte " + offset + ": a batch reaches beyond the file");
    }
    int start = (int) offset;
    int skip = bytes.getInt(start) == -1 ? 8 : 4;
    Flat message = Flat.root(bytes.slice(start + skip, metadataLength - skip));
    Flat batch = message
        .find(2)
        .filter(unused -> message.u8(1) == 3)
        .orElseThrow(() -> new InputException(file + ": byte " + start + ": is no batch"));
    int count = Math.toIntExact(batch.i64(0));
    int codec = batch.find(3).map(compression -> compression.u8(0)).orElse(-1);
    int body = start + metadataLength;
    int buffer = batch.vector(2);
    int buffers = batch.count(2, BUFFER_BYTES);
    int used = 0;
    for (ArrowColumn column : inOrder) {
      int own = column.kind() == ArrowColumn.Kind.TEXT ? 3 : 2;
      if (used + own > buffers) {
        throw new InputException(file + ": byte " + start + ": a batch lacks buffers");
      }
      ByteBuffer fixed = buffer(batch, buffer + BUFFER_BYTES * (used + 1), body, bodyLength, codec);
      ByteBuffer text = own == 3
          ? buffer(batch, buffer + BUFFER_BYTES * (used + 2), body, bodyLength, codec)
          : ByteBuffer.allocate(0);
      try {
        column.add(count, fixed, text);
      } catch (InputException e) {
        throw new InputException(file + ": byte " + start + ": " + e.getMessage(), e);
      }
      used += own;
    }
    rows = Math.addExact(rows, count);
  }

  private ByteBuffer buffer(Flat batch, int at, int body, long bodyLength, int codec) {
    long offset = batch.longAt(at);
    long length = batch.longAt(at + 8);
    if (offset < 0 || length < 0 || offset > bodyLength - length) {
      throw new InputException(
          file + ": byte " + body + ": a buffer of " + length + " bytes reaches beyond its batch");
    }
    int start = body + (int) offset;
    ByteBuffer packed = bytes.slice(start, (int) length).order(ByteOrder.LITTLE_ENDIAN);
    if (codec < 0 || length == 0) {
      return packed;
    }
    long size = packed.getLong(0);
    if (size == -1L) {
      return packed.slice(8, (int) length - 8).order(ByteOrder.LITTLE_ENDIAN);
    }
    if (codec != 0) {
      throw new InputException(
          file + ": byte " + start + ": is packed with ZSTD, which is not read");
    }
    unpacked += size;
    if (size < 0 || unpacked > UNPACKED_MAX) {
      throw new InputException(
          file + ": byte " + start + ": unpacks to more than " + UNPACKED_MAX + " bytes");
    }
    byte[] plain = Lz4Frames.unpack(file, start + 8L, packed.slice(8, (int) length - 8), size);
    return ByteBuffer.wrap(plain).order(ByteOrder.LITTLE_ENDIAN);
  }
}
