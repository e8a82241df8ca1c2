package io.camber.bus.udp.protocol;

/**
 * The numbers of the protocol.
 *
 * @param heartbeatNs interval of heartbeats to every peer
 * @param silenceNs silence after which a peer counts as dead or cut off
 * @param graceNs the same for a process that is known to run on this host: it waits for a processor
 * @param retentionNs how long a silent peer's place in the streams is kept for its return
 * @param helloNs interval of calls to configured addresses
 * @param datagramBytes largest datagram; 1,400 between hosts, up to 65,507 on loopback
 * @param windowBytesMax bytes in flight on one topic to one peer
 * @param historyBytesMax bytes that a reliable writer keeps until every reader consumed them
 */
public record ProtocolConfig(
    long heartbeatNs,
    long silenceNs,
    long graceNs,
    long retentionNs,
    long helloNs,
    int datagramBytes,
    int windowBytesMax,
    int historyBytesMax) {
  /** Messages that a reliable writer keeps and a reader reorders, at most; both ends rely on it. */
  public static final int WINDOW_MESSAGES = 4096;

  /** Participants that one participant keeps state of, at most. */
  public static final int PEERS_MAX = 64;

  private static final long MS = 1_000_000;

  /** Between processes of one host. */
  public static final ProtocolConfig LOOPBACK = new ProtocolConfig(
      40 * MS, 130 * MS, 3_000 * MS, 10_000 * MS, 100 * MS, 65_507, 1 << 20, 48 << 20);

  /** Between hosts. */
  public static final ProtocolConfig NETWORK = new ProtocolConfig(
      40 * MS, 130 * MS, 3_000 * MS, 10_000 * MS, 100 * MS, 1_400, 512 << 10, 48 << 20);

  public ProtocolConfig {
    if (datagramBytes < 576 || datagramBytes > Frames.DATAGRAM_BYTES_MAX) {
      throw new IllegalArgumentException("datagramBytes=" + datagramBytes + " is outside [576, "
          + Frames.DATAGRAM_BYTES_MAX + "]");
    }
    if (silenceNs < 2 * heartbeatNs) {
      throw new IllegalArgumentException(
          "silenceNs=" + silenceNs + " is less than two heartbeats of " + heartbeatNs);
    }
  }
}
