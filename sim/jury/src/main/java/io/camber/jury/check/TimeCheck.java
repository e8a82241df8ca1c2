package io.camber.jury.check;

import io.camber.bus.Envelope;
import io.camber.bus.Origin;
import io.camber.evaluation.judgement.Owner;
import io.camber.messages.Topics;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * U14: time that cannot be right: a stamp that goes backwards or lies ahead of its publication, a gap of more than three periods of
 * a topic, an actuation made of samples older than half a second. A topic's period is the one at which this stack publishes it, or
 * what the log shows where others recorded it slower: the median of its first intervals, so that the first itself is not judged. A topic
 * that never speaks again is silent from the third period on to the end of the drive.
 */
final class TimeCheck implements Check {
  private static final long MS = 1_000_000L;
  private static final long AGE_NS_MAX = 500 * MS;
  private static final double NS = 1e-9;

  private static final Map<String, Long> PERIODS = new TreeMap<>(Map.ofEntries(
      Map.entry(Topics.LIDAR_SWEEP.name(), 100 * MS),
      Map.entry(Topics.CAMERA_IMAGE.name(), 100 * MS),
      Map.entry(Topics.IMU.name(), 10 * MS),
      Map.entry(Topics.GNSS.name(), 100 * MS),
      Map.entry(Topics.WHEELS.name(), 20 * MS),
      Map.entry(Topics.EGO_POSE.name(), 10 * MS),
      Map.entry(Topics.TRACKS.name(), 100 * MS),
      Map.entry(Topics.FUTURES.name(), 100 * MS),
      Map.entry(Topics.PLAN.name(), 100 * MS),
      Map.entry(Topics.ACTUATION.name(), 10 * MS)));

  /** What a topic is made of, where that is one topic: who is silent because that one is, is not told besides. */
  private static final Map<String, String> SOURCES = Map.of(
      Topics.TRACKS.name(), Topics.LIDAR_SWEEP.name(),
      Topics.FUTURES.name(), Topics.TRACKS.name(),
      Topics.PLAN.name(), Topics.FUTURES.name(),
      Topics.ACTUATION.name(), Topics.PLAN.name());

  private final Map<String, Long> brokenUntilNs = new TreeMap<>();
  private final Map<String, Envelope> last = new TreeMap<>();
  private final Map<String, Rhythm> rhythms = new TreeMap<>();

  @Override
  public void onMessage(Envelope envelope, Object value, Consumer<Alarm> alarms) {
    String topic = envelope.topic();
    Long period = PERIODS.get(topic);
    if (period == null) {
      return;
    }
    Envelope before = last.put(topic, envelope);
    long now = envelope.publishTimeNs();
    if (envelope.measurementTimeNs() > now) {
      raise(alarms, envelope, 1.0, "its stamp lies in the future");
    }
    if (before != null) {
      if (envelope.measurementTimeNs() < before.measurementTimeNs()) {
        raise(alarms, envelope, 1.0, "its stamp goes backwards");
      }
      long gap = now - before.publishTimeNs();
      Rhythm rhythm = rhythms.computeIfAbsent(topic, name -> new Rhythm(period));
      if (rhythm.isBrokenBy(gap)) {
        brokenUntilNs.put(topic, now);
        if (!isSourceBroken(topic, before.publishTimeNs(), now)) {
          raise(
              alarms,
              envelope,
              1.0,
              String.format(Locale.ROOT, "nothing for %.0f ms", gap * NS * 1000.0));
        }
      }
      rhythm.add(gap);
    }
    if (topic.equals(Topics.ACTUATION.name())) {
      for (Origin origin : envelope.origins().list()) {
        boolean periodic = PERIODS.containsKey(origin.sensorId());
        if (periodic
            && now - origin.measurementTimeNs() > AGE_NS_MAX
            && !isSourceBroken(topic, origin.measurementTimeNs(), now)) {
          raise(
              alarms,
              envelope,
              0.5,
              String.format(
                  Locale.ROOT,
                  "acts on %s of %.0f ms ago",
                  origin.sensorId(),
                  (now - origin.measurementTimeNs()) * NS * 1000.0));
        }
      }
    }
  }

  @Override
  public void onEnd(long timeNs, Consumer<Alarm> alarms) {
    last.forEach((topic, newest) -> {
      Rhythm rhythm = rhythms.get(topic);
      long longest =
          (rhythm == null ? new Rhythm(PERIODS.getOrDefault(topic, 0L)) : rhythm).longestNs();
      long gap = timeNs - newest.publishTimeNs();
      if (gap > longest && !isSourceBroken(topic, newest.publishTimeNs(), timeNs)) {
        alarms.accept(alarm(
            newest.publishTimeNs() + longest,
            topic,
            1.0,
            String.format(
                Locale.ROOT, "nothing any more, for %.0f ms to the end", gap * NS * 1e3)));
      }
    });
  }

  /** Whether what a topic is made of, or that is made of, was silent in a stretch of time or still is. */
  private boolean isSourceBroken(String topic, long fromNs, long nowNs) {
    String source = SOURCES.get(topic);
    if (source == null) {
      return false;
    }
    Envelope newest = last.get(source);
    Rhythm rhythm = rhythms.get(source);
    boolean isSilent =
        newest != null && rhythm != null && nowNs - newest.publishTimeNs() > rhythm.longestNs();
    return isSilent
        || brokenUntilNs.getOrDefault(source, Long.MIN_VALUE) > fromNs
        || isSourceBroken(source, fromNs, nowNs);
  }

  private static void raise(
      Consumer<Alarm> alarms, Envelope envelope, double severity, String detail) {
    alarms.accept(alarm(envelope.publishTimeNs(), envelope.topic(), severity, detail));
  }

  private static Alarm alarm(long timeNs, String topic, double severity, String detail) {
    return new Alarm(timeNs, "U14", owner(topic), topic, topic, severity, detail);
  }

  private static Owner owner(String topic) {
    if (topic.startsWith("/localization")) {
      return Owner.LOCALIZATION;
    }
    if (topic.startsWith("/perception")) {
      return Owner.PERCEPTION;
    }
    if (topic.startsWith("/prediction")) {
      return Owner.PREDICTION;
    }
    return topic.startsWith("/planning") ? Owner.PLANNING : Owner.SYSTEM;
  }
}
