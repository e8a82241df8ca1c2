package io.camber.jury.result;

/** Names of scenarios, wherever their files lie. */
final class Scenarios {
  private static final String ENDING = ".xosc";

  private Scenarios() {}

  /** The file's name without folder and ending. */
  static String nameOf(String file) {
    String name = file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
    return name.endsWith(ENDING) ? name.substring(0, name.length() - ENDING.length()) : name;
  }
}
