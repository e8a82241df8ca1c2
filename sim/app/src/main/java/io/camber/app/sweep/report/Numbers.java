package io.camber.app.sweep.report;

/** Texts that may be numbers. */
final class Numbers {
  private Numbers() {}

  static boolean isNumber(String text) {
    try {
      return Double.isFinite(Double.parseDouble(text.strip()))
          && !text.strip().matches(".*[dDfFxX].*");
    } catch (NumberFormatException e) {
      return false;
    }
  }
}
