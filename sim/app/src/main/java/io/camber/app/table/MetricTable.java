package io.camber.app.table;

import io.camber.evaluation.judgement.Judgement;
import io.camber.evaluation.judgement.Limit;
import io.camber.evaluation.judgement.Metric;
import io.camber.evaluation.judgement.TimeSeries;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Everything that was measured in one drive as rows: the figures, with {@code value} or the reason in {@code absent}, then the
 * time series, with {@code time_ns} and {@code value}.
 */
public final class MetricTable {
  private static final List<Column> COLUMNS = List.of(
      new Column("name", Column.Type.TEXT),
      new Column("time_ns", Column.Type.WHOLE),
      new Column("value", Column.Type.NUMBER),
      new Column("unit", Column.Type.TEXT),
      new Column("owner", Column.Type.TEXT),
      new Column("better", Column.Type.TEXT),
      new Column("limit", Column.Type.NUMBER),
      new Column("limit_kind", Column.Type.TEXT),
      new Column("hard", Column.Type.WHOLE),
      new Column("absent", Column.Type.TEXT));

  private MetricTable() {}

  /** The table of one judgement. */
  public static Table of(Judgement judgement) {
    Table table = new Table(COLUMNS);
    judgement.metrics().forEach(metric -> table.add(figure(metric)));
    TimeSeries series = judgement.series();
    for (String name : series.names()) {
      double[] values = series.column(name);
      for (int row = 0; row < values.length; row++) {
        if (Double.isFinite(values[row])) {
          table.add(row(name, series.timeNs(row), values[row]));
        }
      }
    }
    return table;
  }

  private static List<@Nullable Object> row(String name, long timeNs, double value) {
    return Arrays.<@Nullable Object>asList(
        name, timeNs, value, null, null, null, null, null, null, null);
  }

  private static List<@Nullable Object> figure(Metric metric) {
    @Nullable Limit limit = metric.limit().orElse(null);
    return Arrays.<@Nullable Object>asList(
        metric.name(),
        null,
        metric.value().isPresent() ? (Object) metric.value().getAsDouble() : null,
        metric.unit(),
        metric.owner().label(),
        metric.better().name().toLowerCase(Locale.ROOT),
        limit == null ? null : (Object) limit.value(),
        limit == null ? null : limit.kind() == Limit.Kind.AT_MOST ? "atMost" : "atLeast",
        limit == null ? null : (Object) (limit.hard() ? 1L : 0L),
        metric.value().isPresent() ? null : metric.absence());
  }
}
