package io.camber.drives.rosbag;

import io.camber.drives.source.ByteReader;
import java.util.HashMap;
import java.util.Map;

/**
 * One record of a bag: named fields, each to be read once, then data.
 *
 * <pre>
 *  header length u32 | (field length u32 | name = value) ... | data length u32 | data
 * </pre>
 */
record BagRecord(Map<String, ByteReader> fields, ByteReader data) {
  static final int MESSAGE = 0x02;
  static final int CHUNK = 0x05;
  static final int CONNECTION = 0x07;

  /** The record at the front of a reader. */
  static BagRecord next(ByteReader in) {
    Map<String, ByteReader> fields = fields(in.part(in.count(1)));
    return new BagRecord(fields, in.part(in.count(1)));
  }

  /** Fields of a header. */
  static Map<String, ByteReader> fields(ByteReader header) {
    Map<String, ByteReader> fields = new HashMap<>();
    while (header.remaining() > 0) {
      ByteReader field = header.part(header.count(1));
      StringBuilder name = new StringBuilder();
      for (int c = field.u8(); c != '='; c = field.u8()) {
        name.append((char) c);
      }
      fields.put(name.toString(), field.part(field.remaining()));
    }
    return fields;
  }

  ByteReader field(String name) {
    ByteReader value = fields.get(name);
    if (value == null) {
      throw data.error("the record before has no field " + name);
    }
    return value;
  }

  int op() {
    return field("op").u8();
  }

  int number(String name) {
    return field(name).i32();
  }

  String text(String name) {
    ByteReader value = field(name);
    return value.text(value.remaining());
  }
}
