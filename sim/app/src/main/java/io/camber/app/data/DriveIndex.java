package io.camber.app.data;

import io.camber.diagnostics.InputException;
import io.camber.mcap.tool.WholeFile;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * One row a second and drive, as a Parquet file: how the run ended and was made, speed, turning, who is near, smallest time to
 * collision, weather, the place on the map, and what the checks raised. Made from {@code metrics.parquet} and {@code result.json} of
 * run folders and from logs, with or without a result.
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
    List<String> columns =
        new ArrayList<>(List.of("run", "scenario", "seed", "outcome", "setup", "second"));
    SERIES.forEach(one -> columns.add(one.substring(0, one.indexOf(':'))));
    LogColumns.ALL.stream()
        .filter(one -> !one.isMeasured())
        .forEach(one -> columns.add(one.name()));
    return columns;
  }

  /**
   * An index that was made.
   *
   * @param leftOut what could not be read, and why
   */
  public record Made(long rows, List<String> leftOut) {
    public Made {
      leftOut = List.copyOf(leftOut);
    }
  }

  /** Makes the index of all runs and logs below a folder. */
  public static Made make(Path folder, Path target) {
    List<IndexedDrive> drives = IndexedDrive.below(folder);
    List<String> leftOut = new ArrayList<>();
    try (Connection connection = open();
        WholeFile whole = WholeFile.of(target);
        Statement statement = connection.createStatement()) {
      IndexTables tables = new IndexTables(connection, SERIES);
      for (IndexedDrive drive : drives) {
        tables.add(drive).ifPresent(leftOut::add);
      }
      String place = whole.place().toString();
      statement.execute(
          "COPY (" + tables.query() + ") TO '" + quoted(place) + "' (FORMAT parquet)");
      try (ResultSet count =
          statement.executeQuery("SELECT count(*) FROM read_parquet('" + literal(place) + "')")) {
        count.next();
        if (count.getLong(1) == 0) {
          throw new InputException(folder + ": holds nothing to index; "
              + (leftOut.isEmpty() ? "no second of it is told" : leftOut.get(0)));
        }
        whole.finish();
        return new Made(count.getLong(1), leftOut);
      }
    } catch (SQLException | IOException e) {
      throw new InputException(target + ": cannot be made: " + e.getMessage(), e);
    }
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

  /** A path for a function that takes patterns: it means this file and no other. */
  static String literal(String path) {
    return quoted(path).replaceAll("[\\[*?]", "[$0]");
  }

  static String quoted(String text) {
    return text.replace("'", "''");
  }
}
