package io.camber.bus.udp.protocol;

/** How far a stream of messages has come at its reader. */
final class Progress {
  /** Next message to be handed over. */
  long expected;

  /** Furthest message of which something arrived, and how far within it. */
  private long highSequence;

  private int highOffset;

  /** Next message that the writer has not published yet, as far as is known. */
  long knownNext;

  void start(long sequence) {
    expected = sequence;
    highSequence = sequence;
    highOffset = 0;
  }

  void onFragment(Fragment fragment) {
    if (fragment.sequence > highSequence) {
      highSequence = fragment.sequence;
      highOffset = fragment.end();
    } else if (fragment.sequence == highSequence) {
      highOffset = Math.max(highOffset, fragment.end());
    }
    knownNext = Math.max(knownNext, fragment.sequence + 1);
  }

  void skipTo(long sequence) {
    expected = sequence;
    if (sequence > highSequence) {
      highSequence = sequence;
      highOffset = 0;
    }
  }

  long highSequence() {
    return Math.max(highSequence, expected);
  }

  int highOffset() {
    return highSequence >= expected ? highOffset : 0;
  }

  /** Furthest message of which something arrived; behind the expected one when all that arrived is complete. */
  long furthest() {
    return highSequence;
  }

  /** Whether something arrived of a message behind the expected one. */
  boolean isBeyondExpected() {
    return expected < highSequence;
  }
}
