package io.camber.jury.ticket;

import io.camber.bus.Envelope;
import io.camber.evaluation.judgement.Owner;
import io.camber.jury.check.Alarm;
import io.camber.jury.check.Check;
import io.camber.jury.check.Checks;
import io.camber.map.RoadMap;
import io.camber.pose.EgoPose;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Shows a drive to the checks and gathers what is worth a ticket: a subject with one alarm of severity 1, or with three of at least
 * one half. Owned by one thread.
 */
public final class Scan {
  private static final int ALARMS_MIN = 3;
  private static final double SEVERITY_MIN = 0.5;
  private static final double M_PER_MILE = 1609.344;
  private static final double NS = 1e-9;

  private final Map<String, Map<String, Gathered>> byKey = new TreeMap<>();
  private final List<Check> checks;
  private final List<String> ids;
  private final Map<String, Long> heardNs = new TreeMap<>();
  private long lastNs;
  private boolean isEnded;
  private double meters;
  private long lastPoseNs = -1;

  /** The alarms of one subject. */
  private static final class Gathered {
    private final Alarm first;
    private Alarm worst;
    private long lastNs;
    private int count;

    Gathered(Alarm alarm) {
      first = alarm;
      worst = alarm;
    }

    void add(Alarm alarm) {
      count += alarm.severity() >= SEVERITY_MIN ? 1 : 0;
      worst = alarm.severity() > worst.severity() ? alarm : worst;
      lastNs = alarm.timeNs();
    }

    boolean isWorthIt() {
      return worst.severity() >= 1.0 || count >= ALARMS_MIN;
    }
  }

  /** A scan; without a map, nothing is held against it. */
  public Scan(Optional<RoadMap> map) {
    this(Checks.all(map), Checks.ids(map.isPresent()));
  }

  private Scan(List<Check> checks, List<String> ids) {
    this.checks = checks;
    this.ids = ids;
  }

  /** A scan by one check and no other. */
  public static Scan asking(String id, Check check) {
    return new Scan(List.of(check), List.of(id));
  }

  /** Takes in a message, in the order of the drive. */
  public void onMessage(Envelope envelope, Object value) {
    if (isEnded) {
      throw new IllegalStateException("the drive was said to have ended");
    }
    heardNs.merge(envelope.topic(), envelope.publishTimeNs(), Math::max);
    lastNs = Math.max(lastNs, envelope.publishTimeNs());
    if (value instanceof EgoPose pose) {
      meters += lastPoseNs < 0
          ? 0.0
          : Math.abs(pose.twist().forwardMps()) * (pose.timeNs() - lastPoseNs) * NS;
      lastPoseNs = pose.timeNs();
    }
    for (Check check : checks) {
      check.onMessage(envelope, value, this::gather);
    }
  }

  private void gather(Alarm alarm) {
    byKey
        .computeIfAbsent(alarm.check() + "." + alarm.kind(), key -> new TreeMap<>())
        .computeIfAbsent(alarm.subject(), subject -> new Gathered(alarm))
        .add(alarm);
  }

  /** Miles that the stack says it drove. */
  public double miles() {
    return meters / M_PER_MILE;
  }

  /** Nothing comes any more; the checks say what only the end shows. Asking for what was found ends the drive, too. */
  private void end() {
    if (!isEnded) {
      isEnded = true;
      checks.forEach(check -> check.onEnd(lastNs, this::gather));
    }
  }

  /** The checks that had something to look at, and how far into the drive. */
  public Map<String, Asked> asked() {
    Map<String, Asked> asked = new TreeMap<>();
    for (String id : ids) {
      Optional<String> topic = Checks.topic(id);
      if (topic.isEmpty() || heardNs.containsKey(topic.get())) {
        long untilNs = topic.isEmpty() ? lastNs : heardNs.getOrDefault(topic.get(), lastNs);
        asked.put(id, new Asked(Checks.version(id), "", untilNs));
      }
    }
    return asked;
  }

  /** What is worth a ticket, ordered by check and kind; the drive is over. */
  public List<Finding> findings() {
    end();
    List<Finding> findings = new ArrayList<>();
    for (Map<String, Gathered> subjects : byKey.values()) {
      List<Gathered> worth =
          subjects.values().stream().filter(Gathered::isWorthIt).toList();
      if (!worth.isEmpty()) {
        findings.add(merge(worth));
      }
    }
    return findings;
  }

  /** The worst alarm of every subject that is worth a ticket, ordered by check, kind and subject; the drive is over. */
  public List<Alarm> sightings() {
    end();
    return byKey.values().stream()
        .flatMap(subjects -> subjects.values().stream())
        .filter(Gathered::isWorthIt)
        .map(one -> one.worst)
        .toList();
  }

  private static Finding merge(List<Gathered> worth) {
    Gathered worst = worth.get(0);
    long first = Long.MAX_VALUE;
    long last = Long.MIN_VALUE;
    int count = 0;
    for (Gathered one : worth) {
      worst = one.worst.severity() > worst.worst.severity() ? one : worst;
      first = Math.min(first, one.first.timeNs());
      last = Math.max(last, one.lastNs);
      count += one.count;
    }
    Alarm alarm = worst.worst;
    Owner owner = alarm.owner();
    return new Finding(
        alarm.check(),
        owner,
        alarm.kind(),
        first,
        last,
        count,
        alarm.severity(),
        alarm.timeNs(),
        alarm.subject() + ": " + alarm.detail());
  }
}
