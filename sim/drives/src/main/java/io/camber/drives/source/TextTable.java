package io.camber.drives.source;

import io.camber.diagnostics.InputException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A text file of words in lines; errors name file and line. */
public final class TextTable {
  private static final long BYTES_MAX = 256L << 20;

  private final String file;
  private final List<Row> rows;

  private TextTable(String file, List<Row> rows) {
    this.file = file;
    this.rows = rows;
  }

  /** Reads lines that hold anything; words are parted by blanks or colons. */
  public static TextTable read(Path path) throws IOException {
    String file = path.toString();
    if (Files.size(path) > BYTES_MAX) {
      throw new InputException(file + ": is larger than " + BYTES_MAX + " bytes");
    }
    List<Row> rows = new ArrayList<>();
    int line = 0;
    String text = new String(Files.readAllBytes(path), StandardCharsets.UTF_8);
    for (String content : text.split("\r?\n", -1)) {
      line++;
      String trimmed = content.trim();
      if (!trimmed.isEmpty() && trimmed.charAt(0) != '#') {
        rows.add(new Row(file, line, trimmed.split("[\\s:]+", -1)));
      }
    }
    return new TextTable(file, rows);
  }

  public List<Row> rows() {
    return rows;
  }

  /** The row whose first word is one of the names. */
  public Optional<Row> findRow(String... names) {
    return rows.stream().filter(row -> List.of(names).contains(row.word(0))).findFirst();
  }

  public Row row(String... names) {
    return findRow(names)
        .orElseThrow(
            () -> new InputException(file + ": has no line " + String.join(" or ", names)));
  }

  /** One line. */
  public static final class Row {
    private final String file;
    private final int line;
    private final String[] words;

    Row(String file, int line, String[] words) {
      this.file = file;
      this.line = line;
      this.words = words;
    }

    public int size() {
      return words.length;
    }

    public String word(int i) {
      if (i >= words.length) {
        throw error("has " + words.length + " words, needs " + (i + 1));
      }
      return words[i];
    }

    /** A finite number. */
    public double number(int i) {
      String word = word(i);
      try {
        double value = Double.parseDouble(word);
        if (Double.isFinite(value)) {
          return value;
        }
      } catch (NumberFormatException e) {
        throw error("word " + (i + 1) + " '" + word + "' is not a number");
      }
      throw error("word " + (i + 1) + " '" + word + "' is not finite");
    }

    public int integer(int i) {
      double value = number(i);
      if (value != Math.rint(value) || Math.abs(value) > Integer.MAX_VALUE) {
        throw error("word " + (i + 1) + " '" + word(i) + "' is not a whole number");
      }
      return (int) value;
    }

    /** Finite numbers from word {@code from} on. */
    public double[] numbers(int from, int count) {
      double[] values = new double[count];
      for (int i = 0; i < count; i++) {
        values[i] = number(from + i);
      }
      return values;
    }

    public InputException error(String problem) {
      return InputException.at(file, line, problem);
    }
  }
}
