package io.camber.evaluation.judgement;

/**
 * A moment of a drive worth looking at.
 *
 * @param kind short and stable, such as {@code collision}, {@code off-road}, {@code T3}, {@code scenario}
 * @param detail for people
 */
public record KeyEvent(long timeNs, Severity severity, String kind, String detail) {
  /** What the event means for the verdict. */
  public enum Severity {
    /** The drive took note. */
    INFO,
    /** Worth a look, no reason to fail. */
    WARNING,
    /** Fails the drive. */
    HARD
  }
}
