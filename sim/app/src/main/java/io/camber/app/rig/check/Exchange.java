package io.camber.app.rig.check;

/**
 * One question and its answer, with the clock of each side at both.
 *
 * @param askedNs question leaves, by the asker's clock
 * @param heardNs question arrives, by the answerer's clock
 * @param answeredNs answer leaves, by the answerer's clock
 * @param returnedNs answer arrives, by the asker's clock
 */
record Exchange(long askedNs, long heardNs, long answeredNs, long returnedNs) {
  /** Time on the way, both ways together. */
  long roundTripNs() {
    return returnedNs - askedNs - (answeredNs - heardNs);
  }

  /**
   * By how much the answerer's clock is ahead, if both ways took equally long (RFC 5905, section 8); wrong by at most half
   * the round trip.
   */
  long offsetNs() {
    return (heardNs - askedNs) / 2 + (answeredNs - returnedNs) / 2;
  }
}
