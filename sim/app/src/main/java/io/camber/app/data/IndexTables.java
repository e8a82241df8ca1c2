package io.camber.app.data;

import io.camber.diagnostics.InputException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The seconds of all drives in two tables, one from metrics and one from logs, and what joins them. */
final class IndexTables {
  private final Connection connection;
  private final List<String> series;

  /** @param series names, series and how a second is summed up, joined by colons */
  IndexTables(Connection connection, List<String> series) throws SQLException {
    this.connection = connection;
    this.series = series;
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          "CREATE TABLE runs (run VARCHAR, scenario VARCHAR, seed BIGINT, outcome VARCHAR, setup VARCHAR)");
      statement.execute("CREATE TABLE metrics (run VARCHAR, second INTEGER"
          + series.stream().map(one -> ", " + name(one) + " DOUBLE").collect(Collectors.joining())
          + ")");
      statement.execute("CREATE TABLE logs (run VARCHAR, second INTEGER"
          + LogColumns.ALL.stream()
              .map(one -> ", " + one.name() + " " + one.type())
              .collect(Collectors.joining())
          + ")");
    }
  }

  private static String name(String one) {
    return one.substring(0, one.indexOf(':'));
  }

  /** Takes in a drive; the reason when it cannot be read, and then nothing of it is kept. */
  Optional<String> add(IndexedDrive drive) throws SQLException {
    String run = drive.place().toString();
    try {
      IndexedDrive.Facts facts = drive.facts();
      Optional<Path> log = drive.log();
      SortedMap<Integer, LogSeconds.Second> seconds =
          log.isPresent() ? LogSeconds.of(log.get()) : new TreeMap<>();
      if (drive.isRun() && drive.metrics().isPresent()) {
        addMetrics(run, drive.metrics().get());
      }
      addLog(run, seconds);
      try (PreparedStatement insert =
          connection.prepareStatement("INSERT INTO runs VALUES (?, ?, ?, ?, ?)")) {
        set(insert, 1, run, facts.scenario(), facts.seed(), facts.outcome(), facts.setup());
        insert.execute();
      }
      return Optional.empty();
    } catch (InputException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }

  private void addMetrics(String run, Path file) {
    StringBuilder columns = new StringBuilder();
    StringBuilder names = new StringBuilder();
    for (String one : series) {
      String[] parts = one.split(":", -1);
      columns
          .append(", ")
          .append(parts[2])
          .append("(value) FILTER (name = '")
          .append(parts[1])
          .append("')");
      names.append(names.length() == 0 ? "'" : ", '").append(parts[1]).append('\'');
    }
    String query = "INSERT INTO metrics SELECT ?, CAST(time_ns // 1000000000 AS INTEGER)" + columns
        + " FROM read_parquet('" + DriveIndex.literal(file.toString())
        + "') WHERE time_ns IS NOT NULL AND name IN (" + names + ") GROUP BY 2";
    try (PreparedStatement insert = connection.prepareStatement(query)) {
      set(insert, 1, run);
      insert.execute();
    } catch (SQLException e) {
      String reason = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
      throw new InputException(
          file + ": cannot be read (" + reason + "); camber eval --update writes it anew", e);
    }
  }

  private void addLog(String run, SortedMap<Integer, LogSeconds.Second> seconds)
      throws SQLException {
    String marks = ", ?".repeat(LogColumns.ALL.size());
    try (PreparedStatement insert =
        connection.prepareStatement("INSERT INTO logs VALUES (?, ?" + marks + ")")) {
      for (Map.Entry<Integer, LogSeconds.Second> one : seconds.entrySet()) {
        set(insert, 1, run, one.getKey());
        set(insert, 3, one.getValue().values().toArray());
        insert.addBatch();
      }
      if (!seconds.isEmpty()) {
        insert.executeBatch();
      }
    }
  }

  private static void set(PreparedStatement statement, int first, @Nullable Object... values)
      throws SQLException {
    for (int i = 0; i < values.length; i++) {
      statement.setObject(first + i, values[i]);
    }
  }

  /** Every second that either table tells of. */
  String query() {
    StringBuilder columns = new StringBuilder();
    for (String one : series) {
      String name = name(one);
      boolean isBoth = LogColumns.ALL.stream()
          .anyMatch(column -> column.isMeasured() && column.name().equals(name));
      columns
          .append(
              isBoth ? ", COALESCE(m." + name + ", l." + name + ") AS " : ", m." + name + " AS ")
          .append(name);
    }
    LogColumns.ALL.stream()
        .filter(one -> !one.isMeasured())
        .forEach(one -> columns.append(", l.").append(one.name()));
    return "SELECT r.run, r.scenario, r.seed, r.outcome, r.setup, s.second" + columns
        + " FROM (SELECT run, second FROM metrics UNION SELECT run, second FROM logs) s"
        + " JOIN runs r ON r.run = s.run"
        + " LEFT JOIN metrics m ON m.run = s.run AND m.second = s.second"
        + " LEFT JOIN logs l ON l.run = s.run AND l.second = s.second"
        + " ORDER BY r.run, s.second";
  }
}
