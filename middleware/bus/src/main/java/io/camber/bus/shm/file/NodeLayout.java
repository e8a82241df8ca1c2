package io.camber.bus.shm.file;

/**
 * The file of a node ({@code .node}), one page, written by its owner and, after its death, by the one survivor that holds
 * its lock. Little-endian.
 *
 * <pre>
 *     0  magic i64 ("CamberN1" read as bytes) | 8 layout version i32 | 12 state i32 (1 alive, 2 left, 3 died)
 *    16  pid i64 | 24 start of the process i64
 *    64  length u16, UTF-8: host
 *  1024  32 lines of 64 bytes, one per bell: sleep count i64, odd while its owner sleeps
 * </pre>
 */
public final class NodeLayout {
  public static final long MAGIC = 0x314e7265626d6143L;
  public static final int ALIVE = 1;
  public static final int LEFT = 2;
  public static final int DIED = 3;

  public static final int MAGIC_AT = 0;
  public static final int VERSION_AT = 8;
  public static final int STATE_AT = 12;
  public static final int PID_AT = 16;
  public static final int START_AT = 24;
  public static final int HOST_AT = 64;
  public static final int BELLS_AT = 1024;
  public static final int BELL_BYTES = 64;
  public static final int BELLS = 32;

  private NodeLayout() {}
}
