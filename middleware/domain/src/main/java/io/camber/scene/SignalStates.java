package io.camber.scene;

import java.util.List;
import java.util.Optional;

/** All traffic lights in view at {@code timeNs}, ordered by id. */
public record SignalStates(long timeNs, List<SignalState> signals) {
  public SignalStates {
    signals = List.copyOf(signals);
  }

  public Optional<SignalState> findSignal(String signalId) {
    return signals.stream().filter(signal -> signal.signalId().equals(signalId)).findFirst();
  }
}
