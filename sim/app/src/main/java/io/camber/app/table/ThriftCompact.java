package io.camber.app.table;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** One struct in Thrift's compact protocol, as Parquet's headers are written. Fields come in rising order of their ids. */
final class ThriftCompact {
  private static final int I32 = 5;
  private static final int I64 = 6;
  private static final int BINARY = 8;
  private static final int LIST = 9;
  private static final int STRUCT = 12;

  /** Longer lists have their length behind the header. */
  private static final int SHORT_LIST_MAX = 14;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private int lastId;

  ThriftCompact whole(int id, int value) {
    field(id, I32);
    zigzag(value);
    return this;
  }

  ThriftCompact wide(int id, long value) {
    field(id, I64);
    zigzag(value);
    return this;
  }

  ThriftCompact text(int id, String value) {
    field(id, BINARY);
    put(value);
    return this;
  }

  ThriftCompact struct(int id, ThriftCompact value) {
    field(id, STRUCT);
    out.writeBytes(value.bytes());
    return this;
  }

  ThriftCompact structs(int id, List<ThriftCompact> values) {
    list(id, STRUCT, values.size());
    values.forEach(value -> out.writeBytes(value.bytes()));
    return this;
  }

  ThriftCompact wholes(int id, List<Integer> values) {
    list(id, I32, values.size());
    values.forEach(this::zigzag);
    return this;
  }

  ThriftCompact texts(int id, List<String> values) {
    list(id, BINARY, values.size());
    values.forEach(this::put);
    return this;
  }

  /** The struct with its end mark. */
  byte[] bytes() {
    byte[] fields = out.toByteArray();
    byte[] all = new byte[fields.length + 1];
    System.arraycopy(fields, 0, all, 0, fields.length);
    return all;
  }

  /** Seven bits a byte, the lowest first; the highest bit says that more follow. */
  static void varint(ByteArrayOutputStream out, long value) {
    long rest = value;
    while ((rest & ~0x7FL) != 0) {
      out.write((int) (rest & 0x7F) | 0x80);
      rest >>>= 7;
    }
    out.write((int) rest);
  }

  private void field(int id, int type) {
    out.write(((id - lastId) << 4) | type);
    lastId = id;
  }

  private void list(int id, int type, int size) {
    field(id, LIST);
    if (size <= SHORT_LIST_MAX) {
      out.write((size << 4) | type);
    } else {
      out.write(0xF0 | type);
      varint(out, size);
    }
  }

  private void put(String value) {
    byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
    varint(out, utf8.length);
    out.writeBytes(utf8);
  }

  private void zigzag(long value) {
    varint(out, (value << 1) ^ (value >> 63));
  }
}
