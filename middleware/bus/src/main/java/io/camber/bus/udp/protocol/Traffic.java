package io.camber.bus.udp.protocol;

/**
 * What a participant saw on its wire, as counts. A datagram is counted once, under the first thing wrong with it.
 */
public final class Traffic {
  private long sent;
  private long received;
  private long accepted;
  private long foreign;
  private long unauthentic;
  private long replayed;
  private long strangers;
  private long malformed;
  private long repairsAsked;
  private long repairsSent;
  private long fragmentsTwice;

  void countSent() {
    sent++;
  }

  void countReceived() {
    received++;
  }

  void countAccepted() {
    accepted++;
  }

  void countForeign() {
    foreign++;
  }

  void countUnauthentic() {
    unauthentic++;
  }

  void countReplayed() {
    replayed++;
  }

  void countStranger() {
    strangers++;
  }

  void countMalformed() {
    malformed++;
  }

  void countRepairAsked() {
    repairsAsked++;
  }

  void countRepairSent() {
    repairsSent++;
  }

  void countFragmentTwice() {
    fragmentsTwice++;
  }

  /** Copies the counts. */
  public Snapshot snapshot() {
    return new Snapshot(
        sent,
        received,
        accepted,
        foreign,
        unauthentic,
        replayed,
        strangers,
        malformed,
        repairsAsked,
        repairsSent,
        fragmentsTwice);
  }

  /**
   * The counts at one time.
   *
   * @param foreign datagrams of something else: wrong magic, version, protection, length
   * @param unauthentic datagrams whose seal is broken
   * @param replayed authentic datagrams seen before, or too old to tell
   * @param strangers datagrams of participants that did not prove to be present
   * @param malformed authentic datagrams that say what no honest peer says
   * @param repairsAsked NAK datagrams sent
   * @param repairsSent fragments sent again
   * @param fragmentsTwice fragments that arrived again
   */
  public record Snapshot(
      long sent,
      long received,
      long accepted,
      long foreign,
      long unauthentic,
      long replayed,
      long strangers,
      long malformed,
      long repairsAsked,
      long repairsSent,
      long fragmentsTwice) {}
}
