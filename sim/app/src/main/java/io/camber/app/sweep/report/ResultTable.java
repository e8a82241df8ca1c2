package io.camber.app.sweep.report;

import io.camber.app.table.Column;
import io.camber.app.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The table of a sweep: number, scenario, seed, parameters, outcome, figures. Ordered by number; nothing in it tells how long a run took or who made it. */
public final class ResultTable {
  static final String SEED = "seed";

  private ResultTable() {}

  /**
   * The table of some runs.
   *
   * @param rows ordered by number
   * @param reference whether the drivers of reference have columns
   */
  public static Table of(List<String> parameters, List<SweepRow> rows, boolean reference) {
    SortedSet<String> metrics = new TreeSet<>();
    rows.forEach(row -> metrics.addAll(row.result().metrics().keySet()));
    List<Column> columns = new ArrayList<>(List.of(
        new Column("run", Column.Type.WHOLE),
        new Column("scenario", Column.Type.TEXT),
        new Column(SEED, Column.Type.WHOLE)));
    for (String parameter : parameters) {
      boolean numeric = rows.stream()
          .map(row -> row.run().parameters().get(parameter))
          .allMatch(value -> value == null || Numbers.isNumber(value));
      columns.add(
          new Column("param." + parameter, numeric ? Column.Type.NUMBER : Column.Type.TEXT));
    }
    columns.add(new Column("outcome", Column.Type.TEXT));
    columns.add(new Column("reason", Column.Type.TEXT));
    columns.add(new Column("hash", Column.Type.TEXT));
    if (reference) {
      for (ReferenceDriver driver : ReferenceDriver.values()) {
        columns.add(new Column(driver.column(), Column.Type.TEXT));
      }
    }
    metrics.forEach(metric -> columns.add(new Column(metric, Column.Type.NUMBER)));
    Table table = new Table(columns);
    rows.forEach(row -> table.add(cells(row, parameters, columns, metrics, reference)));
    return table;
  }

  private static List<@Nullable Object> cells(
      SweepRow row,
      List<String> parameters,
      List<Column> columns,
      SortedSet<String> metrics,
      boolean reference) {
    List<@Nullable Object> cells = new ArrayList<>();
    cells.add(row.run().index());
    cells.add(row.run().scenario().toString());
    cells.add(row.run().seed());
    for (String parameter : parameters) {
      String value = row.run().parameters().get(parameter);
      boolean numeric = columns.get(cells.size()).type() == Column.Type.NUMBER;
      cells.add(value != null && numeric ? (Object) Double.valueOf(value.strip()) : value);
    }
    cells.add(row.result().outcome().name());
    cells.add(row.result().reason());
    cells.add(row.result().hash());
    if (reference) {
      for (ReferenceDriver driver : ReferenceDriver.values()) {
        cells.add(driver.cell(row));
      }
    }
    metrics.forEach(metric -> cells.add(row.result().metrics().get(metric)));
    return cells;
  }
}
