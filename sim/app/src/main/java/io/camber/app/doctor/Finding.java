package io.camber.app.doctor;

/**
 * One thing that was looked at.
 *
 * @param check the subject, such as {@code bus} or {@code sockets}
 * @param fix what to do about it; empty when nothing needs to be done
 */
public record Finding(String check, State state, String text, String fix) {
  /** How bad. */
  public enum State {
    /** As it should be. */
    OK,
    /** Works, but slower, or with less room than it could. */
    WARN,
    /** A run would break. */
    FAIL
  }

  static Finding ok(String check, String text) {
    return new Finding(check, State.OK, text, "");
  }

  static Finding warn(String check, String text, String fix) {
    return new Finding(check, State.WARN, text, fix);
  }

  static Finding fail(String check, String text, String fix) {
    return new Finding(check, State.FAIL, text, fix);
  }
}
