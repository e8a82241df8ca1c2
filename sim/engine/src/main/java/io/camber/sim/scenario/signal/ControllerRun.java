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
        show(i, board);
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
      show(index, board);
    }
  }

  private void show(int index, SignalBoard board) {
    current = index;
    for (Phase.LightState light : spec.phases().get(index).lights()) {
      board.set(light.signalId(), light.state());
    }
  }
}
