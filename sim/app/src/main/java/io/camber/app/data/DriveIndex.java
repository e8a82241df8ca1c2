package io.camber.app.data;

import io.camber.app.simulation.RunFolder;
import io.camber.diagnostics.InputException;
import io.camber.mcap.tool.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * One row a second and run, as a Parquet file: speed, turning, distances to the nearest of each class, smallest time to collision,
 * junction, and how the run ended. Made from {@code metrics.parquet} and {@code result.json} of run folders.
 */
public final class DriveIndex {
  public static final String FILE = "index.parquet";

  /** Columns that come from time series: name, series, how a second is summed up. */
  private static final List<String> SERIES = List.of(
      "speed:speed:avg",
      "accel_min:accel:min",
      "yaw_rate:yawRate:avg",
      "lateral_accel_max:lateralAccel:max",
      "ttc_min:ttc:min",
      "time_gap_min:timeGap:min",
      "clearance_min:clearance:min",
      "in_junction:inJunction:max",
      "nearest_car:nearest.car:min",
      "nearest_truck:nearest.truck:min",
      "nearest_bus:nearest.bus:min",
      "nearest_motorcycle:nearest.motorcycle:min",
      "nearest_bicycle:nearest.bicycle:min",
      "nearest_pedestrian:nearest.pedestrian:min");

  private DriveIndex() {}

  /** Names of the columns, in their order. */
  public static List<String> columns() {
    List<String> columns = new ArrayList<>(List.of("run", "scenario", "seed", "outcome", "second"));
    SERIES.forEach(one -> columns.add(one.substring(0, one.indexOf(':'))));
    return columns;
  }

  /** Makes the index of all runs below a folder; returns how many rows it has. */
  public static long make(Path folder, Path target) {
    List<Path> runs = runs(folder);
    if (runs.isEmpty()) {
      throw new InputException(folder + ": holds no run with " + RunFolder.METRICS
          + "; runs of older builds get it by camber eval --update");
    }
    try (Connection connection = open();
        WholeFile whole = WholeFile.of(target);
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE runs (run VARCHAR, file VARCHAR, result VARCHAR)");
      try (var insert = connection.prepareStatement("INSERT INTO runs VALUES (?, ?, ?)")) {
        for (Path run : runs) {
          insert.setString(1, run.toString());
          insert.setString(2, run.resolve(RunFolder.METRICS).toString());
          insert.setString(3, Files.readString(run.resolve(RunFolder.RESULT)));
          insert.addBatch();
        }
        insert.executeBatch();
      }
      String place = quoted(whole.place().toString());
      statement.execute("COPY (" + query(runs) + ") TO '" + place + "' (FORMAT parquet)");
      try (ResultSet count =
          statement.executeQuery("SELECT count(*) FROM read_parquet('" + place + "')")) {
        count.next();
        whole.finish();
        return count.getLong(1);
      }
    } catch (SQLException | IOException e) {
      requireReadable(runs);
      throw new InputException(target + ": cannot be made: " + e.getMessage(), e);
    }
  }

  private static String query(List<Path> runs) {
    StringBuilder files = new StringBuilder();
    runs.forEach(run -> files
        .append(files.length() == 0 ? "'" : ", '")
        .append(named(run.resolve(RunFolder.METRICS)))
        .append('\''));
    StringBuilder columns = new StringBuilder();
    StringBuilder names = new StringBuilder();
    for (String one : SERIES) {
      String[] parts = one.split(":", -1);
      columns
          .append(", ")
          .append(parts[2])
          .append("(value) FILTER (name = '")
          .append(parts[1])
          .append("') AS ")
          .append(parts[0]);
      names.append(names.length() == 0 ? "'" : ", '").append(parts[1]).append('\'');
    }
    return "SELECT r.run AS run, json_extract_string(r.result, '$.scenario') AS scenario,"
        + " CAST(json_extract_string(r.result, '$.seed') AS BIGINT) AS seed,"
        + " json_extract_string(r.result, '$.outcome') AS outcome, s.* EXCLUDE (filename)"
        + " FROM runs r JOIN (SELECT filename, CAST(time_ns // 1000000000 AS INTEGER) AS second"
        + columns
        + " FROM read_parquet([" + files
        + "], filename = true) WHERE time_ns IS NOT NULL AND name IN ("
        + names
        + ") GROUP BY filename, second) s ON s.filename = r.file ORDER BY run, second";
  }

  private static List<Path> runs(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw new InputException(folder
          + (Files.exists(folder) ? ": is a file; name a folder of runs" : ": no such folder"));
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.endsWith(RunFolder.METRICS))
          .filter(file -> Files.exists(file.resolveSibling(RunFolder.RESULT)))
          .map(file -> file.resolveSibling("").normalize())
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new InputException(folder + ": cannot be read: " + e.getMessage(), e);
    }
  }

  /** One file that is none fails the whole index, and DuckDB's message does not say which. */
  private static void requireReadable(List<Path> runs) {
    try (Connection connection = open();
        Statement statement = connection.createStatement()) {
      for (Path run : runs) {
        requireReadable(statement, run.resolve(RunFolder.METRICS));
      }
    } catch (SQLException e) {
      throw new InputException("the index cannot be made: " + e.getMessage(), e);
    }
  }

  private static void requireReadable(Statement statement, Path file) {
    try (ResultSet rows =
        statement.executeQuery("SELECT 1 FROM read_parquet('" + named(file) + "') LIMIT 1")) {
      rows.next();
    } catch (SQLException e) {
      throw new InputException(
          file + ": is no Parquet file; camber eval --update " + file.resolveSibling("")
              + " makes it anew from its log",
          e);
    }
  }

  /** A file's name in SQL that means this file alone: DuckDB takes stars, question marks and brackets for patterns. */
  private static String named(Path file) {
    return quoted(file.toString()).replaceAll("[\\[*?]", "[$0]");
  }

  static Connection open() throws SQLException {
    try {
      return DriverManager.getConnection("jdbc:duckdb:");
    } catch (UnsatisfiedLinkError e) {
      throw new InputException(
          "the index needs DuckDB's native library, which does not load here (" + e.getMessage()
              + ")",
          e);
    }
  }

  static String quoted(String text) {
    return text.replace("'", "''");
  }
}
