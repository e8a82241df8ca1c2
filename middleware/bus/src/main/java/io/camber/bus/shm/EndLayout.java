package io.camber.bus.shm;

/**
 * First page of the file of an end: of a writer's segment ({@code .out}) and of a reader's positions ({@code .in}). All
 * words are little-endian.
 *
 * <pre>
 *      0  magic i64 ("CamberS1" read as bytes)     64  reliability i32 (0 best effort, 1 reliable)
 *      8  layout version i32                       68  durability i32 (0 volatile, 1 transient local)
 *     12  state i32 (1 open, 2 moved, 3 closed,    72  depth i32
 *                    4 dead)                       76  slow-reader action i32 (out)
 *     16  id i64, unique per file                  80  deadline i64, ns
 *     24  birth i64, generation at opening         88  lifespan i64, ns
 *     32  pid i64                                  96  waiting i32 (in): 0 spin, 1 hybrid, 2 block
 *     40  start of the process i64                100  bell number i32 (in)
 *     48  schema hash i64                         104  index entries i32 (out), power of two
 *     56  ring bytes i64 (out), power of two      108  pins allowed i32 (out)
 *                                                 112  first number i64 (out)
 *                                                 120  birth of the writer's first segment i64 (out)
 *    128  three times: length u16, UTF-8: topic, schema, node
 *   1024  intent i64 (out): no byte at or above it, in positions, was ever written. Alone on its line.
 *   1088  messages i64 | 1096 bytes i64 | 1104 largest i64 | 1112 last time i64 | 1120 lost i64 | 1128 refused i64
 *   1136  pid namespace of the process i64 (in): its inode, 0 unknown
 *   4096  out: index, i64 each: position of message number n at entry n modulo entries; then, on the next page, the ring
 *         in:  64 slots of 64 bytes: id of the segment i64 (0 free), position i64 (-1 none)
 * </pre>
 */
final class EndLayout {
  static final long MAGIC = 0x31537265626d6143L;
  static final int VERSION = 1;

  static final int STATE_OPEN = 1;
  static final int STATE_MOVED = 2;
  static final int STATE_CLOSED = 3;
  static final int STATE_DEAD = 4;

  static final int MAGIC_AT = 0;
  static final int VERSION_AT = 8;
  static final int STATE_AT = 12;
  static final int ID_AT = 16;
  static final int BIRTH_AT = 24;
  static final int PID_AT = 32;
  static final int START_AT = 40;
  static final int SCHEMA_AT = 48;
  static final int RING_BYTES_AT = 56;
  static final int RELIABILITY_AT = 64;
  static final int DURABILITY_AT = 68;
  static final int DEPTH_AT = 72;
  static final int ACTION_AT = 76;
  static final int DEADLINE_AT = 80;
  static final int LIFESPAN_AT = 88;
  static final int WAITING_AT = 96;
  static final int BELL_AT = 100;
  static final int INDEX_ENTRIES_AT = 104;
  static final int PINS_AT = 108;
  static final int FIRST_NUMBER_AT = 112;
  static final int WRITER_BIRTH_AT = 120;
  static final int NAMES_AT = 128;
  static final int INTENT_AT = 1024;
  static final int MESSAGES_AT = 1088;
  static final int BYTES_AT = 1096;
  static final int LARGEST_AT = 1104;
  static final int LAST_TIME_AT = 1112;
  static final int LOST_AT = 1120;
  static final int REFUSED_AT = 1128;
  static final int NAMESPACE_AT = 1136;

  static final int PAGE = 4096;
  static final int INDEX_AT = PAGE;
  static final int SLOTS_AT = PAGE;
  static final int SLOTS = 64;
  static final int SLOT_BYTES = 64;
  static final int SLOT_POSITION = 8;
  static final long NO_POSITION = -1;
  static final int INDEX_ENTRIES_MAX = 1 << 16;

  private EndLayout() {}

  /** Where the ring starts in a segment. */
  static int ringAt(int indexEntries) {
    return INDEX_AT + Words.alignUp(indexEntries * Long.BYTES, PAGE);
  }
}
