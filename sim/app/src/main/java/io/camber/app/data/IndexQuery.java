package io.camber.app.data;

import io.camber.diagnostics.InputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Asks an index. */
public final class IndexQuery {
  /** As many rows as people look at. */
  public static final int ROWS_MAX = 1000;

  private final Path index;

  public IndexQuery(Path index) {
    if (!Files.exists(index)) {
      throw new InputException(index + ": no such index; camber data index RUNS makes one");
    }
    this.index = index;
  }

  /**
   * An answer.
   *
   * @param rows as texts, the names of the columns first
   * @param isCut whether there are more than were asked for
   */
  public record Answer(List<List<String>> rows, boolean isCut) {
    public Answer {
      rows = List.copyOf(rows);
    }
  }

  /** At most so many rows, the names of the columns not counted. The table is called {@code seconds}. */
  public Answer sql(String query, int rowsMax) {
    try (Connection connection = DriveIndex.open();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE VIEW seconds AS SELECT * FROM read_parquet('"
          + DriveIndex.literal(index.toString()) + "')");
      try (ResultSet found = statement.executeQuery(query)) {
        return rows(found, rowsMax);
      }
    } catch (SQLException e) {
      String reason = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
      throw new InputException(
          "the question cannot be answered: " + reason + "\n  the table is seconds, with "
              + String.join(", ", DriveIndex.columns()),
          e);
    }
  }

  /** Stretches of consecutive seconds that meet a condition. */
  public List<Stretch> find(String words) {
    List<List<String>> rows = sql(
            "SELECT run, second FROM seconds WHERE " + Words.toSql(words) + " ORDER BY run, second",
            Integer.MAX_VALUE)
        .rows();
    List<Stretch> stretches = new ArrayList<>();
    for (List<String> row : rows.subList(1, rows.size())) {
      int second = Integer.parseInt(row.get(1));
      int last = stretches.size() - 1;
      if (last >= 0
          && stretches.get(last).run().equals(row.get(0))
          && stretches.get(last).toS() >= second - 1) {
        stretches.set(last, new Stretch(row.get(0), stretches.get(last).fromS(), second));
      } else {
        stretches.add(new Stretch(row.get(0), second, second));
      }
    }
    return stretches;
  }

  /** Whole seconds of one run, both included. */
  public record Stretch(String run, int fromS, int toS) {}

  private static Answer rows(ResultSet found, int rowsMax) throws SQLException {
    ResultSetMetaData about = found.getMetaData();
    List<List<String>> rows = new ArrayList<>();
    List<String> names = new ArrayList<>();
    for (int i = 1; i <= about.getColumnCount(); i++) {
      names.add(about.getColumnLabel(i));
    }
    rows.add(names);
    boolean isMore = found.next();
    while (isMore && rows.size() - 1 < rowsMax) {
      List<String> row = new ArrayList<>();
      for (int i = 1; i <= names.size(); i++) {
        Object cell = found.getObject(i);
        row.add(cell == null ? "" : cell.toString());
      }
      rows.add(row);
      isMore = found.next();
    }
    return new Answer(rows, isMore);
  }
}
