package io.camber.planning.route;

import io.camber.scene.SignalColor;
import io.camber.scene.SignalState;
import io.camber.scene.SignalStates;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Decides at each cycle which stop lines hold. Lights: red holds, yellow holds while the car can stop gently, an unknown light
 * nearby holds until it has been watched long enough at standstill. Stop signs hold until the car has stood at the line.
 * State: what each signal last showed, and what was decided or served. One owner thread.
 */
public final class StopJudge {
  /** A yellow that needs harder braking than this is driven through (UN R79 keeps comfort braking below 3 m/s2). */
  private static final double YELLOW_DECEL_MPS2 = 3.0;

  /** A red that needs harder braking than this cannot be kept; stopping in the junction would be worse. */
  private static final double RED_DECEL_MPS2 = 8.0;

  /** Lights further away than this may still be unknown. */
  private static final double UNKNOWN_RANGE_M = 45.0;

  /** A light that stays unknown this long in front of the standing car is out of order. */
  private static final long OUT_OF_ORDER_NS = 4_000_000_000L;

  /** A light that was red when it was lost from sight is given this long, the length of a long red phase. */
  private static final long LOST_RED_NS = 45_000_000_000L;

  /**
   * The car waits this far before a light: nearer, a camera of 70 degrees behind the windscreen loses a light head that
   * stands beside the lane.
   */
  private static final double SIGHT_M = 4.5;

  /** Where the waiting place cannot be reached with gentle braking, the line itself will do. */
  private static final double GENTLE_DECEL_MPS2 = 2.5;

  private static final double WALKING_MPS = 2.0;

  /** A car that stands nearer to the line of a light waits at it. */
  private static final double WAITING_M = 14.0;

  /** What a light showed is believed this long. */
  private static final long BELIEVED_NS = 800_000_000L;

  private static final long STAND_NS = 1_000_000_000L;

  /** Stop lines this close together belong to one place. */
  private static final double SAME_PLACE_M = 6.0;

  private final TreeMap<String, Seen> seen = new TreeMap<>();
  private final TreeMap<String, Long> standingSince = new TreeMap<>();
  private final TreeSet<String> served = new TreeSet<>();
  private final TreeSet<String> running = new TreeSet<>();

  private record Seen(SignalColor color, long timeNs) {}

  /**
   * The lines that hold now.
   *
   * @param frontS station of the front bumper
   */
  public List<StopPoint> holding(
      List<StopPoint> stops,
      Optional<SignalStates> signals,
      double frontS,
      double speedMps,
      long timeNs) {
    signals.ifPresent(this::remember);
    List<StopPoint> holding = new ArrayList<>();
    for (StopPoint stop : stops) {
      double distance = stop.s() - frontS;
      if (isPast(stop, distance, speedMps)) {
        continue;
      }
      watchStanding(stop, distance, speedMps, timeNs);
      boolean holds = switch (stop.kind()) {
        case LIGHT -> lightHolds(stop, stops, distance, speedMps, timeNs);
        case STOP_SIGN -> signHolds(stop, timeNs);
        case YIELD_SIGN -> false;
        case END -> true;
      };
      if (holds) {
        holding.add(waitingPlace(stop, distance, speedMps));
      }
    }
    return holding;
  }

  private static StopPoint waitingPlace(StopPoint stop, double distance, double speedMps) {
    double waitingS = stop.headS() - SIGHT_M;
    double needed = speedMps * speedMps / (2.0 * Math.max(0.1, distance - (stop.s() - waitingS)));
    boolean reachable = speedMps < WALKING_MPS || needed < GENTLE_DECEL_MPS2;
    return stop.kind() == StopPoint.Kind.LIGHT && reachable
        ? new StopPoint(stop.kind(), stop.id(), waitingS)
        : stop;
  }

  private void remember(SignalStates states) {
    for (SignalState state : states.signals()) {
      if (state.color() != SignalColor.UNKNOWN) {
        seen.put(state.signalId(), new Seen(state.color(), states.timeNs()));
      }
    }
  }

  /** Past the line for good; a car that came to rest just beyond still waits. */
  private boolean isPast(StopPoint stop, double distance, double speedMps) {
    boolean past = distance < -3.0 || (distance < -0.3 && speedMps > 1.0);
    if (past) {
      standingSince.remove(stop.id());
      served.remove(stop.id());
      running.remove(stop.id());
    }
    return past;
  }

  private void watchStanding(StopPoint stop, double distance, double speedMps, long timeNs) {
    double near = stop.kind() == StopPoint.Kind.LIGHT ? WAITING_M : 5.0;
    if (speedMps < 0.15 && distance < near) {
      standingSince.putIfAbsent(stop.id(), timeNs);
    } else {
      standingSince.remove(stop.id());
    }
  }

  private boolean stoodFor(StopPoint stop, long durationNs, long timeNs) {
    Long since = standingSince.get(stop.id());
    return since != null && timeNs - since >= durationNs;
  }

  private boolean signHolds(StopPoint stop, long timeNs) {
    if (stoodFor(stop, STAND_NS, timeNs)) {
      served.add(stop.id());
    }
    return !served.contains(stop.id());
  }

  private boolean lightHolds(
      StopPoint stop, List<StopPoint> stops, double distance, double speedMps, long timeNs) {
    double needed = speedMps * speedMps / (2.0 * Math.max(0.1, distance));
    SignalColor color = colorAt(stop, stops, timeNs);
    return switch (color) {
      case GREEN, OFF -> {
        running.remove(stop.id());
        yield false;
      }
      case RED, RED_YELLOW -> needed < RED_DECEL_MPS2 && !running.contains(stop.id());
      case YELLOW -> yellowHolds(stop, needed);
      case UNKNOWN -> unknownHolds(stop, distance, needed, timeNs);
    };
  }

  /** The decision to drive through a yellow is kept, or the car would brake in the middle of the junction. */
  private boolean yellowHolds(StopPoint stop, double needed) {
    if (needed > YELLOW_DECEL_MPS2) {
      running.add(stop.id());
    }
    return !running.contains(stop.id());
  }

  private boolean unknownHolds(StopPoint stop, double distance, double needed, long timeNs) {
    Seen last = seen.get(stop.id());
    boolean wasRed = last != null && rank(last.color()) >= rank(SignalColor.RED_YELLOW);
    if (stoodFor(stop, wasRed ? LOST_RED_NS : OUT_OF_ORDER_NS, timeNs)) {
      served.add(stop.id());
    }
    return distance < UNKNOWN_RANGE_M && needed < YELLOW_DECEL_MPS2 && !served.contains(stop.id());
  }

  /** What the lights at one place show together: red beats yellow beats green beats unknown. */
  private SignalColor colorAt(StopPoint stop, List<StopPoint> stops, long timeNs) {
    SignalColor shown = SignalColor.UNKNOWN;
    for (StopPoint other : stops) {
      if (other.kind() == StopPoint.Kind.LIGHT && Math.abs(other.s() - stop.s()) < SAME_PLACE_M) {
        Seen last = seen.get(other.id());
        if (last != null && timeNs - last.timeNs() <= BELIEVED_NS) {
          shown = rank(last.color()) > rank(shown) ? last.color() : shown;
        }
      }
    }
    return shown;
  }

  private static int rank(SignalColor color) {
    return switch (color) {
      case UNKNOWN -> 0;
      case OFF -> 1;
      case GREEN -> 2;
      case YELLOW -> 3;
      case RED_YELLOW -> 4;
      case RED -> 5;
    };
  }
}
