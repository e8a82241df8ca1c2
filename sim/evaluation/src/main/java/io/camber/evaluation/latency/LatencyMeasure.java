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
import io.camber.messages.Topics;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Sensor-to-actuation age (METRICS E2E-1 to E2E-3): at each actuation, how long ago each sensor measured what the command was
 * made from, along the origins that travel with every message, for the newest and the oldest sample of each. Never a sum of
 * what nodes say about themselves.
 *
 * <p>The way of the newest is split backwards: from the actuation to the newest message of the topic before it that carries the same
 * sample, and so on to the sensor. The legs therefore add up to the age exactly. On the logical clock a message is there when it is
 * published, so transport and publishing take no time; of a leg the declared time of the node is computing and the rest is waiting.
 */
public final class LatencyMeasure implements Measure {
  private static final String SENSOR_PREFIX = "/sensor/";
  private static final String CALIBRATION_SUFFIX = "/calibration";
  private static final String HOP = "latency.hop.";

  /** For people who look at a waterfall. */
  public static final String HOW_TO_READ =
      "Means along the origins of each command. Pale: waiting for the next call of the node, or held until something newer came; full:"
          + " computing, as declared, and the exposure. Transport and publishing take no time on the logical clock; on the wall clock a leg is whole.";

  /** Sensors whose legs are figures, by what their topics hold. */
  private static final List<String> SPLIT = List.of("lidar", "camera", "imu");

  /** The processing chain of the shipped stack in order of flow. */
  public static final List<String> STACK = List.of(
      Topics.DETECTIONS.name(),
      Topics.TRACKS.name(),
      Topics.SIGNALS.name(),
      Topics.EGO_POSE.name(),
      Topics.FUTURES.name(),
      Topics.PLAN.name(),
      Topics.CONTROL_COMMAND.name(),
      Topics.ACTUATION.name());

  private final List<String> chain;
  private final Map<String, Long> computeNs;
  private final List<MessageLog> chainLogs;
  private final Map<String, MessageLog> logs = new LinkedHashMap<>();
  private final Map<String, Sensed> sensors = new LinkedHashMap<>();

  /** What a log of so many messages told about a sample. */
  private static final class Answer {
    private @Nullable Origin origin;
    private @Nullable Envelope envelope;
    private long count = -1;
  }

  /** What one sensor's samples have come to; of legs that which ends at the sensor first, then in order of the chain. */
  private static final class Sensed {
    private final String column;
    private final MessageLog log;
    private final String oldestColumn;
    private final Samples ages = new Samples();
    private final Samples oldestAges = new Samples();
    private final double[] legsS;
    private final double[] computeS;
    private final Answer[] answers;
    private double newestS;
    private double oldestS;

    Sensed(String sensorId, MessageLog log, int legs) {
      column = "age" + sensorId;
      oldestColumn = "oldestAge" + sensorId;
      this.log = log;
      legsS = new double[legs];
      computeS = new double[legs];
      answers = Stream.generate(Answer::new).limit(legs).toArray(Answer[]::new);
    }

    /** As the log tells; while it has nothing new and the sample is the same, as it told before. */
    @Nullable
    Envelope newest(int leg, MessageLog log, Origin origin, int place, long untilNs) {
      if (!log.isWhollyBy(untilNs)) {
        return log.newest(origin, place, untilNs);
      }
      Answer answer = answers[leg];
      if (answer.count != log.count() || !origin.equals(answer.origin)) {
        answer.envelope = log.newest(origin, place, untilNs);
        answer.origin = origin;
        answer.count = log.count();
      }
      return answer.envelope;
    }

    void addAges(double newest, double oldest) {
      ages.add(newest);
      newestS = newest;
      oldestAges.add(oldest);
      oldestS = oldest;
    }

    /** Adds the leg that ends at that place of the chain, the sensor's being -1. */
    void addLeg(int place, long durationNs, long declaredNs) {
      legsS[place + 1] += durationNs * 1e-9;
      computeS[place + 1] += Math.min(durationNs, declaredNs) * 1e-9;
    }
  }

  /**
   * A measure of one drive.
   *
   * @param chain topics of the processing chain in order of flow, without sensors, the actuation last
   * @param computeNs declared time between a node's call and its output, by node; empty where nothing is declared
   */
  public LatencyMeasure(List<String> chain, Map<String, Long> computeNs) {
    this.chain = List.copyOf(chain);
    this.computeNs = Map.copyOf(computeNs);
    this.chainLogs = this.chain.stream().map(this::log).toList();
  }

  /** Notes a message of any topic; sensor messages must come too for the split to be complete. Others are not kept. */
  public void note(Envelope envelope) {
    MessageLog log = logs.get(envelope.topic());
    if (log == null && envelope.topic().startsWith(SENSOR_PREFIX)) {
      log = log(envelope.topic());
    }
    if (log != null) {
      log.add(envelope);
    }
  }

  private MessageLog log(String topic) {
    return logs.computeIfAbsent(topic, unseen -> new MessageLog());
  }

