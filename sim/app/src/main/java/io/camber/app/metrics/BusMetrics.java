package io.camber.app.metrics;

import io.camber.app.rig.BusProbe;
import io.camber.bus.transport.Endpoint;
import io.camber.bus.transport.WireCounters;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tags;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/** What went through each end of a bus, as the ends' owners count it; read anew at every scrape. */
public final class BusMetrics implements AutoCloseable {
  /** The format of OpenMetrics. */
  public static final String OPEN_METRICS =
      "application/openmetrics-text; version=1.0.0; charset=utf-8";

  /** The older format of Prometheus, for who does not ask for the other. */
  static final String PLAIN = "text/plain; version=0.0.4; charset=utf-8";

  private static final WireCounters NOTHING = new WireCounters(0, 0, 0, 0, 0, 0);

  private final BusProbe probe;
  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final Map<End, List<Meter>> meters = new TreeMap<>();
  private Map<End, WireCounters> counters = Map.of();

  /** Takes the probe over. */
  public BusMetrics(BusProbe probe) {
    this.probe = probe;
  }

  /** The counters now, in the format of that content type. */
  public synchronized String scrape(String contentType) {
    Map<End, WireCounters> now = new TreeMap<>();
    for (Endpoint end : probe.look().endpoints()) {
      now.put(End.of(end), end.counters());
    }
    counters = now;
    meters.entrySet().removeIf(known -> {
      boolean isGone = !now.containsKey(known.getKey());
      if (isGone) {
        known.getValue().forEach(registry::remove);
      }
      return isGone;
    });
    now.keySet().forEach(end -> meters.computeIfAbsent(end, this::register));
    return registry.scrape(contentType);
  }

  private List<Meter> register(End end) {
    return List.of(
        counter(end, "messages", "messages that went through", WireCounters::messages),
        counter(end, "bytes", "bytes of payload that went through", WireCounters::bytes),
        counter(end, "lost", "messages that a subscriber missed", WireCounters::lost),
        counter(
            end,
            "refused",
            "times that a slow subscriber held a publisher up",
            WireCounters::refused),
        Gauge.builder(
                "camber.bus.largest.bytes", this, all -> all.value(end, WireCounters::bytesLargest))
            .description("bytes of the largest message so far")
            .tags(end.tags())
            .register(registry));
  }

  private Meter counter(
      End end, String what, String description, ToDoubleFunction<WireCounters> value) {
    return FunctionCounter.builder("camber.bus." + what, this, all -> all.value(end, value))
        .description(description)
        .tags(end.tags())
        .register(registry);
  }

  private double value(End end, ToDoubleFunction<WireCounters> value) {
    return value.applyAsDouble(counters.getOrDefault(end, NOTHING));
  }

  @Override
  public void close() {
    registry.close();
    probe.close();
  }

  /** An end by what a time series is called after. */
  private record End(String topic, String node, String direction) implements Comparable<End> {
    static End of(Endpoint end) {
      return new End(
          end.topic().name(), end.node(), end.direction().name().toLowerCase(Locale.ROOT));
    }

    Tags tags() {
      return Tags.of("topic", topic, "node", node, "direction", direction);
    }

    @Override
    public int compareTo(End other) {
      int byTopic = topic.compareTo(other.topic);
      int byNode = byTopic != 0 ? byTopic : node.compareTo(other.node);
      return byNode != 0 ? byNode : direction.compareTo(other.direction);
    }
  }
}
