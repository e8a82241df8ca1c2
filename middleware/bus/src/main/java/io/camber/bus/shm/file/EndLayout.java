package io.camber.bus.shm.file;

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
public final class EndLayout {
  public static final long MAGIC = 0x31537265626d6143L;
  public static final int VERSION = 1;

  public static final int STATE_OPEN = 1;
  public static final int STATE_MOVED = 2;
  public static final int STATE_CLOSED = 3;
  public static final int STATE_DEAD = 4;

  public static final int MAGIC_AT = 0;
  public static final int VERSION_AT = 8;
  public static final int STATE_AT = 12;
  public static final int ID_AT = 16;
  public static final int BIRTH_AT = 24;
  public static final int PID_AT = 32;
  public static final int START_AT = 40;
  public static final int SCHEMA_AT = 48;
  public static final int RING_BYTES_AT = 56;
  public static final int RELIABILITY_AT = 64;
  public static final int DURABILITY_AT = 68;
  public static final int DEPTH_AT = 72;
  public static final int ACTION_AT = 76;
  public static final int DEADLINE_AT = 80;
  public static final int LIFESPAN_AT = 88;
  public static final int WAITING_AT = 96;
  public static final int BELL_AT = 100;
  public static final int INDEX_ENTRIES_AT = 104;
  public static final int PINS_AT = 108;
  public static final int FIRST_NUMBER_AT = 112;
  public static final int WRITER_BIRTH_AT = 120;
  public static final int NAMES_AT = 128;
  public static final int INTENT_AT = 1024;
  public static final int MESSAGES_AT = 1088;
  public static final int BYTES_AT = 1096;
  public static final int LARGEST_AT = 1104;
  public static final int LAST_TIME_AT = 1112;
  public static final int LOST_AT = 1120;
  public static final int REFUSED_AT = 1128;
  public static final int NAMESPACE_AT = 1136;

  public static final int PAGE = 4096;
  public static final int INDEX_AT = PAGE;
  public static final int SLOTS_AT = PAGE;
  public static final int SLOTS = 64;
  public static final int SLOT_BYTES = 64;
  public static final int SLOT_POSITION = 8;
  public static final long NO_POSITION = -1;
  public static final int INDEX_ENTRIES_MAX = 1 << 16;

  private EndLayout() {}

  /** Where the ring starts in a segment. */
  public static int ringAt(int indexEntries) {
    return INDEX_AT + Words.alignUp(indexEntries * Long.BYTES, PAGE);
  }
}