  /** Takes in an actuation, after {@link #note}. */
  public void actuated(Envelope actuation) {
    List<Origin> origins = actuation.origins().list();
    for (int i = 0; i < origins.size(); i++) {
      Origin origin = origins.get(i);
      Sensed sensed = sensors.get(origin.sensorId());
      if (sensed == null && isSensor(origin)) {
        sensed = new Sensed(origin.sensorId(), log(origin.sensorId()), chain.size() + 1);
        sensors.put(origin.sensorId(), sensed);
      }
      if (sensed != null) {
        Origin oldest = actuation.origins().oldest().get(i);
        sensed.addAges(
            (actuation.publishTimeNs() - origin.measurementTimeNs()) * 1e-9,
            (actuation.publishTimeNs() - oldest.measurementTimeNs()) * 1e-9);
        split(actuation, origin, i, sensed);
      }
    }
  }

  /** Legs from one sensor to the actuators; their means add up to the mean age. */
  public List<Hop> hops(String sensorId) {
    Sensed sensed = sensors.get(sensorId);
    List<Hop> hops = new ArrayList<>();
    if (sensed != null) {
      int count = sensed.ages.size();
      hops.add(new Hop(sensorId, sensed.legsS[0] / count, Double.NaN));
      for (int i = 0; i < chain.size(); i++) {
        double compute = computeNs.isEmpty() ? Double.NaN : sensed.computeS[i + 1] / count;
        hops.add(new Hop(chain.get(i), sensed.legsS[i + 1] / count, compute));
      }
    }
    return hops;
  }

  /** Mean age at actuation of one sensor's samples. */
  public OptionalDouble meanAgeS(String sensorId) {
    Sensed sensed = sensors.get(sensorId);
    return sensed == null ? OptionalDouble.empty() : OptionalDouble.of(sensed.ages.mean());
  }

  /** Sensors whose samples reached the actuators. */
  public List<String> sensors() {
    return sensors.keySet().stream().sorted().toList();
  }

  @Override
  public void update(Situation situation, TimeSeries series) {
    sensors.values().forEach(sensed -> {
      series.put(sensed.column, sensed.newestS);
      series.put(sensed.oldestColumn, sensed.oldestS);
    });
  }

  @Override
  public void report(Findings findings) {
    new TreeMap<>(sensors).forEach((sensor, sensed) -> {
      Samples samples = sensed.ages;
      String name = "latency." + label(sensor);
      add(findings, name + ".p50", samples.quantile(0.50));
      add(findings, name + ".p95", samples.quantile(0.95));
      add(findings, name + ".p99", samples.quantile(0.99));
      add(findings, name + ".max", samples.max());
      add(findings, name + ".jitter", samples.quantile(0.99) - samples.quantile(0.50));
      Samples oldest = sensed.oldestAges;
      add(findings, name + ".oldest.p50", oldest.quantile(0.50));
      add(findings, name + ".oldest.p95", oldest.quantile(0.95));
      add(findings, name + ".oldest.p99", oldest.quantile(0.99));
      add(findings, name + ".oldest.max", oldest.max());
    });
    sensors().stream()
        .filter(sensor -> SPLIT.stream().anyMatch(sensor::contains))
        .forEach(sensor -> addHops(findings, sensor));
  }

  /** What a leg is called as a figure: {@code lidar.top.sweep} and {@code planning.plan} of their topics. */
  public static String label(String topic) {
    String bare =
        topic.startsWith(SENSOR_PREFIX) ? topic.substring(SENSOR_PREFIX.length() - 1) : topic;
    return bare.substring(1).replace('/', '.');
  }

  private void addHops(Findings findings, String sensor) {
    String name = HOP + label(sensor) + ".";
    for (Hop hop : hops(sensor)) {
      if (hop.to().equals(sensor)) {
        addHop(findings, name + "exposure", hop.meanS());
      } else if (hop.meanS() > 0.0 && Double.isNaN(hop.computeS())) {
        addHop(findings, name + label(hop.to()) + ".whole", hop.meanS());
      } else if (hop.meanS() > 0.0) {
        addHop(findings, name + label(hop.to()) + ".wait", hop.waitS());
        addHop(findings, name + label(hop.to()) + ".compute", hop.computeS());
      }
    }
  }

  /** What is a part of an age is judged with the age. */
  private static void addHop(Findings findings, String name, double value) {
    findings.add(Metric.free(name, value, "s", Owner.SYSTEM, Metric.Better.NEITHER));
  }

  private static void add(Findings findings, String name, double value) {
    findings.add(Metric.free(name, value, "s", Owner.SYSTEM, Metric.Better.LOWER));
  }

  private static boolean isSensor(Origin origin) {
    return origin.sensorId().startsWith(SENSOR_PREFIX)
        && !origin.sensorId().endsWith(CALIBRATION_SUFFIX);
  }

  /** Walks back along the chain, for the origin of that place in the list; topics that did not carry the sample are passed over. */
  private void split(Envelope actuation, Origin origin, int place, Sensed sensed) {
    int leg = chain.size() - 1;
    Envelope ended = actuation;
    for (int i = chain.size() - 2; i >= -1; i--) {
      MessageLog log = i >= 0 ? chainLogs.get(i) : sensed.log;
      Envelope before = sensed.newest(i + 1, log, origin, place, ended.publishTimeNs());
      if (before != null) {
        sensed.addLeg(leg, ended.publishTimeNs() - before.publishTimeNs(), declaredNs(ended));
        leg = i;
        ended = before;
      }
    }
    sensed.addLeg(leg, ended.publishTimeNs() - origin.measurementTimeNs(), declaredNs(ended));
  }

  private long declaredNs(Envelope envelope) {
    Long declared = computeNs.get(envelope.publisher());
    return declared == null ? 0L : declared;
  }
}
