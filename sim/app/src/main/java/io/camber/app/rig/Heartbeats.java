package io.camber.app.rig;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * Finds nodes whose process lives and which do no work: stopped, deadlocked, lost in a loop. Judges by the heartbeats that a
 * node's own thread gives on the bus. Called under the supervisor's lock.
 */
final class Heartbeats {
  /**
   * Silence after which a node counts as hung. The longest pause of a healthy one that was seen, on two overloaded cores, was
   * 0.5 s; a car that lost its planner is taken over by the guardian long before.
   */
  static final long HUNG_NS = 3_000_000_000L;

  /** A process that comes up cold beside a dozen others on two cores needs half of this until its nodes work. */
  static final long FIRST_NS = 60_000_000_000L;

  /** A process that beats is at work only when the first calls of its nodes, cold and long, are behind it. */
  private static final long WARM_BEATS = 20;

  /** What the one before has said just before its end is heard as late as that. */
  private static final long ECHO_NS = 300_000_000L;

  /** Who was held up so long himself judges nobody by what he saw before. */
  private static final long LOOK_NS_MAX = HUNG_NS / 3;

  /** What is known of a node. */
  private static final class Pulse {
    private long beats;
    private long sinceNs;
    private long ownBeats;
    private long echoUntilNs;

    long patienceNs() {
      return ownBeats >= WARM_BEATS ? HUNG_NS : FIRST_NS;
    }
  }

  private final Supplier<Map<String, Long>> beats;
  private final Map<String, Pulse> pulses = new TreeMap<>();
  private long lookedNs = Long.MIN_VALUE;

  Heartbeats(Supplier<Map<String, Long>> beats) {
    this.beats = beats;
  }

  /** Nodes of a process that has just been started, or of a run that has. */
  void expect(List<String> nodes, long nowNs) {
    Map<String, Long> heard = beats.get();
    for (String node : nodes) {
      Pulse pulse = pulses.computeIfAbsent(node, name -> new Pulse());
      pulse.beats = heard.getOrDefault(node, 0L);
      pulse.ownBeats = 0;
      pulse.sinceNs = nowNs;
      pulse.echoUntilNs = nowNs + ECHO_NS;
    }
  }

  /** The expected nodes that have been silent for too long. */
  List<String> silent(long nowNs) {
    Map<String, Long> heard = beats.get();
    pulses.forEach((node, pulse) -> hear(pulse, heard.getOrDefault(node, 0L), nowNs));
    boolean wasHeldUp = lookedNs != Long.MIN_VALUE && nowNs - lookedNs > LOOK_NS_MAX;
    lookedNs = nowNs;
    List<String> silent = new ArrayList<>();
    pulses.forEach((node, pulse) -> {
      if (wasHeldUp) {
        pulse.sinceNs = nowNs;
      } else if (nowNs - pulse.sinceNs > pulse.patienceNs()) {
        silent.add(node);
      }
    });
    return silent;
  }

  private static void hear(Pulse pulse, long beats, long nowNs) {
    if (beats != pulse.beats && nowNs >= pulse.echoUntilNs) {
      pulse.ownBeats += beats - pulse.beats;
      pulse.sinceNs = nowNs;
    }
    pulse.beats = beats;
  }
}
