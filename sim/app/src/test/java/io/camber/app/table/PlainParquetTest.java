package io.camber.app.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** DuckDB's reader is the second implementation. */
final class PlainParquetTest {
  @TempDir
  private Path folder;

  @Test
  void anotherReaderGivesBackEveryCell() throws IOException, SQLException {
    Table table = new Table(List.of(
        new Column("whole", Column.Type.WHOLE),
        new Column("number", Column.Type.NUMBER),
        new Column("a \"text\"", Column.Type.TEXT),
        new Column("never", Column.Type.TEXT)));
    for (int i = 0; i < 1000; i++) {
      table.add(Arrays.asList(
          i % 7 == 0 ? null : Long.valueOf(-3L + (long) i * i * i * 1000),
          i % 5 == 0 ? null : Double.valueOf(Math.sqrt(i)),
          i % 3 == 0 ? null : "word " + i % 300 + " ü",
          null));
    }
    Path file = folder.resolve("t.parquet");

    PlainParquet.write(table, file);

    assertThat(read(file)).isEqualTo(table.rows());
  }

  @Test
  void aTableWithoutRowsIsAFileWithoutRows() throws IOException, SQLException {
    Path file = folder.resolve("empty.parquet");

    PlainParquet.write(new Table(List.of(new Column("x", Column.Type.TEXT))), file);

    assertThat(read(file)).isEmpty();
  }

  private static List<List<Object>> read(Path file) throws SQLException {
    List<List<Object>> rows = new ArrayList<>();
    try (var connection = DriverManager.getConnection("jdbc:duckdb:");
        var statement = connection.createStatement();
        ResultSet found = statement.executeQuery("SELECT * FROM '" + file + "'")) {
      int columns = found.getMetaData().getColumnCount();
      while (found.next()) {
        List<Object> row = new ArrayList<>();
        for (int i = 1; i <= columns; i++) {
          row.add(found.getObject(i));
        }
        rows.add(row);
      }
    }
    return rows;
  }
}
