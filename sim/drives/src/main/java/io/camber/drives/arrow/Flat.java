package io.camber.drives.arrow;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One table of a FlatBuffers message: fields are found through a table of offsets that lies a signed distance before it. Reads
 * beyond the buffer throw {@link IndexOutOfBoundsException}, which the file's reader turns into a sentence.
 */
final class Flat {
  private final ByteBuffer bytes;
  private final int table;

  private Flat(ByteBuffer bytes, int table) {
    this.bytes = bytes;
    this.table = table;
  }

  /** The root table of a message. */
  static Flat root(ByteBuffer message) {
    ByteBuffer bytes = message.slice().order(ByteOrder.LITTLE_ENDIAN);
    return new Flat(bytes, bytes.getInt(0));
  }

  /** Where a field's value lies; 0 when it is left out. */
  private int at(int field) {
    int offsets = table - bytes.getInt(table);
    int entry = 4 + 2 * field;
    if (entry >= Short.toUnsignedInt(bytes.getShort(offsets))) {
      return 0;
    }
    int offset = Short.toUnsignedInt(bytes.getShort(offsets + entry));
    return offset == 0 ? 0 : table + offset;
  }

  int u8(int field) {
    int at = at(field);
    return at == 0 ? 0 : Byte.toUnsignedInt(bytes.get(at));
  }

  int i16(int field) {
    int at = at(field);
    return at == 0 ? 0 : bytes.getShort(at);
  }

  int i32(int field) {
    int at = at(field);
    return at == 0 ? 0 : bytes.getInt(at);
  }

  long i64(int field) {
    int at = at(field);
    return at == 0 ? 0L : bytes.getLong(at);
  }

  Optional<Flat> find(int field) {
    int at = at(field);
    return at == 0 ? Optional.empty() : Optional.of(new Flat(bytes, at + bytes.getInt(at)));
  }

  String text(int field) {
    int at = at(field);
    if (at == 0) {
      return "";
    }
    int start = at + bytes.getInt(at);
    int length = bytes.getInt(start);
    return StandardCharsets.UTF_8.decode(bytes.slice(start + 4, length)).toString();
  }

  /** Tables of a vector. */
  List<Flat> tables(int field) {
    List<Flat> tables = new ArrayList<>();
    int start = vector(field);
    for (int i = 0; i < count(field, 4); i++) {
      int at = start + 4 * i;
      tables.add(new Flat(bytes, at + bytes.getInt(at)));
    }
    return tables;
  }

  /** How many items a vector has; never more than the message could hold. */
  int count(int field, int bytesEach) {
    int at = at(field);
    if (at == 0) {
      return 0;
    }
    int count = bytes.getInt(at + bytes.getInt(at));
    if (count < 0 || count > bytes.limit() / bytesEach) {
      throw new IndexOutOfBoundsException("a vector of " + count + " items");
    }
    return count;
  }

  /** Where the first item of a vector lies, for {@link #longAt}. */
  int vector(int field) {
    int at = at(field);
    return at == 0 ? 0 : at + bytes.getInt(at) + 4;
  }

  long longAt(int position) {
    return bytes.getLong(position);
  }

  int intAt(int position) {
    return bytes.getInt(position);
  }
}
