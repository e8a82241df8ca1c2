package io.camber.bus.node;

import io.camber.bus.Health;
import io.camber.bus.HealthReport;
import io.camber.bus.HealthReport.Level;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** Passes on a health statement when it is news, or when the last one is a second old. */
final class NodeHealth implements Health {
  private static final long REPEAT_NS = 1_000_000_000L;

  private final String node;
  private final LongSupplier timeNs;
  private final Consumer<HealthReport> sink;
  private final Map<String, HealthReport> last = new TreeMap<>();

  NodeHealth(String node, LongSupplier timeNs, Consumer<HealthReport> sink) {
    this.node = node;
    this.timeNs = timeNs;
    this.sink = sink;
  }

  @Override
  public void ok(String code, String detail) {
    report(Level.OK, code, detail);
  }

  @Override
  public void warn(String code, String detail) {
    report(Level.WARN, code, detail);
  }

  @Override
  public void error(String code, String detail) {
    report(Level.ERROR, code, detail);
  }

  private void report(Level level, String code, String detail) {
    HealthReport report = new HealthReport(timeNs.getAsLong(), node, level, code, detail);
    HealthReport previous = last.get(code);
    if (previous == null
        || previous.level() != level
        || (level != Level.OK && report.timeNs() - previous.timeNs() >= REPEAT_NS)) {
      last.put(code, report);
      sink.accept(report);
    }
  }
}
