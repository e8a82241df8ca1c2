package io.camber.app.table;

import java.io.BufferedWriter;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes tables as comma-separated values (RFC 4180, line feeds alone). The same table gives the same bytes everywhere. */
public final class CsvFile {
  /** Digits of a number: more than any measurement deserves, and free of how a Java version prints doubles. */
  private static final MathContext DIGITS = new MathContext(12);

  private CsvFile() {}

  public static void write(Table table, Path file) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      for (int i = 0; i < table.columns().size(); i++) {
        out.append(i == 0 ? "" : ",").append(quoted(table.columns().get(i).name()));
      }
      out.append('\n');
      for (List<@Nullable Object> row : table.rows()) {
        for (int i = 0; i < row.size(); i++) {
          out.append(i == 0 ? "" : ",").append(text(row.get(i)));
        }
        out.append('\n');
      }
    }
  }

  private static String text(@Nullable Object cell) {
    if (cell == null) {
      return "";
    }
    return cell instanceof Double number ? number(number) : quoted(cell.toString());
  }

  /** A number in at most twelve digits. */
  public static String number(double value) {
    if (!Double.isFinite(value)) {
      return "";
    }
    BigDecimal decimal = new BigDecimal(value).round(DIGITS);
    return decimal.signum() == 0 ? "0" : decimal.stripTrailingZeros().toPlainString();
  }

  private static String quoted(String text) {
    boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
  }
}
