package io.camber.app.table;

import io.camber.diagnostics.InputException;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/** Writes tables as Parquet files with DuckDB. The same table gives the same bytes. */
public final class ParquetFile {
  private ParquetFile() {}

  public static void write(Table table, Path file) throws IOException {
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      // one thread: the order of row groups must not depend on the machine
      statement.execute("SET threads = 1");
      statement.execute(definition(table));
      append(connection.unwrap(DuckDBConnection.class), table);
      statement.execute("COPY t TO '" + file.toString().replace("'", "''")
          + "' (FORMAT parquet, COMPRESSION zstd)");
    } catch (LinkageError e) {
      throw new InputException(
          "Parquet needs DuckDB's native library, which does not load here (" + e.getMessage()
              + "); results.csv holds the same table",
          e);
    } catch (SQLException e) {
      throw new IOException(file + ": " + e.getMessage(), e);
    }
  }

  private static String definition(Table table) {
    StringBuilder sql = new StringBuilder("CREATE TABLE t (");
    for (Column column : table.columns()) {
      sql.append(sql.charAt(sql.length() - 1) == '(' ? "" : ", ")
          .append('"')
          .append(column.name().replace("\"", "\"\""))
          .append("\" ")
          .append(
              switch (column.type()) {
                case WHOLE -> "BIGINT";
                case NUMBER -> "DOUBLE";
                case TEXT -> "VARCHAR";
              });
    }
    return sql.append(')').toString();
  }

  private static void append(DuckDBConnection connection, Table table) throws SQLException {
    try (DuckDBAppender appender = connection.createAppender("main", "t")) {
      for (List<@Nullable Object> row : table.rows()) {
        appender.beginRow();
        for (Object cell : row) {
          append(appender, cell);
        }
        appender.endRow();
      }
    }
  }

  private static void append(DuckDBAppender appender, @Nullable Object cell) throws SQLException {
    if (cell instanceof Long whole) {
      appender.append(whole.longValue());
    } else if (cell instanceof Double number) {
      appender.append(number.doubleValue());
    } else if (cell instanceof String text) {
      appender.append(text);
    } else {
      appender.appendNull();
    }
  }
}
