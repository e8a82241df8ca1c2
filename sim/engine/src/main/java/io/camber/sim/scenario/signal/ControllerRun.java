package io.camber.sim.scenario.signal;

/** A controller in play: cycles through its phases. */
public final class ControllerRun {
  private static final double TOLERANCE = 1e-9;

  private final ControllerSpec spec;
  private double cycleStartS;
  private int current = -1;

  ControllerRun(ControllerSpec spec, double cycleStartS) {
    this.spec = spec;
    this.cycleStartS = cycleStartS;
  }

  String name() {
    return spec.name();
  }

  /** Name of the phase that runs now; empty when the controller has none. */
  public String phase() {
    return current < 0 ? "" : spec.phases().get(current).name();
  }

  /** Starts a phase now; the cycle goes on from it. False when there is no such phase. */
  public boolean jumpTo(String phase, double timeS, SignalBoard board) {
    double before = 0.0;
    for (int i = 0; i < spec.phases().size(); i++) {
      if (spec.phases().get(i).name().equals(phase)) {
        cycleStartS = timeS - before;
        show(i, timeS, board);
        return true;
      }
      before += spec.phases().get(i).durationS();
    }
    return false;
  }

  void advance(double timeS, SignalBoard board) {
    double cycle = spec.cycleS();
    if (spec.phases().isEmpty() || !(cycle > 0.0)) {
      return;
    }
    double rest = timeS - cycleStartS + TOLERANCE;
    rest -= cycle * Math.floor(rest / cycle);
    int index = 0;
    while (index < spec.phases().size() - 1 && rest >= spec.phases().get(index).durationS()) {
      rest -= spec.phases().get(index).durationS();
      index++;
    }
    if (index != current) {
      show(index, timeS - rest + TOLERANCE, board);
    }
  }

  /** Begins a phase, or joins it: {@code startS} is when it began. */
  private void show(int index, double startS, SignalBoard board) {
    current = index;
    for (Phase.LightState light : spec.phases().get(index).lights()) {
      board.set(light.signalId(), light.state(), changeS(index, startS, light));
    }
  }

  /** When a light will first show something else, phases of the same state passed over; 0 when it never will. */
  private double changeS(int index, double startS, Phase.LightState light) {
    double timeS = startS;
    for (int i = 0; i < spec.phases().size(); i++) {
      Phase phase = spec.phases().get((index + i) % spec.phases().size());
      if (i > 0 && phase.lights().stream().anyMatch(other -> isChange(light, other))) {
        return timeS;
      }
      timeS += phase.durationS();
    }
    return 0.0;
  }

  private static boolean isChange(Phase.LightState light, Phase.LightState other) {
    return other.signalId().equals(light.signalId()) && !other.state().equals(light.state());
  }
}
