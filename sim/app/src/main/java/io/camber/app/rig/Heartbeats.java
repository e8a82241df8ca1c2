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

  /** Who was held up so long himself judges nobody by what he saw before. */
  private static final long LOOK_NS_MAX = HUNG_NS / 3;

  /** What is known of a node. */
  private static final class Pulse {
    private long beats;
    private long sinceNs;
    private boolean hasBeaten;
  }

  private final Supplier<Map<String, Long>> beats;
  private final Map<String, Pulse> pulses = new TreeMap<>();
  private long lookedNs = Long.MIN_VALUE;

  Heartbeats(Supplier<Map<String, Long>> beats) {
    this.beats = beats;
  }

  /** Nodes of a process that has just been started, or of a run that has. */
  void expect(List<String> nodes, long nowNs) {
    for (String node : nodes) {
      Pulse pulse = pulses.computeIfAbsent(node, name -> new Pulse());
      pulse.hasBeaten = false;
      pulse.sinceNs = nowNs;
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
      } else if (nowNs - pulse.sinceNs > (pulse.hasBeaten ? HUNG_NS : FIRST_NS)) {
        silent.add(node);
      }
    });
    return silent;
  }

  private static void hear(Pulse pulse, long beats, long nowNs) {
    if (beats != pulse.beats) {
      pulse.beats = beats;
      pulse.sinceNs = nowNs;
      pulse.hasBeaten = true;
    }
  }
}
