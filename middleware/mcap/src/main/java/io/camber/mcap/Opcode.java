package io.camber.mcap;

/** Record kinds of the format; 0x80 to 0xFF are private, 0 is invalid. */
final class Opcode {
  static final int HEADER = 0x01;
  static final int FOOTER = 0x02;
  static final int SCHEMA = 0x03;
  static final int CHANNEL = 0x04;
  static final int MESSAGE = 0x05;
  static final int CHUNK = 0x06;
  static final int MESSAGE_INDEX = 0x07;
  static final int CHUNK_INDEX = 0x08;
  static final int ATTACHMENT = 0x09;
  static final int ATTACHMENT_INDEX = 0x0A;
  static final int STATISTICS = 0x0B;
  static final int METADATA = 0x0C;
  static final int METADATA_INDEX = 0x0D;
  static final int SUMMARY_OFFSET = 0x0E;
  static final int DATA_END = 0x0F;

  private Opcode() {}

  /** Whether later versions of the format may add fields to a record of this kind. */
  static boolean mayGrow(int opcode) {
    return opcode != MESSAGE && opcode != DATA_END && opcode != FOOTER;
  }
}
