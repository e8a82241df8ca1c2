package io.camber.app.table;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows of typed cells: {@code Long}, {@code Double}, {@code String}, or null for nothing. */
public final class Table {
  private final List<Column> columns;
  private final List<List<@Nullable Object>> rows = new ArrayList<>();

  public Table(List<Column> columns) {
    this.columns = List.copyOf(columns);
  }

  public List<Column> columns() {
    return columns;
  }

  public List<List<@Nullable Object>> rows() {
    return rows;
  }

  /** Adds a row; throws when a cell is not of its column's type. */
  public void add(List<@Nullable Object> cells) {
    if (cells.size() != columns.size()) {
      throw new IllegalArgumentException(
          "cells=" + cells.size() + " for " + columns.size() + " columns");
    }
    for (int i = 0; i < cells.size(); i++) {
      Object cell = cells.get(i);
      boolean fits = cell == null
          || switch (columns.get(i).type()) {
            case WHOLE -> cell instanceof Long;
            case NUMBER -> cell instanceof Double;
            case TEXT -> cell instanceof String;
          };
      if (!fits) {
        throw new IllegalArgumentException(columns.get(i) + " cannot hold " + cell);
      }
    }
    rows.add(new ArrayList<>(cells));
  }
}
