package io.camber.sim.fault.stream;

import io.camber.scene.SignalColor;
import io.camber.sensing.SignalPhase;
import io.camber.sensing.SignalPhases;

/** Lights that say green while they show red, and the other way round. */
final class PhaseFault implements Distortion<SignalPhases> {
  @Override
  public SignalPhases apply(SignalPhases phases, long nowNs) {
    return new SignalPhases(
        phases.timeNs(),
        phases.sensorId(),
        phases.phases().stream().map(PhaseFault::flipped).toList());
  }

  private static SignalPhase flipped(SignalPhase phase) {
    SignalColor color = switch (phase.color()) {
      case RED -> SignalColor.GREEN;
      case GREEN -> SignalColor.RED;
      default -> phase.color();
    };
    return new SignalPhase(phase.signalId(), color, phase.remainingS());
  }
}
