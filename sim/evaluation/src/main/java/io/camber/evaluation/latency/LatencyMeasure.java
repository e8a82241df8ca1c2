package io.camber.evaluation.latency;

import io.camber.bus.Envelope;
import io.camber.bus.Origin;
import io.camber.evaluation.judgement.Findings;
import io.camber.evaluation.judgement.Metric;
import io.camber.evaluation.judgement.Owner;
import io.camber.evaluation.judgement.TimeSeries;
import io.camber.evaluation.situation.Measure;
import io.camber.evaluation.situation.Situation;
import io.camber.evaluation.statistics.Samples;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Sensor-to-actuation age: at each actuation, how long ago each sensor measured what the command was made from, along the
 * origins that travel with every message. Never a sum of what nodes say about themselves.
 *
 * <p>The way is split backwards: from the actuation to the newest message of the topic before it that carries the same
 * sample, and so on to the sensor. The legs therefore add up to the age exactly.
 */
public final class LatencyMeasure implements Measure {
  private static final String SENSOR_PREFIX = "/sensor/";
  private static final String CALIBRATION_SUFFIX = "/calibration";

  private final List<String> chain;
  private final Map<String, MessageLog> logs = new LinkedHashMap<>();
  private final SortedMap<String, Samples> ages = new TreeMap<>();
  private final SortedMap<String, LegSums> legs = new TreeMap<>();
  private final SortedMap<String, Double> newest = new TreeMap<>();

  /** Sums of leg durations: that which ends at the sensor first, then in order of the chain. */
  private static final class LegSums {
    private final double[] seconds;
    private int count;

    LegSums(int legs) {
      seconds = new double[legs];
    }

    /** Adds the leg that ends at that place of the chain, the sensor's being -1. */
    void add(int place, long durationNs) {
      seconds[place + 1] += durationNs * 1e-9;
    }
  }

  /** @param chain topics of the processing chain in order of flow, without sensors, the actuation last */
  public LatencyMeasure(List<String> chain) {
    this.chain = List.copyOf(chain);
    this.chain.forEach(topic -> logs.put(topic, new MessageLog()));
  }

  /** Notes a message of any topic; sensor messages must come too for the split to be complete. */
  public void note(Envelope envelope) {
    logs.computeIfAbsent(envelope.topic(), topic -> new MessageLog()).add(envelope);
  }

  /** Takes in an actuation, after {@link #note}. */
  public void actuated(Envelope actuation) {
    for (Origin origin : actuation.origins().list()) {
      if (isSensor(origin)) {
        double age = (actuation.publishTimeNs() - origin.measurementTimeNs()) * 1e-9;
        ages.computeIfAbsent(origin.sensorId(), id -> new Samples()).add(age);
        newest.put(origin.sensorId(), age);
        split(actuation, origin);
      }
    }
  }

  /** Legs from one sensor to the actuators; their means add up to the mean age. */
  public List<Hop> hops(String sensorId) {
    LegSums sums = legs.get(sensorId);
    List<Hop> hops = new ArrayList<>();
    if (sums != null) {
      hops.add(new Hop(sensorId, sums.seconds[0] / sums.count));
      for (int i = 0; i < chain.size(); i++) {
        hops.add(new Hop(chain.get(i), sums.seconds[i + 1] / sums.count));
      }
    }
    return hops;
  }

  /** Mean age at actuation of one sensor's samples. */
  public OptionalDouble meanAgeS(String sensorId) {
    Samples samples = ages.get(sensorId);
    return samples == null ? OptionalDouble.empty() : OptionalDouble.of(samples.mean());
  }

  /** Sensors whose samples reached the actuators. */
  public List<String> sensors() {
    return List.copyOf(ages.keySet());
  }

  @Override
  public void update(Situation situation, TimeSeries series) {
    newest.forEach((sensor, age) -> series.put("age" + sensor, age));
  }

  @Override
  public void report(Findings findings) {
    ages.forEach((sensor, samples) -> {
      String name = "latency." + sensor.substring(SENSOR_PREFIX.length()).replace('/', '.');
      add(findings, name + ".p50", samples.quantile(0.50));
      add(findings, name + ".p95", samples.quantile(0.95));
      add(findings, name + ".p99", samples.quantile(0.99));
      add(findings, name + ".max", samples.max());
      add(findings, name + ".jitter", samples.quantile(0.99) - samples.quantile(0.50));
    });
  }

  private static void add(Findings findings, String name, double value) {
    findings.add(Metric.free(name, value, "s", Owner.SYSTEM, Metric.Better.LOWER));
  }

  private static boolean isSensor(Origin origin) {
    return origin.sensorId().startsWith(SENSOR_PREFIX)
        && !origin.sensorId().endsWith(CALIBRATION_SUFFIX);
  }

  /** Walks back along the chain; topics that did not carry the sample are passed over. */
  private void split(Envelope actuation, Origin origin) {
    LegSums sums =
        legs.computeIfAbsent(origin.sensorId(), id -> new LegSums(chain.size() + 1));
    sums.count++;
    int place = chain.size() - 1;
    long until = actuation.publishTimeNs();
    for (int i = chain.size() - 2; i >= -1; i--) {
      MessageLog log = logs.get(i >= 0 ? chain.get(i) : origin.sensorId());
      Envelope before = log == null ? null : log.newest(origin, until);
      if (before != null) {
        sums.add(place, until - before.publishTimeNs());
        place = i;
        until = before.publishTimeNs();
      }
    }
    sums.add(place, until - origin.measurementTimeNs());
  }
}
