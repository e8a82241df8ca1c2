package io.camber.app.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableFilesTest {
  @TempDir
  Path folder;

  private static Table table() {
    Table table = new Table(List.of(
        new Column("run", Column.Type.WHOLE),
        new Column("x", Column.Type.NUMBER),
        new Column("a \"name\"", Column.Type.TEXT)));
    table.add(Arrays.asList(1L, 0.1 + 0.2, "plain"));
    table.add(Arrays.asList(2L, null, "with, comma and \"quotes\""));
    table.add(Arrays.asList(3L, -1e-9, null));
    return table;
  }

  @Test
  void writesCsvAsRfc4180Wants() throws IOException {
    Path file = folder.resolve("t.csv");

    CsvFile.write(table(), file);

    assertThat(Files.readString(file)).isEqualTo("""
        run,x,"a ""name""\"
        1,0.3,plain
        2,,"with, comma and ""quotes""\"
        3,-0.000000001,
        """);
  }

  @Test
  void parquetGivesBackEveryCell() throws IOException, SQLException {
    Path file = folder.resolve("it's.parquet");

    ParquetFile.write(table(), file);

    List<List<Object>> rows = new ArrayList<>();
    try (var connection = DriverManager.getConnection("jdbc:duckdb:");
        var statement = connection.createStatement();
        ResultSet found = statement.executeQuery(
            "SELECT * FROM '" + file.toString().replace("'", "''") + "' ORDER BY run")) {
      assertThat(found.getMetaData().getColumnName(3)).isEqualTo("a \"name\"");
      while (found.next()) {
        rows.add(Arrays.asList(found.getObject(1), found.getObject(2), found.getObject(3)));
      }
    }
    assertThat(rows)
        .containsExactly(
            Arrays.asList(1L, 0.1 + 0.2, "plain"),
            Arrays.asList(2L, null, "with, comma and \"quotes\""),
            Arrays.asList(3L, -1e-9, null));
  }

  @Test
  void parquetOfTheSameTableHasTheSameBytes() throws IOException {
    ParquetFile.write(table(), folder.resolve("a.parquet"));
    ParquetFile.write(table(), folder.resolve("b.parquet"));

    assertThat(folder.resolve("a.parquet")).hasSameBinaryContentAs(folder.resolve("b.parquet"));
  }

  @Test
  void refusesACellOfAnotherType() {
    assertThatThrownBy(() -> table().add(Arrays.asList("1", 0.0, "")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("run");
  }
}
