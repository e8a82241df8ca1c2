package io.camber.app.table;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes tables as Parquet without a native library: one row group, not compressed, texts by dictionary. The same table gives the
 * same bytes. For what every run writes; big tables are better served by {@link ParquetFile}.
 *
 * <pre>
 * PAR1 | per column: [dictionary page] data page | footer (Thrift compact) | footer length, 4 bytes | PAR1
 * page = header (Thrift compact) | levels: length, 4 bytes, then runs of "is there" | values
 * </pre>
 */
public final class PlainParquet {
  private static final byte[] MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);

  private static final int PLAIN = 0;
  private static final int RLE = 3;
  private static final int RLE_DICTIONARY = 8;
  private static final int OPTIONAL = 1;
  private static final int DATA_PAGE = 0;
  private static final int DICTIONARY_PAGE = 2;

  private PlainParquet() {}

  /** Where the pages of a column lie. */
  private record Chunk(Column column, long dictionaryAt, long dataAt, long length) {}

  public static void write(Table table, Path file) throws IOException {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      out.write(bytes(table));
    }
  }

  /** The content of the file. */
  public static byte[] bytes(Table table) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(MAGIC);
    List<Chunk> chunks = new ArrayList<>();
    for (int i = 0; i < table.columns().size(); i++) {
      chunks.add(chunk(table, i, out));
    }
    byte[] footer = footer(table, chunks);
    out.writeBytes(footer);
    out.writeBytes(littleEndian(footer.length, Integer.BYTES));
    out.writeBytes(MAGIC);
    return out.toByteArray();
  }

  private static Chunk chunk(Table table, int index, ByteArrayOutputStream out) {
    Column column = table.columns().get(index);
    List<@Nullable Object> cells = new ArrayList<>();
    table.rows().forEach(row -> cells.add(row.get(index)));
    long start = out.size();
    if (column.type() != Column.Type.TEXT) {
      out.writeBytes(page(DATA_PAGE, cells.size(), PLAIN, numbers(cells)));
      return new Chunk(column, -1, start, out.size() - start);
    }
    Map<String, Integer> dictionary = new LinkedHashMap<>();
    ByteArrayOutputStream words = new ByteArrayOutputStream();
    for (Object cell : cells) {
      if (cell instanceof String text && !dictionary.containsKey(text)) {
        dictionary.put(text, dictionary.size());
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        words.writeBytes(littleEndian(utf8.length, Integer.BYTES));
        words.writeBytes(utf8);
      }
    }
    out.writeBytes(page(DICTIONARY_PAGE, dictionary.size(), PLAIN, words.toByteArray()));
    long dataAt = out.size();
    out.writeBytes(page(DATA_PAGE, cells.size(), RLE_DICTIONARY, indices(cells, dictionary)));
    return new Chunk(column, start, dataAt, out.size() - start);
  }

  private static byte[] numbers(List<@Nullable Object> cells) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(levels(cells));
    for (Object cell : cells) {
      if (cell instanceof Long whole) {
        out.writeBytes(littleEndian(whole, Long.BYTES));
      } else if (cell instanceof Double number) {
        out.writeBytes(littleEndian(Double.doubleToLongBits(number), Long.BYTES));
      }
    }
    return out.toByteArray();
  }

  private static byte[] indices(List<@Nullable Object> cells, Map<String, Integer> dictionary) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(levels(cells));
    int width = Math.max(
        1, Integer.SIZE - Integer.numberOfLeadingZeros(Math.max(0, dictionary.size() - 1)));
    out.write(width);
    List<Integer> numbers = new ArrayList<>();
    for (Object cell : cells) {
      if (cell instanceof String text) {
        numbers.add(dictionary.getOrDefault(text, 0));
      }
    }
    out.writeBytes(runs(numbers, (width + 7) / 8));
    return out.toByteArray();
  }

  /** Which cells hold something. */
  private static byte[] levels(List<@Nullable Object> cells) {
    List<Integer> there = new ArrayList<>();
    cells.forEach(cell -> there.add(cell == null ? 0 : 1));
    byte[] runs = runs(there, 1);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(littleEndian(runs.length, Integer.BYTES));
    out.writeBytes(runs);
    return out.toByteArray();
  }

  /** Each run of equal numbers as twice its length and the number. */
  private static byte[] runs(List<Integer> numbers, int width) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int start = 0;
    for (int i = 1; i <= numbers.size(); i++) {
      if (i == numbers.size() || !numbers.get(i).equals(numbers.get(start))) {
        ThriftCompact.varint(out, (long) (i - start) << 1);
        out.writeBytes(littleEndian(numbers.get(start), width));
        start = i;
      }
    }
    return out.toByteArray();
  }

  private static byte[] page(int type, int values, int encoding, byte[] body) {
    ThriftCompact detail = new ThriftCompact().whole(1, values).whole(2, encoding);
    if (type == DATA_PAGE) {
      detail.whole(3, RLE).whole(4, RLE);
    }
    byte[] header = new ThriftCompact()
        .whole(1, type)
        .whole(2, body.length)
        .whole(3, body.length)
        .struct(type == DATA_PAGE ? 5 : 7, detail)
        .bytes();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(header);
    out.writeBytes(body);
    return out.toByteArray();
  }

  private static byte[] footer(Table table, List<Chunk> chunks) {
    List<ThriftCompact> schema = new ArrayList<>();
    schema.add(new ThriftCompact().text(4, "schema").whole(5, chunks.size()));
    List<ThriftCompact> columns = new ArrayList<>();
    long rows = table.rows().size();
    long length = 0;
    for (Chunk chunk : chunks) {
      schema.add(element(chunk.column()));
      columns.add(new ThriftCompact().wide(2, chunk.dataAt()).struct(3, metaData(chunk, rows)));
      length += chunk.length();
    }
    ThriftCompact group =
        new ThriftCompact().structs(1, columns).wide(2, length).wide(3, rows);
    return new ThriftCompact()
        .whole(1, 1)
        .structs(2, schema)
        .wide(3, rows)
        .structs(4, List.of(group))
        .text(6, "camber")
        .bytes();
  }

  private static ThriftCompact element(Column column) {
    ThriftCompact element = new ThriftCompact()
        .whole(1, physicalType(column.type()))
        .whole(3, OPTIONAL)
        .text(4, column.name());
    return column.type() == Column.Type.TEXT ? element.whole(6, 0) : element;
  }

  private static ThriftCompact metaData(Chunk chunk, long rows) {
    boolean isText = chunk.column().type() == Column.Type.TEXT;
    ThriftCompact data = new ThriftCompact()
        .whole(1, physicalType(chunk.column().type()))
        .wholes(2, isText ? List.of(PLAIN, RLE, RLE_DICTIONARY) : List.of(PLAIN, RLE))
        .texts(3, List.of(chunk.column().name()))
        .whole(4, 0)
        .wide(5, rows)
        .wide(6, chunk.length())
        .wide(7, chunk.length())
        .wide(9, chunk.dataAt());
    return isText ? data.wide(11, chunk.dictionaryAt()) : data;
  }

  private static int physicalType(Column.Type type) {
    return switch (type) {
      case WHOLE -> 2;
      case NUMBER -> 5;
      case TEXT -> 6;
    };
  }

  private static byte[] littleEndian(long value, int length) {
    byte[] bytes = new byte[length];
    for (int i = 0; i < length; i++) {
      bytes[i] = (byte) (value >>> (8 * i));
    }
    return bytes;
  }
}
