package io.camber.bus.udp.protocol;

/**
 * Layout of a datagram, little-endian, version 2. The header is clear and authenticated, the body sealed.
 *
 * <pre>
 *   0        4     5     6       7      8          16         24         32
 *   +--------+-----+-----+-------+------+----------+----------+----------+------+------+
 *   | magic  | ver | type| prot. | zero | sender   | epoch    | counter  | body | seal |
 *   | "CMBU" | u8  | u8  | u8    | u8   | u64      | u64      | u64      |      |      |
 *   +--------+-----+-----+-------+------+----------+----------+----------+------+------+
 *
 *   DATA body
 *   32       36         44        48       52          54      56
 *   +--------+----------+---------+--------+-----------+-------+----------------+
 *   | writer | message  | message | offset | fragment  | flags | fragment of    |
 *   | id u32 | seq. u64 | bytes   | u32    | bytes u16 | u16   | the message    |
 *   +--------+----------+---------+--------+-----------+-------+----------------+
 *
 *   message, cut into fragments of equal size but the last
 *   0          8          16            24           28            32
 *   +----------+----------+-------------+------------+-------------+---------+---------+
 *   | sequence | publish  | measurement | bytes of   | bytes of    | origins | payload |
 *   | i64      | time i64 | time i64    | origins    | payload     |         |         |
 *   +----------+----------+-------------+------------+-------------+---------+---------+
 * </pre>
 */
final class Frames {
  static final int MAGIC = 'C' | 'M' << 8 | 'B' << 16 | 'U' << 24;
  static final byte VERSION = 2;

  static final int VERSION_AT = 4;
  static final int TYPE_AT = 5;
  static final int PROTECTION_AT = 6;
  static final int ZERO_AT = 7;
  static final int SENDER_AT = 8;
  static final int EPOCH_AT = 16;
  static final int COUNTER_AT = 24;
  static final int HEADER_BYTES = 32;

  static final byte HELLO = 1;
  static final byte HEARTBEAT = 2;
  static final byte ENDPOINTS = 3;
  static final byte COUNTERS = 4;
  static final byte DATA = 5;
  static final byte STREAM = 6;
  static final byte NAK = 7;
  static final byte STATUS = 8;
  static final byte LEAVE = 9;
  static final byte REFUSAL = 10;

  static final int DATA_WRITER_AT = 32;
  static final int DATA_SEQUENCE_AT = 36;
  static final int DATA_MESSAGE_BYTES_AT = 44;
  static final int DATA_OFFSET_AT = 48;
  static final int DATA_FRAGMENT_BYTES_AT = 52;
  static final int DATA_FLAGS_AT = 54;
  static final int DATA_BODY_AT = 56;

  /** The reader is asked to answer with a STATUS at once. */
  static final short FLAG_ANSWER = 1;

  static final int MESSAGE_HEADER_BYTES = 32;

  /** Largest UDP payload over IPv4. */
  static final int DATAGRAM_BYTES_MAX = 65_507;

  /** Frames other than DATA stay below this, so that they pass every path. */
  static final int CONTROL_BYTES_MAX = 1_200;

  /** A reason is cut to this. */
  static final int REFUSAL_TEXT_BYTES_MAX = 512;

  private Frames() {}
}
