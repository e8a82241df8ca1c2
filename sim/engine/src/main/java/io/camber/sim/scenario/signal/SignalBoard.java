package io.camber.sim.scenario.signal;

import io.camber.map.RoadMap;
import io.camber.map.road.Signal;
import io.camber.scene.SignalColor;
import io.camber.truth.SignalTruth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What every dynamic signal of the map shows, and the controllers that change it. A light nobody controls is
 * {@link SignalColor#UNKNOWN} until an action sets it.
 */
public final class SignalBoard {
  private static final double NS = 1e9;

  private final Map<String, String> states = new TreeMap<>();
  private final Map<String, Double> changes = new TreeMap<>();
  private final List<ControllerRun> controllers = new ArrayList<>();
  private List<SignalTruth> truth = List.of();
  private boolean changed = true;

  public SignalBoard(RoadMap map, List<ControllerSpec> specs) {
    for (Signal signal : map.signals()) {
      if (signal.dynamic()) {
        states.put(signal.id(), "");
      }
    }
    for (ControllerSpec spec : specs) {
      controllers.add(new ControllerRun(spec, start(spec, specs, 0)));
    }
    controllers.forEach(controller -> controller.advance(0.0, this));
  }

  private static double start(ControllerSpec spec, List<ControllerSpec> all, int depth) {
    double start = spec.delayS();
    if (spec.reference().isPresent() && depth < all.size()) {
      String reference = spec.reference().get();
      for (ControllerSpec other : all) {
        if (other.name().equals(reference)) {
          start += start(other, all, depth + 1);
        }
      }
    }
    return start;
  }

  public void advance(double timeS) {
    for (ControllerRun controller : controllers) {
      controller.advance(timeS, this);
    }
  }

  /** Sets what a light shows until its controller's next phase. */
  public void set(String signalId, String state) {
    set(signalId, state, 0.0);
  }

  /** Sets what a light shows until a time, 0 when that is not planned. */
  void set(String signalId, String state, double untilS) {
    Double before = changes.put(signalId, untilS);
    if (!state.equals(states.put(signalId, state)) || before == null || before != untilS) {
      changed = true;
    }
  }

  public boolean knows(String signalId) {
    return states.containsKey(signalId);
  }

  /** The state last set, in the words of the file; empty when none was. */
  public String state(String signalId) {
    return states.getOrDefault(signalId, "");
  }

  public Optional<ControllerRun> findController(String name) {
    return controllers.stream().filter(run -> run.name().equals(name)).findFirst();
  }

  /** Every light, ordered by id. */
  public List<SignalTruth> truth() {
    if (changed) {
      List<SignalTruth> now = new ArrayList<>(states.size());
      states.forEach((id, state) -> now.add(new SignalTruth(
          id,
          state.isEmpty() ? SignalColor.UNKNOWN : Lamps.color(state),
          Math.round(changes.getOrDefault(id, 0.0) * NS))));
      truth = List.copyOf(now);
      changed = false;
    }
    return truth;
  }
}
