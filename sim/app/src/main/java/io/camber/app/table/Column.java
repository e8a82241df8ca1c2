package io.camber.app.table;

/** A column's name and type. */
public record Column(String name, Type type) {
  /** What a cell may hold, or nothing. */
  public enum Type {
    WHOLE,
    NUMBER,
    TEXT
  }
}
