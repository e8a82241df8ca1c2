package io.camber.sensing;

import java.util.List;

/** Signal phase and timing of the traffic lights in reach, in the spirit of SAE J2735 SPaT. */
public record SignalPhases(long timeNs, String sensorId, List<SignalPhase> phases) {
  public SignalPhases {
    phases = List.copyOf(phases);
  }
}
