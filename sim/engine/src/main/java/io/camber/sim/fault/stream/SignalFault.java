package io.camber.sim.fault.stream;

import io.camber.scene.SignalColor;
import io.camber.scene.SignalState;
import io.camber.scene.SignalStates;
import io.camber.sim.scene.Hash;
import io.camber.truth.FaultTruth;
import java.util.List;

/** Traffic lights taken for the other colour, or not seen at all. Which head is mistaken follows from its id and stays. */
final class SignalFault implements Distortion<SignalStates> {
  private final FaultTruth fault;

  SignalFault(FaultTruth fault) {
    this.fault = fault;
  }

  @Override
  public SignalStates apply(SignalStates states, long nowNs) {
    return switch (fault.kind()) {
      case "blackout" -> new SignalStates(states.timeNs(), List.of());
      case "flip" ->
        new SignalStates(
            states.timeNs(), states.signals().stream().map(this::flipped).toList());
      default -> states;
    };
  }

  private SignalState flipped(SignalState state) {
    boolean isHit = Hash.unit(fault.seed() ^ Hash.of(state.signalId())) < fault.severity();
    return isHit
        ? new SignalState(state.signalId(), other(state.color()), state.confidence())
        : state;
  }

  private static SignalColor other(SignalColor color) {
    if (color == SignalColor.RED) {
      return SignalColor.GREEN;
    }
    return color == SignalColor.GREEN ? SignalColor.RED : color;
  }
}
