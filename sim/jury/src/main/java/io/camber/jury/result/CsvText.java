package io.camber.jury.result;

import java.util.ArrayList;
import java.util.List;

/** Reads comma-separated values (RFC 4180). */
final class CsvText {
  private CsvText() {}

  static List<List<String>> parse(String text) {
    List<List<String>> rows = new ArrayList<>();
    List<String> row = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quoted && c == '"') {
        boolean doubled = i + 1 < text.length() && text.charAt(i + 1) == '"';
        if (doubled) {
          cell.append('"');
          i++;
        } else {
          quoted = false;
        }
      } else if (quoted || (c != '"' && c != ',' && c != '\n' && c != '\r')) {
        cell.append(c);
      } else if (c == '"') {
        quoted = true;
      } else if (c != '\r') {
        row.add(cell.toString());
        cell.setLength(0);
        if (c == '\n') {
          rows.add(row);
          row = new ArrayList<>();
        }
      }
    }
    if (cell.length() > 0 || !row.isEmpty()) {
      row.add(cell.toString());
      rows.add(row);
    }
    return rows;
  }
}
